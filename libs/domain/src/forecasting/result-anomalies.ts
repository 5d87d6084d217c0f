import { isJump, JUMP_RULES, type CumulativeFigure, type JumpRules } from '../reporting/jump.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import type { ResultFlat, ResultOverWhole, ResultStep } from './finding.js';

/** When results are worth a word, as data. */
export interface ResultAnomalyRules {
  /** Consecutive rounds with the very same result. */
  readonly flatRounds: number;
  readonly jump: JumpRules;
  /** Names of shares of a whole, which cannot exceed 100 %. 完成率 and 增长率 can, and are not among them. */
  readonly shareNames: readonly string[];
}

export const RESULT_ANOMALY_RULES: ResultAnomalyRules = {
  flatRounds: 3,
  jump: JUMP_RULES,
  shareNames: [
    ...['合格率', '优良率', '达标率', '完好率', '准确率', '正确率', '及时率', '按时', '满意', '知晓率'],
    ...['覆盖率', '参保率', '参与率', '公开率', '发放率', '结案率', '办结率', '化解率', '调处率'],
  ],
};

/** An indicator's results over the rounds of one year, ascending by month; a round without a result is left out. */
export interface ResultSeries {
  readonly id: string;
  readonly target: Pick<IndicatorTarget, 'name' | 'kind' | 'unit' | 'number' | 'direction'>;
  readonly results: readonly CumulativeFigure[];
}

/**
 * What is implausible about an indicator's results over a year, each with its figures: the same result round after
 * round where it should grow (`result-flat`); a cumulative result that falls (`result-falls`) or jumps (`result-jumps`, by
 * the rule of {@link isJump}); a share of more than 100 % (`result-over-whole`).
 *
 * Growing is expected of cumulative and progress indicators (R17 a, d) until the target is reached; nothing at all is
 * not flat, for that is what the lights judge. Alike figures of different indicators prove nothing and are not looked at.
 */
export function resultAnomalies(
  series: ResultSeries,
  rules: ResultAnomalyRules = RESULT_ANOMALY_RULES,
): readonly (ResultFlat | ResultStep | ResultOverWhole)[] {
  const flat = flatResult(series, rules);
  return [...(flat ? [flat] : []), ...steps(series, rules), ...overWhole(series, rules)];
}

const about = ({ id, target: { name, unit } }: ResultSeries) => ({ indicatorId: id, indicator: name, unit });

const grows = ({ target: { kind, direction } }: ResultSeries): boolean =>
  (kind === 'cumulative' || kind === 'progressRate') && direction !== 'atMost';

/** The rounds up to the latest that all have its result. */
function flatResult(series: ResultSeries, { flatRounds }: ResultAnomalyRules): ResultFlat | null {
  const latest = series.results.at(-1);
  if (latest === undefined || !grows(series) || latest.value <= 0) return null;
  const { number } = series.target;
  if (number !== null && latest.value >= number) return null;
  const lastOther = series.results.findLastIndex(({ value }) => value !== latest.value);
  const months = series.results.slice(lastOther + 1).map(({ month }) => month);
  if (months.length < flatRounds) return null;
  return { code: 'result-flat', ...about(series), value: latest.value, months };
}

function steps(series: ResultSeries, { jump }: ResultAnomalyRules): ResultStep[] {
  if (series.target.kind !== 'cumulative') return [];
  return series.results.flatMap((now, at): ResultStep[] => {
    const before = series.results[at - 1];
    if (before === undefined) return [];
    const code = stepCode(before, now, series.target.number, jump);
    const figures = { fromMonth: before.month, toMonth: now.month, before: before.value, now: now.value };
    return code === null ? [] : [{ code, ...about(series), ...figures }];
  });
}

function stepCode(
  before: CumulativeFigure,
  now: CumulativeFigure,
  target: number | null,
  jump: JumpRules,
): ResultStep['code'] | null {
  if (now.value < before.value) return 'result-falls';
  return isJump(before, now, target, jump) ? 'result-jumps' : null;
}

function overWhole(series: ResultSeries, { shareNames }: ResultAnomalyRules): ResultOverWhole[] {
  const { name, unit } = series.target;
  if (unit !== '%' || !shareNames.some((share) => name.includes(share))) return [];
  return series.results
    .filter(({ value }) => value > 100)
    .map(({ month, value }) => ({ code: 'result-over-whole', ...about(series), month, value }));
}
