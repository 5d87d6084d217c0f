import { exact } from '../kernel/exact.js';
import type { Period } from '../kernel/period.js';
import type { Checkpoint, SpendSchedule } from '../targets/target-types.js';
import { bandLight } from './bands.js';
import type { Exact } from './figures.js';
import { percentOf, ZERO } from './figures.js';
import type { RatioSpendRules } from './rule-pack.js';
import type { SpendFigures } from './spend-figures.js';
import type { SpendInput, SpendVerdict } from './spend-verdict.js';

/** What the execution rate is a percentage of; straight-line stands in for a missing plan (R4). */
export function referenceOf(
  rules: Pick<RatioSpendRules, 'reference'>,
  figures: SpendFigures,
): { of: 'plan' | 'straightLine'; percent: Exact } {
  if (rules.reference === 'straightLine' || figures.planMissing) {
    return { of: 'straightLine', percent: figures.straightLine };
  }
  return { of: 'plan', percent: figures.planned };
}

/**
 * R9 and R10; the budget is positive and not exceeded, spending is reported. In months between checkpoints a project
 * that has met the last checkpoint is at worst yellow; the start of the year counts as a checkpoint of 0 %.
 *
 * Where the rules compare with straight-line (or the plan is missing and straight-line stands in), the plan does not
 * matter at all: a plan of 0 neither excuses a project that spent nothing (R10) nor praises one that spent a little.
 */
export function judgeRatio(rules: RatioSpendRules, figures: SpendFigures, input: SpendInput): SpendVerdict {
  const reference = referenceOf(rules, figures);
  const rate = figures.executionRate ?? ZERO;
  const ratio = percentOf(rate, reference.percent);
  if (ratio === null) {
    return rate.gt(ZERO) ? { light: 'green', reason: 'ahead-of-plan' } : { light: 'grey', reason: 'not-due' };
  }
  const light = bandLight(ratio, rules);
  if (light === 'green') return { light, reason: 'spend-on-plan' };
  if (light === 'red' && reference.of === 'plan' && input.schedule !== null) {
    const passed = passedCheckpointMet(input.schedule, input.period, rate);
    if (passed !== null) return { light: 'yellow', reason: 'between-checkpoints', lastCheckpoint: passed };
  }
  return { light, reason: 'spend-behind-plan' };
}

/** R9: the last checkpoint before the round's month, where the round lies between two and that one was met. */
function passedCheckpointMet(schedule: SpendSchedule, period: Period, rate: Exact): Checkpoint | null {
  if (schedule.some((checkpoint) => checkpoint.month === period.month)) return null;
  const start: Checkpoint = { month: 0, percent: 0 };
  const passed = schedule.filter((checkpoint) => checkpoint.month < period.month).at(-1) ?? start;
  return rate.gte(exact(passed.percent)) ? passed : null;
}
