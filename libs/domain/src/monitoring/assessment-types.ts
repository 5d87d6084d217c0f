import type { Period } from '../kernel/period.js';
import type { ExpenditureSource } from '../reporting/expenditure-in-force.js';
import type { IndicatorAnswer, Outcome } from '../reporting/report-types.js';
import type {
  Checkpoint,
  Direction,
  IndicatorKind,
  IndicatorTarget,
  Operator,
  SpendSchedule,
} from '../targets/target-types.js';
import type { Bands, LargeProjectRules, RulePack } from './rule-pack.js';

/** 红 黄 绿 蓝 灰. */
export const LIGHTS = ['red', 'yellow', 'green', 'blue', 'grey'] as const;
export type Light = (typeof LIGHTS)[number];

/** Why a spend light has its colour (R7, R9–R14, R28). */
export const SPEND_REASONS = [
  'overspent',
  'large-project-behind',
  'no-budget',
  'not-due',
  'ahead-of-plan',
  'spend-behind-plan',
  'between-checkpoints',
  'spend-on-plan',
  'no-threshold-yet',
  'spend-below-threshold',
  'spend-reaches-threshold',
  'not-reported',
  'exempt',
] as const;
export type SpendReason = (typeof SPEND_REASONS)[number];

/** Why an indicator light has its colour (R17–R21, R28, R41). */
export const INDICATOR_REASONS = [
  'behind-standard',
  'small-target',
  'on-standard',
  'ahead-of-plan',
  'far-over-target',
  'target-met',
  'target-missed',
  'outcome-met',
  'outcome-partly',
  'outcome-unmet',
  'done-in-time',
  'done-late',
  'overdue',
  'not-due',
  'not-reported',
  'no-data',
  'no-budget',
  'target-unclear',
  'direction-to-confirm',
  'exempt',
] as const;
export type IndicatorReason = (typeof INDICATOR_REASONS)[number];

/**
 * Which part decided the colour of a project (R23, R28). `not-judged`: both parts are grey and nothing is awaited.
 * `goals-off`: spending is no worse than it should be and the goals are off, which is yellow by R13.
 */
export const PROJECT_REASONS = [
  'spend',
  'goals',
  'spend-and-goals',
  'goals-off',
  'not-reported',
  'awaiting-report',
  'not-judged',
  'exempt',
] as const;
export type ProjectReason = (typeof PROJECT_REASONS)[number];

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
  /** Whose figure that is; absent in lights of the time before there were treasury figures. */
  readonly expenditureSource?: ExpenditureSource | null;
  /** Funds released (下达) and received (到位) by the round's month, in 分: shown beside spending, judged by nothing. */
  readonly releasedFen?: number | null;
  readonly receivedFen?: number | null;
  readonly indicators: readonly IndicatorToAssess[];
}

/** What R12 asks for in a round. */
export interface SpendThreshold {
  /** The last passed threshold; null where none has come yet. */
  readonly applied: Checkpoint | null;
  /** Month of the first one that applies to the project; null where none ever does. */
  readonly firstMonth: number | null;
}

/**
 * The spend light with the figures and limits that made it; JSON-safe, so that it explains itself when it is read
 * again (R49). Rates are percent, gaps percentage points, both rounded half away from zero to 2 places for display;
 * the comparison was made unrounded.
 */
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
  /** As in the input, and absent where it is there. */
  readonly expenditureSource?: ExpenditureSource | null;
  /**
   * What v is a percentage of; `straightLine` also where it stands in for a missing plan. `threshold`: the rate itself was
   * compared with a threshold (R12), and there is no v.
   */
  readonly reference: 'plan' | 'straightLine' | 'threshold';
  /** True where the rules compare with straight-line by themselves, whether or not there is a plan. */
  readonly byStraightLine?: true;
  /** The limits of the rule pack that v was compared with; null where there is no v. */
  readonly bands: Bands | null;
  /** The last passed checkpoint, where it keeps the light from turning red (R9); month 0 is the start of the year. */
  readonly lastCheckpoint: Checkpoint | null;
  /** What the rate was compared with; only there where `reference` is `threshold`. */
  readonly threshold?: SpendThreshold;
  /** The limits that made the light of a large project red (R14), and only there. */
  readonly largeProject?: LargeProjectRules;
}

/** Where the standard of a round comes from (R17, R18). */
export type StandardBasis = 'straightLine' | 'plannedRate' | 'phasedTarget' | 'annualTarget';

/** What an indicator was judged by, besides its figures: the target as judged, the limits applied, the answer (R49). */
export interface IndicatorBasis {
  readonly kind: IndicatorKind;
  /** The kind by which the rules judge it, only there where they overrule its own (`shanxi`). */
  readonly judgedAs?: IndicatorKind;
  readonly rawValue: string;
  readonly operator: Operator;
  readonly number: number | null;
  readonly unit: string | null;
  readonly direction: Direction | null;
  readonly directionInferred: boolean;
  readonly dueDate: string | null;
  readonly assessedFrom: number;
  /** Null where there is no standard. */
  readonly standardBasis: StandardBasis | null;
  /** Share of the year's target that the standard stands for, percent, 2 places; null unless scaled. */
  readonly progress: number | null;
  /** Limits that the ratio to the standard was compared with; null where none was. */
  readonly bands: Bands | null;
  readonly blueFrom: number | null;
  readonly blueOf: 'annualTarget' | 'standard' | null;
  /** The limit under which a target counts as small, where it kept the light from turning red (R18). */
  readonly smallTargetBelow: number | null;
  readonly outcome: Outcome | null;
  readonly doneOn: string | null;
  readonly noDataWhy: string | null;
}

/** An indicator light with everything that explains it; JSON-safe (R49). */
export interface IndicatorAssessment {
  readonly id: string;
  readonly name: string;
  readonly light: Light;
  readonly reason: IndicatorReason;
  /**
   * Result as a percentage of the annual target, 2 places; null where there is nothing to divide, and for
   * targets that are upper limits, where a share of the limit would read as an achievement.
   */
  readonly completion: number | null;
  /** What the result was judged against in this round (target × month/12, planned rate, or the target itself). */
  readonly standard: number | null;
  /** v of R18, percent of the standard, 2 places; null where the kind has none. */
  readonly ratioToStandard: number | null;
  /** The result that was judged; for `executionRate` the one filled from R7. */
  readonly result: number | null;
  /** What is missing of an indicator that is due: an answer at all, or its data (R28); null where nothing is. */
  readonly missing: 'answer' | 'data' | null;
  readonly basis: IndicatorBasis;
}

/** The goal part of a project light (R22); the counts are kept so that it can be explained without the indicators. */
export interface GoalAssessment {
  readonly light: Light;
  readonly counts: Readonly<Record<Light, number>>;
  readonly indicators: readonly IndicatorAssessment[];
}

/** What is due in a round and was not given, whether or not the deadline has passed (R28). */
export interface MissingData {
  readonly expenditure: boolean;
  /** Indicators without an answer: 0 of these and the expenditure given means that the report may be submitted. */
  readonly indicators: number;
  /** Indicators answered by "no data". */
  readonly withoutData: number;
}

/** The lights of one project in one round with everything that explains them (R22, R23, R28, R49). */
export interface ProjectAssessment {
  readonly rulePack: string;
  readonly period: Period;
  readonly light: Light;
  readonly reason: ProjectReason;
  readonly spend: SpendAssessment;
  readonly goals: GoalAssessment;
  readonly missing: MissingData;
  /** True where something due was blank or "no data" after the deadline: at best yellow (R28). */
  readonly notReported: boolean;
  /** True where something due is blank and the deadline has not passed: a reminder, not a colour (R28). */
  readonly awaitingReport: boolean;
}
