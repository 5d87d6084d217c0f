import type { Period } from '../kernel/period.js';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import type { IndicatorTarget, SpendSchedule } from '../targets/target-types.js';
import type { RulePack } from './rule-pack.js';

/** 红 黄 绿 蓝 灰. */
export const LIGHTS = ['red', 'yellow', 'green', 'blue', 'grey'] as const;
export type Light = (typeof LIGHTS)[number];

/** Why a spend light has its colour (R7, R9–R11, R28). */
export type SpendReason =
  | 'overspent'
  | 'no-budget'
  | 'not-due'
  | 'ahead-of-plan'
  | 'spend-behind-plan'
  | 'between-checkpoints'
  | 'spend-on-plan'
  | 'not-reported'
  | 'exempt';

/** Why an indicator light has its colour (R17–R21, R28, R41). */
export type IndicatorReason =
  | 'behind-standard'
  | 'small-target'
  | 'on-standard'
  | 'far-over-target'
  | 'target-met'
  | 'target-missed'
  | 'outcome-met'
  | 'outcome-partly'
  | 'outcome-unmet'
  | 'done-in-time'
  | 'done-late'
  | 'overdue'
  | 'not-due'
  | 'not-reported'
  | 'no-data'
  | 'direction-to-confirm'
  | 'exempt';

export interface IndicatorToAssess {
  readonly id: string;
  readonly target: IndicatorTarget;
  readonly answer: IndicatorAnswer | null;
  /** Phased target of this round, which replaces month/12 (R17). */
  readonly phasedTarget?: number | null;
  /** Finance has accepted the printed direction although R41 doubts it. */
  readonly directionConfirmed?: boolean;
}

/** Everything the lights of a project in a round depend on; nothing else is consulted (R49). */
export interface AssessmentInput {
  readonly period: Period;
  readonly rulePack: RulePack;
  /** True once the reporting deadline of the round has passed (R28). */
  readonly deadlinePassed: boolean;
  /** 人员类 projects are exempt from monitoring: grey `exempt`, which is not the same as unreported. */
  readonly exempt: boolean;
  /** Month (1…12) in which the project was added; 1 for a project of the whole year (R5). */
  readonly startMonth: number;
  /** Budget in force on the round's last day, in 分; null where none is known (R6). */
  readonly adjustedBudgetFen: number | null;
  readonly schedule: SpendSchedule | null;
  /** Cumulative expenditure in 分; null where not reported, which is not zero (R28). */
  readonly expenditureFen: number | null;
  readonly indicators: readonly IndicatorToAssess[];
}

/** Rates are percent, gaps percentage points, both rounded half away from zero to 2 places for display. */
export interface SpendAssessment {
  readonly light: Light;
  readonly reason: SpendReason;
  readonly executionRate: number | null;
  readonly plannedRate: number;
  readonly straightLineRate: number;
  readonly gapToPlan: number | null;
  readonly gapToStraightLine: number | null;
  /** v of R9: execution rate as a percentage of the reference; null where not comparable. */
  readonly ratioToReference: number | null;
  /** True where the plan is missing and straight-line stands in for it, labelled so (R4). */
  readonly planMissing: boolean;
  readonly adjustedBudgetFen: number | null;
  readonly expenditureFen: number | null;
}

export interface IndicatorAssessment {
  readonly id: string;
  readonly name: string;
  readonly light: Light;
  readonly reason: IndicatorReason;
  /** Result as a percentage of the annual target, 2 places; null where there is nothing to divide. */
  readonly completion: number | null;
  /** What the result was judged against in this round (target × month/12, planned rate, or the target itself). */
  readonly standard: number | null;
  /** v of R18, percent of the standard, 2 places; null where the kind has none. */
  readonly ratioToStandard: number | null;
  /** The result that was judged; for `executionRate` the one filled from R7. */
  readonly result: number | null;
}

/** The lights of one project in one round with everything that explains them (R22, R23, R28, R49). */
export interface ProjectAssessment {
  readonly rulePack: string;
  readonly period: Period;
  readonly light: Light;
  readonly spend: SpendAssessment;
  readonly goals: { readonly light: Light; readonly indicators: readonly IndicatorAssessment[] };
  /** True where something due was blank or "no data" after the deadline: at best yellow (R28). */
  readonly notReported: boolean;
  /** True where something due is blank and the deadline has not passed: a reminder, not a colour (R28). */
  readonly awaitingReport: boolean;
}
