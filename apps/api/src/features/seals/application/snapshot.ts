import type { ReportState, RulePack, TreasuryFigures } from '@jixiao/domain';
import type { DepartmentGoalResult } from '../../department-goals/index.js';
import type { LightRows } from '../../monitoring/index.js';
import type { MonitoringRound, ReportDocument } from '../../reporting/index.js';

type ProjectLightRow = LightRows['project'];

/** Lights without what every computing of them makes anew: ids and the instant. */
export type SealedLight = Omit<ProjectLightRow, 'id' | 'computedAt'>;
export type SealedIndicator = LightRows['indicators'][number];

/** First part of a snapshot: what the whole round was judged by. */
export interface SealedRound {
  readonly format: 'jixiao-round@1';
  readonly round: Pick<
    MonitoringRound,
    | 'id'
    | 'year'
    | 'month'
    | 'opensOn'
    | 'closesOn'
    | 'reportingEndedAt'
    | 'deadlineAssessed'
    | 'rulePackRef'
    | 'lockedAt'
    | 'lockedBy'
  >;
  readonly rulePack: RulePack;
  /** The days of the period, and the time zone in which a day begins. */
  readonly calendar: { readonly firstDay: string; readonly lastDay: string; readonly timeZone: 'UTC+08:00' };
}

/** One project as it was judged: who it is, what was reported and by what evidence, what the treasury paid, and the lights with their inputs. */
export interface SealedProject {
  readonly project: {
    readonly id: string;
    readonly code: string | null;
    readonly name: string;
    readonly organisationCode: string;
    readonly organisationName: string;
  };
  readonly report: (ReportDocument & { readonly status: ReportState; readonly version: number }) | null;
  /** The files given as evidence; a snapshot taken before they were sealed has no list. */
  readonly evidence?: readonly {
    readonly id: string;
    readonly indicatorId: string | null;
    readonly file: string;
    readonly sha256: string;
  }[];
  readonly treasury: {
    readonly figures: TreasuryFigures;
    readonly deliveryId: string;
    readonly recordedAt: string;
  } | null;
  readonly light: SealedLight;
  /** In the order in which they were judged. */
  readonly indicators: readonly SealedIndicator[];
}

/** One sentence of a department goal as it was reported and judged; a snapshot from before these were followed has none. */
export interface SealedGoal {
  readonly departmentGoal: Omit<DepartmentGoalResult, 'id'>;
}

/** What the parts after the first one are lists of. */
export type SealedItem = SealedProject | SealedGoal;

export const isSealedGoal = (item: SealedItem): item is SealedGoal => 'departmentGoal' in item;
export const isSealedProject = (item: SealedItem): item is SealedProject => !isSealedGoal(item);

export const sealedGoal = ({ id: _id, ...departmentGoal }: DepartmentGoalResult): SealedGoal => ({ departmentGoal });

export const sealedLight = ({ id: _id, computedAt: _at, ...light }: ProjectLightRow): SealedLight => light;

/** The rows that a sealed project was made from, with blanks for what is not sealed. */
export const rowsOf = ({ light, indicators }: Pick<SealedProject, 'light' | 'indicators'>): LightRows => ({
  project: { ...light, id: '', computedAt: '' },
  indicators,
});
