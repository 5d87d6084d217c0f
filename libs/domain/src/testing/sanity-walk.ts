import { exact, roundHalfAway } from '../kernel/exact.js';
import { lastDayOf, type Period } from '../kernel/period.js';
import type { AssessmentInput } from '../monitoring/assessment-types.js';
import { judgedKind } from '../monitoring/judged-kind.js';
import { RATIO_RULE_PACK, type RulePack } from '../monitoring/rule-pack.js';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import { plannedPercent, straightLinePercent } from '../targets/spend-schedule.js';
import type { RecognisedDocument } from '../targets/recognition/document-types.js';
import type { IndicatorTarget, SpendSchedule } from '../targets/target-types.js';

/** A project of a target document, as far as a year's walk needs it. */
export interface WalkedProject {
  readonly name: string;
  readonly budgetFen: number | null;
  readonly schedule: SpendSchedule | null;
  readonly indicators: readonly IndicatorTarget[];
}

export interface Walk {
  readonly year: number;
  /** 1 is a well-run year: spending exactly at plan, results in proportion; 0.4 has everything at 40 % of that. */
  readonly performance: number;
  readonly months?: readonly number[];
  readonly rulePack?: RulePack;
  /** What spending runs at: the plan, or month/12 where that is what the rule pack asks for. */
  readonly spending?: 'plan' | 'straightLine';
}

/** The projects of a recognised document. */
export function walkedProjects({ projects }: RecognisedDocument): WalkedProject[] {
  return projects.map(({ name, budgetFen, schedule, scheduleMonths, indicators }) => ({
    name,
    budgetFen,
    schedule: schedule && scheduleMonths && checkpoints(schedule, scheduleMonths),
    indicators,
  }));
}

const checkpoints = (percents: readonly number[], months: readonly number[]): SpendSchedule =>
  months.map((month, at) => ({ month, percent: percents[at] ?? 0 }));

/** Ends of the quarters, in which most authorities monitor. */
export const QUARTERS: readonly number[] = [3, 6, 9, 12];

/**
 * What a project reports in a year that runs at a constant performance, as the input of each round (domain rules §10,
 * the sanity walk). Results are what the rule pack reads them as: a rate that it takes for a level stands at its target
 * all year (`shanxi`). Deadlines have passed and nothing is blank, so that every colour comes from the figures.
 */
export function walkYear(project: WalkedProject, walk: Walk): AssessmentInput[] {
  const { months = QUARTERS, rulePack = RATIO_RULE_PACK, spending = 'plan', year, performance } = walk;
  return months.map((month) => {
    const period = { year, month };
    return {
      period,
      rulePack,
      deadlinePassed: true,
      exempt: false,
      startMonth: 1,
      adjustedBudgetFen: project.budgetFen,
      schedule: project.schedule,
      expenditureFen: expenditure(project, spending, period, performance),
      indicators: project.indicators.map((target, at) => ({
        id: `indicator-${at + 1}`,
        target,
        answer: answerOf({ ...target, kind: judgedKind(target, rulePack.indicators) }, period, performance),
      })),
    };
  });
}

function expenditure(
  { budgetFen, schedule }: WalkedProject,
  spending: 'plan' | 'straightLine',
  period: Period,
  performance: number,
): number {
  const planned =
    schedule === null || spending === 'straightLine' ? straightLinePercent(period) : plannedPercent(schedule, period);
  return roundHalfAway(
    planned
      .mul(exact(budgetFen ?? 0))
      .mul(exact(performance))
      .div(exact(100)),
    0,
  );
}

function answerOf(target: IndicatorTarget, period: Period, performance: number): IndicatorAnswer | null {
  if (period.month < target.assessedFrom) return null;
  switch (target.kind) {
    case 'executionRate':
      return null;
    case 'qualitative':
      return { type: 'outcome', outcome: outcomeAt(performance) };
    case 'date':
      return dateAnswer(target.dueDate, period, performance);
    case 'cumulative':
      return { type: 'value', value: Math.floor(share(target, period, performance)) };
    case 'progressRate':
      return { type: 'value', value: share(target, period, performance) };
    case 'level':
    case 'yearEnd':
      return { type: 'value', value: levelAt(target, performance) };
  }
}

function outcomeAt(performance: number): 'met' | 'partly' | 'unmet' {
  if (performance >= 1) return 'met';
  return performance >= 0.6 ? 'partly' : 'unmet';
}

/** A well-run unit is done on the due day; a badly run one is never done. */
function dateAnswer(dueDate: string | null, period: Period, performance: number): IndicatorAnswer {
  const isDone = performance >= 1 && dueDate !== null && dueDate <= lastDayOf(period);
  return isDone ? { type: 'doneOn', doneOn: dueDate } : { type: 'notDone' };
}

/** What has been achieved of the year's target, in proportion to the months. */
function share({ number }: IndicatorTarget, period: Period, performance: number): number {
  const achieved = exact(number ?? 0)
    .mul(straightLinePercent(period))
    .mul(exact(performance))
    .div(exact(100));
  return roundHalfAway(achieved, 6);
}

/**
 * A level stands at the target times the performance. Upper limits are kept in every walk: 40 % of a limit would be an
 * achievement, so they must not be what turns a badly run project red.
 */
function levelAt({ number, operator, direction }: IndicatorTarget, performance: number): number {
  const limit = exact(number ?? 0);
  const step = exact('0.01');
  if (operator === 'lt') return roundHalfAway(limit.sub(step), 6);
  if (direction === 'atMost') return roundHalfAway(limit, 6);
  const level = limit.mul(exact(performance));
  return roundHalfAway(operator === 'gt' && performance >= 1 ? level.add(step) : level, 6);
}
