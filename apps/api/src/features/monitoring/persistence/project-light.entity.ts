import {
  compactIndicator,
  expandIndicator,
  type AssessedIndicator,
  type AssessmentInput,
  type CompactIndicator,
  type ExpenditureSource,
  type Light,
  type LightTurn,
  type ProjectAssessment,
  type Quadrant,
  type SpendGoalMismatch,
} from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  BigIntegerColumn,
  BooleanColumn,
  CodedJsonColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  MoneyColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** A project's assessment without its indicators, which have a column of their own. */
export type StoredProjectAssessment = Omit<ProjectAssessment, 'goals'> & {
  readonly goals: Omit<ProjectAssessment['goals'], 'indicators'>;
};
export type StoredAssessmentInput = Omit<AssessmentInput, 'indicators' | 'rulePack'>;

/** How one indicator was judged, with the answer and the target as judged (R49). */
export type StoredIndicatorLight = AssessedIndicator;

/** Rows of before there was a compact form keep the full one until their project is judged again. */
const compact = {
  to: (indicators: readonly AssessedIndicator[]) => indicators.map(compactIndicator),
  from: (stored: readonly (CompactIndicator | AssessedIndicator)[]) => stored.map(expandIndicator),
};

/** A project's lights in one round with everything that made them (R49). One row per round and project. */
@Entity('project_light')
@Unique('uq_project_light_round_project', ['roundId', 'projectId'])
@Index('ix_project_light_order', [
  'roundId',
  'listOrder',
  'projectId',
  'organisationId',
  'light',
  'gapToPlan',
  'gapToStraightLine',
  'adjustedBudgetFen',
  'notReported',
  'awaitingReport',
  'mismatch',
])
@Index('ix_project_light_project', ['projectId'])
@Index('ix_project_light_unit', ['roundId', 'organisationId'])
@Index('ix_project_light_gap', ['roundId', 'gapToPlan'])
@Index('ix_project_light_lag', ['roundId', 'lagFen'])
@Index('ix_project_light_both', ['roundId', 'bothJudged', 'adjustedBudgetFen'])
@Index('ix_project_light_turn', ['roundId', 'lightTurn', 'lightRank', 'gapToPlan'])
export class ProjectLight {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_project_light_round')
  roundId: string;

  @IdOfColumn()
  @References('Project', 'fk_project_light_project')
  projectId: string;

  @IdOfColumn()
  @References('Organisation', 'fk_project_light_organisation')
  organisationId: string;

  @StringColumn(8)
  light: Light;

  /** Worst first: red 0, yellow 1, green 2, blue 3, grey 4. */
  @IntegerColumn()
  lightRank: number;

  @StringColumn(8)
  spendLight: Light;

  @StringColumn(8)
  goalLight: Light;

  @StringColumn(32)
  reason: string;

  /** Hundredths of a percentage point. */
  @BigIntegerColumn({ nullable: true })
  gapToPlan: number | null;

  /** Hundredths of a percentage point. */
  @BigIntegerColumn({ nullable: true })
  gapToStraightLine: number | null;

  @MoneyColumn({ nullable: true })
  adjustedBudgetFen: number | null;

  @MoneyColumn({ nullable: true })
  expenditureFen: number | null;

  /** Whose figure that is; null where there is none, and in lights from before there were treasury figures. */
  @StringColumn(16, { nullable: true })
  expenditureSource: ExpenditureSource | null;

  /** 下达数. */
  @MoneyColumn({ nullable: true })
  releasedFen: number | null;

  /** 到位数. */
  @MoneyColumn({ nullable: true })
  receivedFen: number | null;

  @BooleanColumn()
  notReported: boolean;

  @BooleanColumn()
  awaitingReport: boolean;

  @BooleanColumn()
  exempt: boolean;

  @IntegerColumn()
  targetVersion: number;

  @IdOfColumn()
  @References('RulePackVersion', 'fk_project_light_rule_pack')
  rulePackRef: string;

  @JsonColumn()
  assessment: StoredProjectAssessment;

  @JsonColumn()
  inputs: StoredAssessmentInput;

  /** In the order of the target. One column and no rows of their own: they are read and replaced with their project only. */
  @CodedJsonColumn(compact)
  indicators: readonly StoredIndicatorLight[];

  @InstantColumn()
  computedAt: string;

  /** R15, hundredths of a percent; null where there are not both a goal percentage and an execution rate. */
  @BigIntegerColumn({ nullable: true })
  goalPercent: number | null;

  @StringColumn(16, { nullable: true })
  quadrant: Quadrant | null;

  /** Whether there is a quadrant; null in lights from before there were such, until they are looked at. */
  @BooleanColumn({ nullable: true })
  bothJudged: boolean | null;

  /** R15 by the rule pack that the light was judged by. */
  @StringColumn(16, { nullable: true })
  mismatch: SpendGoalMismatch['side'];

  /** Planned and not spent, in 分; null where the project is not behind. */
  @MoneyColumn({ nullable: true })
  lagFen: number | null;

  /** What the plan wants spent by the end of the round (R5), in 分; null without a budget. */
  @MoneyColumn({ nullable: true })
  plannedFen: number | null;

  /** The project's light in the round before of the same year; null where it had none. */
  @StringColumn(8, { nullable: true })
  previousLight: Light | null;

  @StringColumn(8, { nullable: true })
  lightTurn: LightTurn | null;

  /** By `listOrder`. */
  @BigIntegerColumn()
  listOrder: number;
}

/**
 * What stands beside a light so that many can be counted, ranked and compared without reading what they were made of. It
 * follows from that and from the round before, so that it is no part of what is sealed and verified (R49).
 */
export type Standing = Pick<
  ProjectLight,
  | 'goalPercent'
  | 'quadrant'
  | 'bothJudged'
  | 'mismatch'
  | 'lagFen'
  | 'plannedFen'
  | 'previousLight'
  | 'lightTurn'
  | 'listOrder'
>;
