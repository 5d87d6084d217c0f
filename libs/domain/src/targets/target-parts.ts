import type { Problem } from '../kernel/result.js';
import { excerpt, halfWidth, isBlankCell } from '../kernel/text.js';
import { inferDirection } from './direction.js';
import type { Direction } from './target-types.js';
import { directionOf, OPERATOR_SOURCE, operatorOf } from './value-operators.js';
import { type ParsedTargetValue, parseTargetValue, type ValueContext } from './value-parser.js';

/** A target whose operator, number, unit and direction stand in cells of their own; blank where there is no such cell. */
export interface TargetParts {
  readonly name: string;
  readonly value: string;
  readonly operator: string;
  readonly measure: string;
  readonly direction: string;
}

export interface JoinedTarget {
  /** The name without a pattern such as `(≥**%)`, whose operator and unit went into the value. */
  readonly name: string;
  readonly value: ParsedTargetValue;
}

/** What a word in a column of directions or operators stands for. */
type Meaning = Direction | 'qualitative' | 'none';

const MEANINGS: Readonly<Record<string, Meaning>> = {
  正: 'atLeast',
  正向: 'atLeast',
  正指标: 'atLeast',
  越大越好: 'atLeast',
  越高越好: 'atLeast',
  反: 'atMost',
  反向: 'atMost',
  逆向: 'atMost',
  负向: 'atMost',
  反指标: 'atMost',
  逆指标: 'atMost',
  负指标: 'atMost',
  越小越好: 'atMost',
  越低越好: 'atMost',
  定性: 'qualitative',
  文字描述: 'qualitative',
  文本: 'qualitative',
  描述: 'qualitative',
  定量: 'none',
  约束: 'none',
  预期: 'none',
  共性: 'none',
  个性: 'none',
  核心: 'none',
  无: 'none',
};

const LONGEST_PART = 40;
const TEMPLATE = new RegExp(
  `[(（]\\s{0,4}(${OPERATOR_SOURCE}|＞\\s?＝|＜\\s?＝|[＞＜＝])\\s{0,4}[*＊×xX_＿#…○〇.]{0,12}\\s{0,4}([^()（）*\\d]{0,10})[)）]`,
  'u',
);
const BARE_NUMBER = /^[+-]?\d[\d,]*(?:\.\d+)?$/;
const ENDS_IN_NUMBER = /\d$/;
/** Words behind a number that make it a day rather than a quantity: 2024 | 年, 12 | 月底前. */
const DAY_MEASURE = /^(?:年度?(?:内|前|底|末)*|月(?:份|底|末|前)+)$/;
const STARTS_WITH_OPERATOR = new RegExp(`^(?:${OPERATOR_SOURCE})`, 'u');
const REMARK_BEHIND = /[(（][^()（）]*[)）]\s*$/;
const PERCENT_WORDS = /^(?:%|百分比|百分率|百分数)(?:\(.*\))?$/;
const YEAR_NUMBER = /^20\d\d$/;

/**
 * Reads a target whose parts stand in separate columns (R16–R17b): `大于等于 | 90 | %`. The raw value is what is printed,
 * joined. Words of direction (正向, 反向) decide the direction as printed, not inferred; 定性 makes the target qualitative.
 * A pattern in the name, `满意度(≥**%)`, gives operator and unit to a bare number and leaves the name. Parts that contradict
 * each other are never guessed about in silence. Warnings, besides those of `parseTargetValue`: `operator-unreadable`,
 * `operator-contradicts-value`, `unit-contradicts-value`, `direction-unreadable`, `direction-contradicts-operator`, `qualitative-with-number`,
 * `fraction-of-percent`, `operator-without-number`.
 */
export function joinTarget(parts: TargetParts, context: Pick<ValueContext, 'year'> = {}): JoinedTarget {
  const { name, completed } = withoutTemplate(parts);
  const printed = readPrinted(completed);
  const rawValue = rawValueOf(completed, printed.operator);
  const parsed = parseJoined(rawValue, completed, printed.operator, { ...context, name });
  const warnings = [...parsed.warnings, ...printed.problems];
  const kept = withOperatorKept({ ...parsed, rawValue, warnings }, printed.operator);
  const value = directed(kept, printed.meaning);
  return { name, value: withFractionCheck(value, completed) };
}

/** True where a target has no part but its value: nothing is to be joined. */
export const isPlainTarget = ({ name, operator, measure, direction }: TargetParts): boolean =>
  operator === '' && measure === '' && direction === '' && templateOf(name) === null;

const templateOf = (name: string): RegExpExecArray | null => (/[(（]/.test(name) ? TEMPLATE.exec(name) : null);

/** True for words of a column of directions: 正向, 反向, 定性, 定量. */
export const isDirectionWord = (text: string): boolean => meaningOf(text) !== null;

/** True for those that say which way is better, or that the target is no number: 正向, 反向, 定性, but not 定量. */
export const decidesDirection = (text: string): boolean => isDirectionWord(text) && meaningOf(text) !== 'none';

/** True for a sign or word that compares: `≥`, 小于等于. */
export const isOperatorWord = (text: string): boolean => comparing(text) !== undefined && meaningOf(text) === null;

/** A bare number takes operator and unit from the pattern in its name; the name loses the pattern. */
function withoutTemplate(parts: TargetParts): { readonly name: string; readonly completed: TargetParts } {
  const match = templateOf(parts.name);
  if (!match) return { name: parts.name, completed: parts };
  const value = halfWidth(parts.value).replace(/\s/g, '');
  const [template = '', operator = '', measure = ''] = match;
  const head = value.slice(0, value.length - halfWidth(measure).length);
  const isBare = BARE_NUMBER.test(value) || (value.endsWith(halfWidth(measure)) && BARE_NUMBER.test(head));
  if (!isBare) return { name: parts.name, completed: parts };
  const name = parts.name.replace(template, '').trim() || parts.name;
  const completed = { ...parts, name, operator: parts.operator || operator, measure: parts.measure || measure.trim() };
  return { name, completed };
}

interface PrintedWords {
  /** The word or sign of the operator as printed; empty where there is none that compares. */
  readonly operator: string;
  readonly meaning: Meaning;
  readonly problems: readonly Problem[];
}

function readPrinted({ operator, direction }: TargetParts): PrintedWords {
  const problems: Problem[] = [];
  const inOperator = meaningOf(operator);
  const isOperator = isOperatorWord(operator);
  if (!isOperator && inOperator === null && !isBlankCell(operator)) {
    problems.push({ code: 'operator-unreadable', params: { text: excerpt(operator) } });
  }
  const inDirection = meaningOf(direction);
  if (inDirection === null && !isBlankCell(direction)) {
    problems.push({ code: 'direction-unreadable', params: { text: excerpt(direction) } });
  }
  const meanings = [inDirection, inOperator].filter((meaning) => meaning !== null && meaning !== 'none');
  const sign = operatorOf(compact(operator)) ? operator : operator.replace(REMARK_BEHIND, '');
  return { operator: isOperator ? sign.trim() : '', meaning: meanings[0] ?? 'none', problems };
}

function meaningOf(text: string): Meaning | null {
  const word = compact(text).replace(/(?:指标|性)$/, '');
  const found = [compact(text), word].find((candidate) => Object.hasOwn(MEANINGS, candidate));
  return found === undefined ? null : (MEANINGS[found] ?? null);
}

const compact = (text: string): string => (text.length > LONGEST_PART ? '' : halfWidth(text).replace(/\s/g, ''));

/** The operator that a cell holds, also with a remark behind it: `≥(大于等于)`. */
const comparing = (text: string): ReturnType<typeof operatorOf> =>
  operatorOf(compact(text)) ?? operatorOf(compact(text).replace(REMARK_BEHIND, ''));

/** What is printed, joined: operator, value and unit, each only where the value does not carry it already. */
function rawValueOf({ value, measure }: TargetParts, operator: string): string {
  const plain = halfWidth(value).trim();
  const startsBare = /^[+-]?[¥约]?\d/.test(plain);
  const unit = !isBlankCell(measure) && ENDS_IN_NUMBER.test(plain) ? measure.trim() : '';
  return `${startsBare ? operator : ''}${value.trim()}${unit}`;
}

/** The joined text as a value: the cell of the unit is taken at its word, where the text alone would be read otherwise. */
function parseJoined(raw: string, parts: TargetParts, operator: string, context: ValueContext): ParsedTargetValue {
  const plain = halfWidth(parts.value).replace(/\s/g, '');
  const measure = isBlankCell(parts.measure) ? '' : compact(parts.measure);
  const isDay = DAY_MEASURE.test(measure) && (YEAR_NUMBER.test(plain) || measure.startsWith('月'));
  if (measure === '' || isDay) return contradicted(parseTargetValue(raw, context), parts, operator);
  const bare = parseTargetValue(rawValueOf({ ...parts, measure: '' }, operator), { ...context, name: undefined });
  const value = contradicted(bare, parts, operator);
  if (value.number === null) return value;
  const unit = PERCENT_WORDS.test(measure) ? '%' : measure;
  if (value.unit === null) return withUnit(value, unit, context.name);
  if (value.unit === unit) return value;
  const params = { text: excerpt(parts.measure), value: excerpt(parts.value) };
  return { ...value, warnings: [...value.warnings, { code: 'unit-contradicts-value', params }] };
}

function withUnit(value: ParsedTargetValue, unit: string, name: string | undefined): ParsedTargetValue {
  const { number, directionInferred } = value;
  const direction = directionInferred && number !== null ? inferDirection({ number, unit, name }) : value.direction;
  return { ...value, unit, direction, warnings: value.warnings.filter(isNotUnitMissing) };
}

/** An operator beside a value that has another one of its own. */
function contradicted(value: ParsedTargetValue, parts: TargetParts, operator: string): ParsedTargetValue {
  const beside = comparing(operator);
  if (beside === undefined || value.number === null || !value.operatorPrinted || value.operator === beside)
    return value;
  const params = { text: excerpt(operator), value: excerpt(parts.value) };
  return { ...value, warnings: [...value.warnings, { code: 'operator-contradicts-value', params }] };
}

/** An operator beside words, `≥ | 优良`: it is printed, so it is kept and told of. `= | 优良` says no more than the words. */
function withOperatorKept(value: ParsedTargetValue, operator: string): ParsedTargetValue {
  if (value.operator !== 'qualitative' || isBlankCell(value.rawValue)) return value;
  if (operator === '' || comparing(operator) === 'eq' || value.warnings.some(isUnreadable)) return value;
  const rawValue = STARTS_WITH_OPERATOR.test(halfWidth(value.rawValue))
    ? value.rawValue
    : `${operator}${value.rawValue}`;
  const warning = { code: 'operator-without-number', params: { text: excerpt(operator), value: excerpt(rawValue) } };
  return { ...value, rawValue, warnings: [...value.warnings, warning] };
}

const isUnreadable = ({ code }: Problem): boolean => code === 'value-is-error' || code === 'value-unreadable';

function directed(value: ParsedTargetValue, meaning: Meaning): ParsedTargetValue {
  if (value.number === null || meaning === 'none') return value;
  const params = { text: excerpt(value.rawValue) };
  if (meaning === 'qualitative') {
    const warnings = [...value.warnings.filter(isNotUnitMissing), { code: 'qualitative-with-number', params }];
    const nothing = { number: null, unit: null, operatorPrinted: false, direction: null, directionInferred: false };
    return { ...value, ...nothing, operator: 'qualitative', warnings };
  }
  const printed = value.operator === 'eq' || !value.operatorPrinted ? null : comparedDirection(value);
  if (printed !== null && printed !== meaning) {
    return { ...value, warnings: [...value.warnings, { code: 'direction-contradicts-operator', params }] };
  }
  return { ...value, direction: meaning, directionInferred: false };
}

const isNotUnitMissing = ({ code }: Problem): boolean => code !== 'unit-missing';

const comparedDirection = ({ operator }: ParsedTargetValue): Direction | null =>
  operator === 'qualitative' || operator === 'date' ? null : directionOf(operator);

/** A spreadsheet keeps 95 % as 0.95: beside a unit of its own that may be meant as 95. */
function withFractionCheck(value: ParsedTargetValue, { measure }: TargetParts): ParsedTargetValue {
  const { number, unit, direction } = value;
  if (measure === '' || unit !== '%' || number === null || number <= 0 || number > 1 || direction !== 'atLeast') {
    return value;
  }
  const warning = { code: 'fraction-of-percent', params: { text: excerpt(value.rawValue) } };
  return { ...value, warnings: [...value.warnings, warning] };
}
