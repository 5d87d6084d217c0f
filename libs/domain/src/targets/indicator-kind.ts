import { halfWidth } from '../kernel/text.js';
import type { IndicatorKind, TargetValue } from './target-types.js';
import { isMoneyOrTimePerCase, isStateUnit, isTimeUnit } from './units.js';

export interface InferredKind {
  readonly kind: IndicatorKind;
  /** First month in which the indicator is judged: 12 for `yearEnd`, else 1. */
  readonly assessedFrom: number;
}

type JudgedValue = Pick<TargetValue, 'operator' | 'unit' | 'direction'>;

/** (b): known only at the end of the year. 满意率 is 满意度 by another name. */
const YEAR_END_NAMES = /满意[度率]|知晓率|使用年限/;
/** (a): rates that grow from 0 to the target over the year. */
const PROGRESS_NAMES =
  /完成率|执行率|支付率|支出率|发放率|结案率|办结率|化解率|调处率|覆盖率|参保率|参与率|公开率|成功率/;
const COUNT_NAMES = /(?:数|数量|次数|额)$/;
/** … unless the name speaks of promptness, quality or state. */
const NOT_PROGRESS_NAMES = /及时|按时|审限|时限|合格|达标|优良|满意|完好|在线|投诉/;
const EXECUTION_RATE_NAMES = /预算执行率|人员经费执行率/;
/** (d): a term of service that passes with the year (`运维年限 1年`), unlike other durations. */
const SERVICE_TERM_NAMES = /(?:服务|运维|维护|运行|租赁|租用|托管)年限/;
/** Names whose number without a unit can only be a percentage. */
const RATE_NAMES = /率$|比例$|占比$|比重$/;
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|【[^】]*】|〔[^〕]*〕/g;

const compactName = (name: string): string => halfWidth(name).replace(/\s/g, '');
const withoutBrackets = (name: string): string => name.replace(BRACKETS, '');

/** A `%`, or no unit under a name that is a rate: `合格率 ≥95` is read as 95 %. */
function isPercent(name: string, unit: string | null): boolean {
  return unit === '%' || (unit === null && RATE_NAMES.test(withoutBrackets(name)));
}

/** (a) of R17: a percentage that grows over the year. */
function isProgressRate(name: string, unit: string | null): boolean {
  if (!isPercent(name, unit) || NOT_PROGRESS_NAMES.test(name)) return false;
  return PROGRESS_NAMES.test(name) || COUNT_NAMES.test(withoutBrackets(name));
}

/** (c) of R17 besides direction: other percentages, durations, money or time per case, measures of a state. */
function isLevelUnit(name: string, unit: string | null): boolean {
  if (isPercent(name, unit) || isMoneyOrTimePerCase(unit) || isStateUnit(unit)) return true;
  return isTimeUnit(unit) && !SERVICE_TERM_NAMES.test(name);
}

function kindOfNumber(name: string, { unit, direction }: JudgedValue): IndicatorKind {
  if (YEAR_END_NAMES.test(name)) return 'yearEnd';
  if (direction === 'atMost') return 'level';
  if (isProgressRate(name, unit)) return EXECUTION_RATE_NAMES.test(name) ? 'executionRate' : 'progressRate';
  return isLevelUnit(name, unit) ? 'level' : 'cumulative';
}

/**
 * How an indicator is judged, inferred from its name and its value (R17), in the order of the rule: (b) year-end names,
 * (c) anything whose direction is atMost, (a) progress rates, (c) other levels, (d) cumulative. Shown as inferred; a unit may
 * only propose another kind.
 */
export function inferKind({ name, value }: { readonly name: string; readonly value: JudgedValue }): InferredKind {
  if (value.operator === 'qualitative' || value.operator === 'date') return { kind: value.operator, assessedFrom: 1 };
  const kind = kindOfNumber(compactName(name), value);
  return { kind, assessedFrom: kind === 'yearEnd' ? 12 : 1 };
}
