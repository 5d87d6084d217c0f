import { formatValue } from 'hucre';
import { dateText, isDateFormat } from './sheet-date.js';

/** Formats that a workbook names by number only. Those from 27 on are what Chinese Excel means by them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'yyyy/m/d',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h:mm',
  33: 'h:mm:ss',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** More decimals than a person types are the remainder of a computation: then the format says where to round. */
const TYPED_DECIMALS = { number: 6, percent: 4 } as const;
const LITERAL = String.raw`(?:"[^"]*"|\\.|[^#0?.,%;@"\\EeG*_])*`;
const SIMPLE = new RegExp(`^(${LITERAL})([#0?,]*[#0?]|General)(?:\\.([#0?]*))?\\s*(%?)(${LITERAL})$`);
/** Colours, locales and numerals in brackets, blanks of a certain width, and filling characters: not text. */
const NO_TEXT = /\[[^\]]{0,40}\]|_.|\*./g;
const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

/** The format of a style by its number, with what the workbook defines itself. */
export const formatCodeOf = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? BUILT_IN[id] ?? 'General';

/**
 * The text of a number as its cell shows it: 0.9 in the format `0%` is 90%, a date is written in the Chinese way.
 * Unlike on the screen nothing is rounded that a person may have typed (up to 6 decimals, 4 of a percentage), and
 * thousands are not grouped: a column that is too narrow or formatted in whole 万元 takes nothing from the figure.
 */
export function numberText(value: number, code: string, is1904: boolean): string {
  const section = sectionFor(value, code);
  if (isDateFormat(section)) return dateText(value, section, is1904) ?? plainNumber(value);
  const shown = section.replace(NO_TEXT, '');
  const form = SIMPLE.exec(shown);
  if (!form) return /[#0?]/.test(shown) ? formatValue(value, code) : plainNumber(value);
  const [, prefix = '', whole = '', decimals, percent, suffix = ''] = form;
  const isPercent = percent === '%';
  const digits = digitsOf(Math.abs(value), { whole, decimals: decimals ?? '', isPercent });
  const [before, after] = [literal(prefix), literal(suffix)].map((text) => text.replace(/[()]/g, ''));
  const sign = value < 0 && !before?.includes('-') ? '-' : '';
  return `${sign}${before}${digits}${isPercent ? '%' : ''}${after}`.trim();
}

/** A number without grouping and exponent, with the 15 digits that a workbook keeps. */
export function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e')
    ? value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 })
    : text;
}

function digitsOf(
  value: number,
  { whole, decimals, isPercent }: { whole: string; decimals: string; isPercent: boolean },
): string {
  const shown = isPercent ? value * 100 : value;
  const exact = plainNumber(shown);
  if (whole === 'General') return exact;
  const typed = isPercent ? TYPED_DECIMALS.percent : TYPED_DECIMALS.number;
  const [, fraction = ''] = exact.split('.');
  const text = fraction.length > typed ? withoutZeros(shown.toFixed(Math.min(decimals.length, 20))) : exact;
  const [integer = '0', part = ''] = text.split('.');
  const least = decimals.replace(/[^0]/g, '').length;
  const padded = part.padEnd(least, '0');
  return integer.padStart(whole.replace(/[^0]/g, '').length, '0') + (padded === '' ? '' : `.${padded}`);
}

const withoutZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

const literal = (text: string): string =>
  text.replace(/"([^"]*)"|\\(.)/g, (_, quoted?: string, one?: string) => quoted ?? one ?? '');

/** The part of a format that holds for this value: by its own condition, else positive; negative; zero. */
function sectionFor(value: number, code: string): string {
  const sections = code.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? ['General'];
  for (const section of sections.slice(0, 3)) {
    const condition = CONDITION.exec(section);
    if (condition && holds(value, condition[1] ?? '', Number(condition[2]))) return section;
  }
  const [positive = 'General', negative, zero] = sections;
  if (CONDITION.test(positive)) return sections.find((section) => !CONDITION.test(section)) ?? 'General';
  if (value < 0) return negative ?? positive;
  return value === 0 ? (zero ?? positive) : positive;
}

function holds(value: number, operator: string, limit: number): boolean {
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    default:
      return value !== limit;
  }
}
