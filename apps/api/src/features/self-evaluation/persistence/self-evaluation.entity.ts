import type {
  EvaluatedExpenditure,
  EvaluationScores,
  EvaluationState,
  FrameName,
  Grade,
  ReviewedPoints,
} from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  BooleanColumn,
  DayColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  MoneyColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { CorrectedDecember, DraftedFigures, EvaluationContent } from '../application/evaluation-content.js';

/** The self-evaluation of a project (项目支出绩效自评). What was handed in is kept with each step. */
@Entity('self_evaluation')
@Unique('uq_self_evaluation_project', ['projectId'])
@Index('ix_self_evaluation_list', ['year', 'total', 'id', 'organisationId', 'state', 'grade'])
@Index('ix_self_evaluation_organisation', ['organisationId', 'year'])
export class SelfEvaluation {
  @IdColumn()
  id: string;

  @IntegerColumn()
  @References('EvaluationYear', 'fk_self_evaluation_year')
  year: number;

  @IdOfColumn()
  @References('Project', 'fk_self_evaluation_project')
  projectId: string;

  @IdOfColumn()
  @References('Organisation', 'fk_self_evaluation_organisation')
  organisationId: string;

  @StringColumn(20)
  state: EvaluationState;

  /** Counts changes: a save or step on an older version is refused. */
  @IntegerColumn()
  version: number;

  /** The frame by which the weights are checked; null where they were typed in (R30). */
  @StringColumn(1, { nullable: true })
  frame: FrameName | null;

  /** The rules that made the scores (R49). */
  @IdOfColumn()
  @References('EvaluationRuleVersion', 'fk_self_evaluation_rules')
  rulesRef: string;

  @JsonColumn()
  content: EvaluationContent;

  /** What December's locked round says, as the draft was made or follows it. */
  @JsonColumn()
  drafted: DraftedFigures;

  /** 全年预算数. */
  @MoneyColumn({ nullable: true })
  adjustedBudgetFen: number | null;

  /** 全年执行数, by which it is scored. */
  @MoneyColumn({ nullable: true })
  expenditureFen: number | null;

  @StringColumn(16, { nullable: true })
  expenditureSource: EvaluatedExpenditure | null;

  /** December's, which the final account is compared with. */
  @MoneyColumn({ nullable: true })
  roundExpenditureFen: number | null;

  /** The final account in force (决算), which an evaluation that was handed in before is not scored by; null without one. */
  @MoneyColumn({ nullable: true })
  finalAccountFen: number | null;

  /** December as corrected since, which an evaluation that was handed in before is not scored by; null where nothing differs. */
  @JsonColumn({ nullable: true })
  december: CorrectedDecember | null;

  /** By the unit itself. */
  @JsonColumn()
  unitScores: EvaluationScores;

  /** Of the last time that the department looked at it since it was handed in. */
  @JsonColumn({ nullable: true })
  departmentScores: EvaluationScores | null;

  @JsonColumn({ nullable: true })
  financeScores: EvaluationScores | null;

  @JsonColumn({ nullable: true })
  departmentPoints: ReviewedPoints | null;

  /** With those of the department that finance left as they are. */
  @JsonColumn({ nullable: true })
  financePoints: ReviewedPoints | null;

  /** In hundredths, of the highest level that has scored it; null where any point is not known. */
  @IntegerColumn({ nullable: true })
  total: number | null;

  @StringColumn(12, { nullable: true })
  grade: Grade | null;

  /** Lights of the evaluation itself (R39), by the same scores. */
  @IntegerColumn()
  alerts: number;

  /** What still hinders handing in. */
  @IntegerColumn()
  missing: number;

  /** What the person wrote who returned or reopened it last. */
  @TextColumn({ nullable: true })
  message: string | null;

  /** Everybody who has changed its content, and for whom, by username. */
  @JsonColumn()
  writtenBy: readonly string[];

  /** Null as long as nobody has changed the draft. */
  @StringColumn(64, { nullable: true })
  updatedBy: string | null;

  @StringColumn(64, { nullable: true })
  updatedFor: string | null;

  @InstantColumn()
  updatedAt: string;

  @StringColumn(64, { nullable: true })
  submittedBy: string | null;

  @StringColumn(64, { nullable: true })
  submittedFor: string | null;

  @InstantColumn({ nullable: true })
  submittedAt: string | null;

  /** The day of that in China, which the deadline is compared with. */
  @DayColumn({ nullable: true })
  submittedOn: string | null;

  @StringColumn(64, { nullable: true })
  approvedBy: string | null;

  @StringColumn(64, { nullable: true })
  approvedFor: string | null;

  @InstantColumn({ nullable: true })
  approvedAt: string | null;

  /** Approved by the one who wrote it, as finance allows of this unit. */
  @BooleanColumn()
  selfApproved: boolean;

  @StringColumn(64, { nullable: true })
  reviewedBy: string | null;

  @StringColumn(64, { nullable: true })
  reviewedFor: string | null;

  @InstantColumn({ nullable: true })
  reviewedAt: string | null;

  @StringColumn(64, { nullable: true })
  acceptedBy: string | null;

  @StringColumn(64, { nullable: true })
  acceptedFor: string | null;

  @InstantColumn({ nullable: true })
  acceptedAt: string | null;

  /** Of its latest seal; null as long as it was never accepted. */
  @IntegerColumn({ nullable: true })
  sealVersion: number | null;
}
