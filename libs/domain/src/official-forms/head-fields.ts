import { readIsoDay } from '../kernel/calendar-date.js';
import type { Fen } from '../kernel/money.js';
import { ratio, roundHalfAway } from '../kernel/exact.js';
import type { FormData } from './form-data.js';
import type { FieldFormula, FieldValue, FormField, FormFields } from './field-types.js';

export const MONEY_FORMAT = '#,##0.00';
export const RATE_FORMAT = '0.00%';
export const POINTS_FORMAT = '0.00';
/** Rates are kept as they are printed, in percent with 2 places. */
const RATE_PLACES = 4;
const FEN_PER_WAN = 1_000_000;

const blankAsNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);

function chineseDay(iso: string | null): string | null {
  const day = iso === null ? null : readIsoDay(iso);
  return day === null ? iso : `${day.year}年${day.month}月${day.day}日`;
}

/** What both forms have above and below their tables. */
export const HEAD_FIELDS: FormFields<FormData> = {
  年度: { value: ({ year }) => String(year) },
  项目名称: { value: ({ projectName }) => projectName },
  项目编码: { value: ({ projectCode }) => blankAsNull(projectCode) },
  主管部门: { value: ({ departmentName }) => blankAsNull(departmentName) },
  主管部门代码: { value: ({ departmentCode }) => blankAsNull(departmentCode) },
  实施单位: { value: ({ unitName }) => unitName },
  实施单位代码: { value: ({ unitCode }) => blankAsNull(unitCode) },
  年度总体目标: { value: ({ goals }) => blankAsNull(goals.join('\n')) },
  填报人: { value: ({ filledBy }) => blankAsNull(filledBy) },
  审核人: { value: ({ reviewedBy }) => blankAsNull(reviewedBy) },
  填报日期: { value: ({ filledOn }) => chineseDay(filledOn) },
  核验码: { value: ({ verificationCode }) => blankAsNull(verificationCode) },
};

/** 万元, with every 分. */
export const inWan = (fen: Fen | null): number | null =>
  fen === null ? null : roundHalfAway(ratio(fen, FEN_PER_WAN), 6);

/** Part ÷ whole to 4 places; null where either is unknown or there is nothing to divide by. */
export const rateOf = (part: Fen | null, whole: Fen | null): number | null =>
  part === null || whole === null || whole === 0 ? null : roundHalfAway(ratio(part, whole), RATE_PLACES);

/** A cell of 项目资金 in 万元; that of the total is the sum of its parts where they give it. */
export function moneyField<Of>(
  fen: (of: Of) => Fen | null,
  parts: readonly { readonly name: string; readonly fen: (of: Of) => Fen | null }[] = [],
): FormField<Of> {
  return {
    value: (of) => inWan(fen(of)),
    numberFormat: MONEY_FORMAT,
    formulas: (of) => (parts.length === 0 ? [] : [sumOf(of, parts)]),
  };
}

function sumOf<Of>(
  of: Of,
  parts: readonly { readonly name: string; readonly fen: (of: Of) => Fen | null }[],
): FieldFormula {
  const known = parts.map(({ fen }) => fen(of)).filter((fen) => fen !== null);
  const value = known.length === 0 ? null : inWan(known.reduce((sum, fen) => sum + fen, 0));
  return { text: `SUM(${parts.map(({ name }) => `{${name}}`).join(',')})`, value };
}

/** A formula that divides two cells as `rateOf` does. */
export const rateFormula = (part: string, whole: string, value: number | null): FieldFormula => ({
  text: `ROUND({${part}}/{${whole}},${RATE_PLACES})`,
  value,
});

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/;

/** A figure that is written without unit is a number, so that a sheet can reckon with it; all else is text. */
export function answerValue(text: string | null): FieldValue {
  const plain = text?.trim() ?? '';
  if (plain === '') return null;
  return PLAIN_NUMBER.test(plain) && String(Number(plain)) === plain ? Number(plain) : plain;
}
