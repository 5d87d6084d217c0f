import type { Problem } from '../kernel/result.js';
import { excerpt, halfWidth, isBlankCell, withoutNoise } from '../kernel/text.js';
import { inferDirection } from './direction.js';
import type { Operator, TargetValue } from './target-types.js';
import { readComparison, type Comparison } from './value-comparison.js';
import { dateOfNumber, readDayWithin, readDueDate, readMonthAndDay, readPhase, type ReadDate } from './value-dates.js';
import { withArabicDigits } from './value-numbers.js';
import { directionOf } from './value-operators.js';

export interface ValueContext {
  /** Name of the indicator: it may carry the operator (`满意度(≥**%)`), decides the direction (R17b) and marks date columns. */
  readonly name?: string | undefined;
  /** Year of a date that names none. */
  readonly year?: number | null | undefined;
}

export type ParsedTargetValue = TargetValue & { readonly warnings: readonly Problem[] };

/** Longer texts are descriptions: their head decides, and the raw text is kept whole. */
const MAX_LENGTH = 500;
const DATE_COLUMN = /时限|期限|日期|时间|时点|节点/;
/** Names under which `12.31` is a day: 响应时间 1.30 may still be a number. */
const DAY_COLUMN =
  /(?:完成|完工|竣工|交付|验收|拨付|支付|发放|截止|开工|上线).{0,4}(?:时限|期限|日期|时间|时点|节点)|日期/;
/** What a spreadsheet shows where a formula failed; also behind an operator and before a unit. */
const SPREADSHEET_ERROR =
  /^[^#\p{L}\p{N}]{0,4}#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)[^#]{0,8}$/iu;
/** A number of eight digits: 20251031. */
const COMPACT_DAYS = 10_000_000;
const NO_POINTS = '[^;。\\d]{0,8}?(?:不得分|不计分|[得计为]?[0零]分)';
const RATE = '(?:完成率|完成比例|完成程度|完成情况|比率|比例|率)?';
const GATES = [
  new RegExp(`${RATE}(?:小于等于|小于|低于|不足|未达到|未达|不到|<)\\s*(\\d+(?:\\.\\d+)?)\\s*%${NO_POINTS}`),
  new RegExp(`${RATE}\\s*(\\d+(?:\\.\\d+)?)\\s*%以下${NO_POINTS}`),
];

const unjudged = (rawValue: string, operator: Operator): TargetValue => ({
  rawValue,
  operator,
  number: null,
  unit: null,
  dueDate: null,
  gate: null,
  operatorPrinted: false,
  direction: null,
  directionInferred: false,
});

/** A rule of R35 that is glued to the value, and the text before it: its own percentage is never taken for the target. */
function splitGate(text: string): { body: string; gate: number | null } {
  const match = GATES.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  if (!match) return { body: text, gate: null };
  return { body: text.slice(0, match.index), gate: Number(match[1]) };
}

function fromComparison(rawValue: string, comparison: Comparison, gate: number | null, name?: string): TargetValue {
  const { operator, number, unit, operatorPrinted } = comparison;
  const printed = directionOf(operator) ?? (operatorPrinted && number !== 0 ? 'atLeast' : null);
  return {
    ...unjudged(rawValue, operator),
    number,
    unit,
    gate,
    operatorPrinted,
    direction: printed ?? inferDirection({ number, unit, name }),
    directionInferred: !operatorPrinted,
  };
}

function asDate(rawValue: string, date: ReadDate, warnings: readonly Problem[] = []): ParsedTargetValue {
  const problems = date.problem ? [{ code: date.problem, params: { text: excerpt(rawValue) } }] : [];
  return { ...unjudged(rawValue, 'date'), dueDate: date.dueDate, warnings: [...problems, ...warnings] };
}

/** A bare number in a date column is a day that a spreadsheet printed as a number (R16); behind an operator only 20251031 is. */
function dateInColumn(comparison: Comparison, name: string | undefined): string | null {
  if (comparison.unit !== null || !name || !DATE_COLUMN.test(name)) return null;
  if (!comparison.operatorPrinted) return dateOfNumber(comparison.number);
  return comparison.number < COMPACT_DAYS ? null : (readDueDate(String(comparison.number), null)?.dueDate ?? null);
}

function warningsOf(rawValue: string, { unit, range, rest }: Comparison, gate: number | null): Problem[] {
  const params = { text: excerpt(rawValue) };
  const warnings: Problem[] = [];
  if (unit === null) warnings.push({ code: 'unit-missing', params });
  if (range) warnings.push({ code: 'value-is-range', params: { ...params, from: range.from, to: range.to } });
  if (gate === null && !range && /\d/.test(rest)) warnings.push({ code: 'value-says-more', params });
  return warnings;
}

function readText(rawValue: string, text: string, context: ValueContext): ParsedTargetValue {
  if (SPREADSHEET_ERROR.test(text)) {
    const warning = { code: 'value-is-error', params: { text: excerpt(rawValue) } };
    return { ...unjudged(rawValue, 'qualitative'), warnings: [warning] };
  }
  const year = context.year ?? null;
  const date = readDueDate(text, year) ?? readMonthAndDay(text, year, DAY_COLUMN.test(context.name ?? ''));
  if (date) return asDate(rawValue, date);
  const phase = readPhase(text, year);
  if (phase) return asDate(rawValue, phase, [{ code: 'value-says-more', params: { text: excerpt(rawValue) } }]);
  const { body, gate } = splitGate(text);
  const comparison = readComparison(body, context.name);
  if (comparison === null) {
    const within = readDayWithin(text, year);
    if (within) return asDate(rawValue, within, [{ code: 'value-says-more', params: { text: excerpt(rawValue) } }]);
    return { ...unjudged(rawValue, 'qualitative'), gate, warnings: [] };
  }
  if (comparison === 'unreadable') {
    const warning = { code: 'value-unreadable', params: { text: excerpt(rawValue) } };
    return { ...unjudged(rawValue, 'qualitative'), gate, warnings: [warning] };
  }
  const dueDate = dateInColumn(comparison, context.name);
  if (dueDate) return asDate(rawValue, { dueDate });
  const warnings = warningsOf(rawValue, comparison, gate);
  return { ...fromComparison(rawValue, comparison, gate, context.name), warnings };
}

/**
 * Reads a target value as printed (R16) with the direction of R17b. Total: any text gives a value; what is neither a number
 * nor a date is qualitative. Full- and half-width characters, ASCII signs and Chinese words of an operator are one thing.
 * Warnings: `value-missing`, `unit-missing`, `value-is-range` (the bound that binds is taken), `value-says-more` (a second
 * number was left aside), `value-unreadable`, `date-without-year`, `date-impossible`, `value-is-error` (a spreadsheet's
 * `#N/A` and the like: no target at all).
 */
export function parseTargetValue(rawText: string, context: ValueContext = {}): ParsedTargetValue {
  const rawValue = withoutNoise(rawText);
  if (isBlankCell(rawText)) return { ...unjudged(rawValue, 'qualitative'), warnings: [{ code: 'value-missing' }] };
  return readText(rawValue, withArabicDigits(halfWidth(rawText).slice(0, MAX_LENGTH)), context);
}
