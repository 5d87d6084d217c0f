import { exact, type Fraction } from '../kernel/exact.js';
import { wanFromFen, type Fen } from '../kernel/money.js';
import type { Problem } from '../kernel/result.js';
import { halfWidth } from '../kernel/text.js';
import { directionDoubt } from './direction-check.js';
import type { TargetValue } from './target-types.js';
import { isMoneyUnit, isTimeUnit, splitUnit } from './units.js';

/** What the checks of an indicator look at. */
export interface LintedIndicator {
  readonly level2: string;
  readonly name: string;
  readonly value: Pick<TargetValue, 'number' | 'unit' | 'direction' | 'directionInferred'>;
}

const DURATION_NAMES = /(?:时间|时限)$/;
const BRACKETS = /\([^()]*\)/g;
const PEOPLE_OR_CASES = /^[万千]?(?:人|人次|名|例|件|起|宗|案|户|户次|人\/次)$/;

const plainName = (name: string): string => halfWidth(name).replace(/\s/g, '').replace(BRACKETS, '');

/** A name that ends in 时间 or 时限 with a percentage: is a share of punctual work meant, or a time? (R41) */
function percentOfTime({ name, value }: LintedIndicator): Problem | null {
  if (value.unit !== '%' || !DURATION_NAMES.test(plainName(name))) return null;
  return { code: 'percent-of-time', params: { name } };
}

/** 数量指标 with `≤` on people or cases: doing nothing meets it. A target of none (0 起事故) is meant so (R41). */
function metByDoingNothing({ level2, name, value }: LintedIndicator): Problem | null {
  const counted = value.unit !== null && PEOPLE_OR_CASES.test(value.unit);
  if (!level2.includes('数量') || value.direction !== 'atMost' || value.number === 0 || !counted) return null;
  return { code: 'met-by-doing-nothing', params: { name } };
}

/** 预算执行率 has its own points in self-evaluation, so as an indicator it counts twice (R41). */
function countedTwice({ name }: LintedIndicator): Problem | null {
  return plainName(name).includes('预算执行率') ? { code: 'execution-rate-counted-twice', params: { name } } : null;
}

/** A duration without an operator is read as a floor (R17b step 5), which is wrong for `响应时间 2小时`: worth a look. */
function durationWithoutOperator({ name, value }: LintedIndicator): Problem | null {
  const floor = value.directionInferred && value.direction === 'atLeast' && isTimeUnit(value.unit);
  return floor && /时间|时长|时限|周期|天数/.test(name)
    ? { code: 'duration-without-operator', params: { name } }
    : null;
}

/** Everything worth a word about one indicator's target (R41): warnings, never blocking. */
export function lintIndicator(indicator: LintedIndicator): Problem[] {
  return [directionDoubt, percentOfTime, metByDoingNothing, countedTwice, durationWithoutOperator]
    .map((check) => check(indicator))
    .filter((problem) => problem !== null);
}

const FEN_OF_UNIT: Readonly<Record<string, number>> = { 元: 100, 千元: 1e5, 万元: 1e6, 百万元: 1e8, 亿元: 1e10 };
const SCALE_OF_COUNT: Readonly<Record<string, number>> = { 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** The amount in 分 of a money leaf; null for other leaves. */
function amountOf({ value }: LintedIndicator): Fraction | null {
  const fen = value.unit === null ? undefined : FEN_OF_UNIT[value.unit];
  return value.number === null || fen === undefined ? null : exact(value.number).mul(exact(fen));
}

/** `4.5万户` is 45,000 of 户. */
function quantityOf(indicator: LintedIndicator, unit: string): Fraction | null {
  const { number, unit: printed } = indicator.value;
  if (number === null || printed === null || !printed.endsWith(unit)) return null;
  const scale = printed.slice(0, -unit.length);
  if (scale === '') return exact(number);
  const factor = SCALE_OF_COUNT[scale];
  return factor === undefined ? null : exact(number).mul(exact(factor));
}

/** Unit price × quantity (20元/户 × 4.5万户), in 分, where exactly one quantity fits the price; null otherwise. */
function pricedAmount(price: LintedIndicator, indicators: readonly LintedIndicator[]): Fraction | null {
  if (price.value.number === null || price.value.unit === null) return null;
  const { numerator, denominator } = splitUnit(price.value.unit);
  const fen = FEN_OF_UNIT[numerator];
  if (!isMoneyUnit(numerator) || fen === undefined || denominator === null) return null;
  const quantities = indicators.map((other) => quantityOf(other, denominator)).filter((found) => found !== null);
  const [quantity] = quantities;
  if (quantity === undefined || quantities.length > 1) return null;
  return exact(price.value.number).mul(exact(fen)).mul(quantity);
}

const sum = (amounts: readonly Fraction[]): Fraction => amounts.reduce((left, right) => left.add(right), exact(0));
const shownAmount = (amount: Fraction): string => wanFromFen(Number(amount.round().n));

/**
 * Compares the cost targets of a project with its budget (R42): money leaves under 成本指标 should add up to it
 * (`cost-not-budget`), and unit price × quantity should give it or one of those leaves (`price-times-quantity-not-budget`).
 */
export function lintCosts(indicators: readonly LintedIndicator[], budgetFen: Fen | null): Problem[] {
  if (budgetFen === null) return [];
  const budget = exact(budgetFen);
  const leaves = indicators.filter(({ level2 }) => level2.includes('成本'));
  const amounts = leaves.map(amountOf).filter((amount) => amount !== null);
  const priced = leaves.map((leaf) => pricedAmount(leaf, indicators)).filter((amount) => amount !== null);
  const problems: Problem[] = [];
  if (amounts.length > 0 && !sum(amounts).equals(budget)) {
    const params = { costs: shownAmount(sum(amounts)), budget: wanFromFen(budgetFen) };
    problems.push({ code: 'cost-not-budget', params });
  }
  const explained = sum(priced).equals(budget) || priced.every((amount) => amounts.some((leaf) => leaf.equals(amount)));
  if (priced.length > 0 && !explained) {
    const params = { costs: shownAmount(sum(priced)), budget: wanFromFen(budgetFen) };
    problems.push({ code: 'price-times-quantity-not-budget', params });
  }
  return problems;
}
