import { halfWidth } from '../kernel/text.js';
import {
  isKnownUnit,
  isMoneyOrTimePerCase,
  isMoneyUnit,
  isStateUnit,
  isTimeUnit,
  splitUnit,
  unitAtHead,
} from './units.js';
import { NUMBER_SOURCE, numberOf } from './value-numbers.js';
import {
  isWeakOperator,
  OPERATOR_SOURCE,
  operatorOf,
  suffixOperator,
  suffixPosition,
  type ComparingOperator,
} from './value-operators.js';

/** A number with its operator and unit as a text states them (R16). */
export interface Comparison {
  readonly operator: ComparingOperator;
  readonly number: number;
  readonly unit: string | null;
  readonly operatorPrinted: boolean;
  /** Both ends, where the text gives a range: `number` is the end that binds. */
  readonly range?: { readonly from: number; readonly to: number };
  /** What follows the number and its unit. */
  readonly rest: string;
}

/** Number, unit and what follows, read from the head of a text. */
interface Quantity {
  readonly number: number;
  readonly unit: string | null;
  readonly suffix: ComparingOperator | null;
  readonly rest: string;
}

const HEAD = new RegExp(`^\\s*(?:约|¥|人民币)?\\s*([+-]?${NUMBER_SOURCE})\\s*`);
const UNIT_RUN =
  /^(?:[\p{L}\p{M}%‰°℃㎡㎥²³μ]|(?<=\p{L})[·•](?=\p{L})|(?<=m)[23](?!\d))+(?:\([^()\d]{1,4}\))?(?:\s?\/\s?(?:[\p{L}㎡㎥²³μ]|(?<=\p{L})[·•](?=\p{L}))+(?:(?<=m)[23](?!\d))?(?:\([^()\d]{1,4}\))?)*/u;
const PERCENT = /^(?:%|百分比|百分率)/;
const TIME_WITHIN = /^(\p{Script=Han}{1,5}|[a-z]{1,4})内/u;

const OPERATOR_FIRST = new RegExp(`^(${spaced(OPERATOR_SOURCE)})\\s*(?=[约¥+-]?\\s?\\d|人民币\\d)`);
const OPERATOR_ANYWHERE = new RegExp(`(${spaced(OPERATOR_SOURCE)})\\s*(?=[约¥]?\\s?\\d)`);
const OPERATOR_ONLY = /[≥≧⩾≤≦⩽<>≮≯]/;
const RANGE = /^(?:-|~|—|–|至|到)/;
const WORDS_THEN_PERCENT = new RegExp(`^[^\\d<>=≥≤%]{1,20}?(?=${NUMBER_SOURCE}\\s?(?:%|百分比)(?:以上|以内|以下)?$)`);
const WORDS_THEN_COUNT = new RegExp(
  `^(?!.*(?:每[月季周天日旬]|半年|第|前))[^\\d<>=≥≤%]{1,20}?(?=${NUMBER_SOURCE}\\s?\\p{Script=Han}{1,3}$)`,
  'u',
);
const LEADING_YEAR = /^(?:19|20)\d{2}年度?(?=\D*\d)/;
const CALENDAR_YEAR = /^(?:19|20)\d{2}年/;
const SEPARATOR = /^(?:[,;。、!(\s)]|:(?!\d))/;
/** Figures and signs that state no single number: fractions, powers, several figures. A plain ratio (1:1) is words. */
const FIGURES_ONLY = /^[\d.,\s/^×*x±+~eE-]+(?:以上|以下|以内)?$/;
const BEGINS_WITH_FRACTION = /^\d+\s?\/\s?\d/;
/** `1/3`, `1:3`: what follows the first figure makes it a fraction or a ratio. */
const FRACTION_REST = /^\s?[/:]\s?\d/;
/** 三分之一, ±5%: amounts that a person understands and that are no plain number. */
const NO_PLAIN_NUMBER = /(?<!百)分之|±/;
const PER_PERIOD = /(?:每|平均每)个?(月|季度|季|周|日|天)|(月|季|周|日)均/;

/** Signs such as `> =` may be printed apart. */
function spaced(source: string): string {
  return source.replaceAll('>=', '>\\s?=').replaceAll('<=', '<\\s?=');
}

function readUnit(text: string): { unit: string | null; suffix: ComparingOperator | null; rest: string } {
  const percent = PERCENT.exec(text);
  if (percent) {
    const after = text.slice(percent[0].length);
    return { unit: '%', suffix: suffixOperator(after) ?? (/^内(?!\p{L})/u.test(after) ? 'lte' : null), rest: after };
  }
  const run = UNIT_RUN.exec(text)?.[0] ?? '';
  const end = suffixPosition(run);
  const words = run
    .slice(0, end === -1 ? run.length : end)
    .replace(/\s/g, '')
    .replaceAll('•', '·')
    .replace(/^[余多]/, '')
    .replace(/左右$/, '');
  const within = TIME_WITHIN.exec(words)?.[1];
  if (within && isTimeUnit(within)) return { unit: within, suffix: 'lte', rest: text.slice(text.indexOf('内') + 1) };
  const unit = words === '' ? null : unitAtHead(words);
  const after = end === -1 ? text.slice(run.length) : text.slice(end);
  const left = unit === null ? words : words.slice(unit.length);
  return { unit, suffix: left === '' ? suffixOperator(after) : null, rest: left + after };
}

function readQuantity(text: string): Quantity | null {
  const head = HEAD.exec(text);
  const number = head ? numberOf(head[1] ?? '') : null;
  if (!head || number === null) return null;
  return { number, ...readUnit(text.slice(head[0].length)) };
}

/** `80%-90%`, `3至5天`: the lower end binds, the upper one for time and money. */
function asRange(first: Quantity): Comparison | null {
  const dash = RANGE.exec(first.rest);
  const second = dash && readQuantity(first.rest.slice(dash[0].length));
  if (!second || second.number <= first.number) return null;
  const unit = second.unit ?? first.unit;
  const ceiling = isTimeUnit(unit) || isMoneyUnit(unit) || isMoneyOrTimePerCase(unit);
  return {
    operator: ceiling ? 'lte' : 'gte',
    number: ceiling ? second.number : first.number,
    unit,
    operatorPrinted: false,
    range: { from: first.number, to: second.number },
    rest: second.rest,
  };
}

/**
 * Whether a number without an operator is the target rather than a digit inside words (`12345热线`, `24小时值班`, `3级等保`):
 * its unit is known, and what follows is nothing, a suffix, a new clause, or words after a percentage or a count.
 */
function standsAlone({ unit, suffix, rest }: Quantity): boolean {
  if (unit !== null && !isKnownUnit(splitUnit(unit).numerator)) return false;
  if (rest === '' || suffix !== null || SEPARATOR.test(rest)) return true;
  if (unit === '%') return !/^[-~×x*/±]/.test(rest);
  return unit !== null && !isTimeUnit(unit) && !isStateUnit(unit) && /^\p{Script=Han}/u.test(rest);
}

/** A percentage or a count at the end of a few plain words: `完成率100%`, `全年组织宣传6次`; never one per month or week. */
function afterWords(text: string): Comparison | null {
  const percent = numberFirst(text.replace(WORDS_THEN_PERCENT, ''));
  if (percent) return percent;
  const count = numberFirst(text.replace(WORDS_THEN_COUNT, ''));
  const counts = count?.unit && !isTimeUnit(count.unit) && !isMoneyUnit(count.unit) && !isStateUnit(count.unit);
  return counts ? count : null;
}

function numberFirst(text: string): Comparison | null {
  if (CALENDAR_YEAR.test(text)) return null;
  const quantity = readQuantity(text);
  if (!quantity) return null;
  const range = asRange(quantity);
  if (range) return range;
  if (!standsAlone(quantity)) return null;
  const { number, unit, suffix, rest } = quantity;
  return { operator: suffix ?? 'eq', number, unit, operatorPrinted: suffix !== null, rest };
}

function operatorFirst(text: string, match: RegExpExecArray): Comparison | null {
  const operator = operatorOf(match[1] ?? '');
  const quantity = readQuantity(text.slice(match.index + match[0].length));
  if (!operator || !quantity) return null;
  const { number, unit, suffix, rest } = quantity;
  if (unit === null && FRACTION_REST.test(rest)) return null;
  const stronger = suffix !== null && isWeakOperator(match[1] ?? '') ? suffix : operator;
  return { operator: stronger, number, unit, operatorPrinted: true, rest };
}

/** The operator and the unit that stand in the name of the indicator: `满意度(≥**%)`, `案件数(件)`. */
function partsOfName(name: string): { operator?: ComparingOperator | undefined; unit: string | null } {
  const plain = halfWidth(name).replace(/\s/g, '');
  const template = new RegExp(`\\((${OPERATOR_SOURCE})[*×xX_#…]*([^()*\\d]*)\\)`).exec(plain);
  if (template) {
    const unit = template[2] ? readUnit(template[2]).unit : null;
    return { operator: operatorOf(template[1] ?? ''), unit };
  }
  const bracketed = /\(([^()]{1,6})\)$/.exec(plain)?.[1];
  const unit = bracketed ? readUnit(bracketed).unit : null;
  return { unit: unit !== null && isKnownUnit(unit) ? unit : null };
}

function completedByName(comparison: Comparison, name: string | undefined): Comparison {
  if (!name || comparison.rest !== '') return comparison;
  const { operator, unit } = partsOfName(name);
  if (comparison.unit !== null && comparison.unit !== unit) return comparison;
  if (comparison.operatorPrinted || !operator) return { ...comparison, unit };
  return { ...comparison, unit, operator, operatorPrinted: true };
}

/** `每月≥1次` is a rate per month, which a year's total must not be compared with: its unit is 次/月. */
function perPeriod(comparison: Comparison | null, before: string): Comparison | null {
  const match = PER_PERIOD.exec(before);
  if (!comparison?.unit || comparison.unit === '%' || comparison.unit.includes('/') || !match) return comparison;
  return { ...comparison, unit: `${comparison.unit}/${match[1] ?? match[2]}` };
}

/** Whether a text that states no comparison was meant to state one. */
const isUnreadable = (body: string): boolean =>
  OPERATOR_ONLY.test(body) || BEGINS_WITH_FRACTION.test(body) || (FIGURES_ONLY.test(body) && /\d/.test(body));

/**
 * Finds the comparison that a text states: operator and number at its head, a number at its head, an operator and a number
 * further on, or a count or percentage after a few plain words. Null where the digits stand inside words or there are none;
 * `unreadable` where an operator is printed that no readable number follows, and for fractions, ratios and the like: `≥1/3`
 * is not ≥1.
 */
export function readComparison(text: string, name?: string): Comparison | 'unreadable' | null {
  const body = text.replace(LEADING_YEAR, '').trim();
  if (NO_PLAIN_NUMBER.test(body)) return 'unreadable';
  const first = OPERATOR_FIRST.exec(body);
  if (first) {
    const comparison = operatorFirst(body, first);
    return comparison ? completedByName(comparison, name) : 'unreadable';
  }
  const alone = numberFirst(body);
  if (alone) return completedByName(alone, name);
  const inside = OPERATOR_ANYWHERE.exec(body);
  if (inside) return perPeriod(operatorFirst(body, inside), body.slice(0, inside.index)) ?? 'unreadable';
  return afterWords(body) ?? (isUnreadable(body) ? 'unreadable' : null);
}
