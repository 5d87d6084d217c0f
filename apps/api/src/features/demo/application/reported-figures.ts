import { exact, plannedPercent, roundHalfAway, straightLinePercent } from '@jixiao/domain';
import type { BulkReportInput } from '../../reporting/index.js';
import {
  DEMO_MONTHS,
  isEarlierYear,
  type DemoIndicator,
  type DemoMonth,
  type DemoProject,
  type DemoProjectYear,
  type DemoYear,
} from '../county/demo-types.js';
import { STORIES, type Story } from '../county/stories.js';
import { fixedChance } from './fixed-chance.js';

const FEN_PER_WAN = 1_000_000;
const CHECKPOINT_MONTHS = [3, 6, 10, 12] as const;
/** Real figures are never exactly as planned: up to this share more or less. */
const SCATTER = 0.012;
/** Before the county was watched quarter by quarter, its spending went less evenly. */
const EARLIER_SCATTER = 0.06;
/** Less than this share of the plan is explained (R24); in December all of the year's work has to be done. */
const ENOUGH = 0.8;
const WHOLE_YEAR_SPENT = 0.95;
/** Work this far ahead of plan is explained as well (R25). */
const FAR_AHEAD = 1.15;

/** What a unit enters for one project in a round; indicators by name. */
export type DemoReport = Omit<BulkReportInput['projects'][number], 'code' | 'name'>;
type DemoAnswer = NonNullable<DemoReport['results']>[number];

/** Year and month of a round, and the project in it. */
export interface DemoRound {
  readonly project: DemoProject;
  readonly run: DemoProjectYear;
  readonly year: DemoYear;
  readonly month: DemoMonth;
}

/** @returns the report of a project in a round, null where its story has none. The same call gives the same figures. */
export function reportedFigures(round: DemoRound): DemoReport | null {
  const { project, run, month } = round;
  const story = STORIES[run.story];
  if (story.silentIn.includes(month)) return null;
  const expenditureFen = Math.max(...DEMO_MONTHS.filter((each) => each <= month).map((each) => spentFen(round, each)));
  const share = run.budget > 0 ? (run.otherFunds ?? 0) / run.budget : 0;
  const otherFen = Math.round(expenditureFen * share);
  const behind = story.spending[month] < (month === 12 ? WHOLE_YEAR_SPENT : ENOUGH) && expenditureFen > 0;
  const excuse = project.excuse ?? story.excuse;
  return {
    expenditureFen,
    fiscalFen: expenditureFen - otherFen,
    otherFen,
    expectedFullYearFen: Math.max(expenditureFen, Math.round(budgetFen(round, 12) * story.spending[12])),
    reasons: behind ? ['funding', 'institution'] : isOver(round, expenditureFen) ? ['funding'] : [],
    reasonNote: behind || isOver(round, expenditureFen) ? excuse : null,
    // Of 人员类 projects only the spending is known; they are exempt from monitoring.
    results: project.personnel
      ? []
      : project.indicators(round.year).flatMap((indicator) => answer(indicator, round, story, excuse)),
  };
}

const isOver = (round: DemoRound, expenditureFen: number): boolean => expenditureFen > budgetFen(round, round.month);

/** Budget in force at the end of a month, in 分. */
function budgetFen({ run, year }: DemoRound, month: number): number {
  const end = `${year}-${String(month).padStart(2, '0')}-31`;
  const inForce = (run.adjustments ?? []).filter(({ effectiveOn }) => effectiveOn <= end);
  const change = inForce.reduce((sum, { kind, amount }) => sum + (kind === 'addition' ? amount : -amount), 0);
  return Math.round((run.budget + change) * FEN_PER_WAN);
}

/**
 * What the treasury has paid by the end of any month, cumulative 分: at the end of a quarter what the unit reports, inside
 * it as often early as late, for money does not flow evenly.
 */
export function paidFen(
  round: Omit<DemoRound, 'month'>,
  month: number,
  funds: 'expenditureFen' | 'fiscalFen' = 'expenditureFen',
): number {
  const paidBy = (each: DemoMonth): number => reportedFigures({ ...round, month: each })?.[funds] ?? 0;
  const next = DEMO_MONTHS.find((each) => each >= month) ?? 12;
  if (month === next) return paidBy(next);
  const before = DEMO_MONTHS.findLast((each) => each < month);
  const [from, to, start] = [before === undefined ? 0 : paidBy(before), paidBy(next), before ?? 0];
  const bend = 2 ** fixedChance(`${round.project.name} ${round.year} paid ${next}`);
  return hundredYuan(from + (to - from) * ((month - start) / (next - start)) ** bend);
}

function spentFen(round: DemoRound, month: DemoMonth): number {
  const story = STORIES[round.run.story];
  const budget = budgetFen(round, month);
  const ofBudget = story.spendingOfBudget?.[month];
  if (ofBudget !== undefined) return hundredYuan(budget * ofBudget);
  const most = isEarlierYear(round.year) && month < 12 ? EARLIER_SCATTER : SCATTER;
  const planned = plannedShare(round, month) * story.spending[month] * (1 + scatter(round, `spent ${month}`, most));
  return hundredYuan(budget * Math.min(planned, 1));
}

const hundredYuan = (fen: number): number => Math.round(fen / 10_000) * 10_000;

function plannedShare({ project, year }: DemoRound, month: DemoMonth): number {
  const schedule = project.schedule?.map((percent, at) => ({ month: CHECKPOINT_MONTHS[at] ?? 12, percent }));
  const percent = schedule ? plannedPercent(schedule, { year, month }) : straightLinePercent({ year, month });
  return percent.valueOf() / 100;
}

/** None for what is asked later in the year, and for what the product fills by itself. */
function answer(indicator: DemoIndicator, round: DemoRound, story: Story, excuse: string): DemoAnswer[] {
  const { month } = round;
  const slips = story.qualitySlipsIn.includes(month);
  const given = givenAnswer(indicator, round, story, slips);
  if (given === null) return [];
  const behind = slips || story.work[month] < (month === 12 ? 1 : ENOUGH) || isShort(indicator, given);
  const reason = behind ? ('institution' as const) : story.work[month] > FAR_AHEAD ? ('other' as const) : null;
  const explained = reason && excuse !== '' ? { reasons: [reason], reasonNote: excuse } : {};
  return [{ indicator: indicator.name, likelihood: behind ? 'possible' : 'certain', ...given, ...explained }];
}

/** A year-end figure that chance has left a little below what was promised. */
const isShort = ({ result }: DemoIndicator, { value }: Given): boolean =>
  result.kind === 'yearEnd' && typeof value === 'number' && value < result.value;

type Given = Omit<DemoAnswer, 'indicator' | 'likelihood'>;

function givenAnswer({ name, result }: DemoIndicator, round: DemoRound, story: Story, slips: boolean): Given | null {
  const { month } = round;
  const done = (story.work[month] * month) / 12;
  const nudge = 1 + scatter(round, `${name} ${month}`);
  switch (result.kind) {
    case 'filled':
      return null;
    case 'count':
      return { value: Math.round(result.annual * done * nudge) };
    case 'progress':
      return { value: percent(Math.min(result.annual * done * nudge, 100)) };
    case 'level':
      return { value: slips ? result.missed : result.value };
    case 'yearEnd':
      return month === 12 ? { value: percent(Math.min(result.value * nudge, 100)) } : null;
    case 'outcome':
      return slips
        ? { outcome: 'partly', text: '部分工作尚未完成，效果有待显现' }
        : { outcome: 'met', text: '按计划推进，效果良好' };
    case 'date':
      return dateAnswer(result.dueOn, round, story);
  }
}

/** Done three days early; late, in November, where an earlier round of the year had to say "not yet". */
function dateAnswer(dueOn: string, { year, month }: DemoRound, story: Story): Given {
  const endOf = (each: DemoMonth): string => `${year}-${String(each).padStart(2, '0')}-31`;
  const missedIn = story.qualitySlipsIn.filter((each) => dueOn <= endOf(each));
  if (dueOn > endOf(month) || missedIn.includes(month)) return { notDone: true };
  if (missedIn.length > 0) return { doneOn: `${year}-11-20` };
  return { doneOn: `${dueOn.slice(0, 8)}${String(Number(dueOn.slice(8)) - 3).padStart(2, '0')}` };
}

const percent = (value: number): number => roundHalfAway(exact(value.toFixed(6)), 1);

/** A fixed small share for each figure. */
const scatter = ({ project, year }: DemoRound, what: string, most = SCATTER): number =>
  fixedChance(`${project.name} ${year} ${what}`) * most;
