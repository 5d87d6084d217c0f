import type { IndicatorAssessment, IndicatorToAssess, Light, Reason } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/**
 * What a unit reports of one sentence of a department goal in a round, with its light and everything that made it (R49). The
 * sentence and its goal are kept as they were printed: the next document may have them no longer.
 */
@Entity('department_goal_result')
@Unique('uq_department_goal_result_sentence', ['roundId', 'organisationId', 'sentenceKey'])
@Index('ix_department_goal_result_organisation', ['organisationId'])
export class DepartmentGoalResult {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_department_goal_result_round')
  roundId: string;

  @IdOfColumn()
  @References('Organisation', 'fk_department_goal_result_organisation')
  organisationId: string;

  /** By which the goal is known again after another import. */
  @StringColumn(64)
  goalKey: string;

  @IntegerColumn()
  goalOrdinal: number;

  @TextColumn()
  goalTitle: string;

  @TextColumn()
  goalText: string;

  /** The same for the sentence; unique within the organisation. */
  @StringColumn(64)
  sentenceKey: string;

  @IntegerColumn()
  sentenceOrdinal: number;

  @TextColumn()
  sentence: string;

  /** The target as judged and the answer; no answer is a blank, which is not zero (R28). */
  @JsonColumn()
  inputs: IndicatorToAssess;

  @JsonColumn()
  reasons: readonly Reason[];

  @TextColumn({ nullable: true })
  reasonNote: string | null;

  /** False where the round was locked while the document no longer had the sentence. */
  @BooleanColumn()
  inForce: boolean;

  @StringColumn(8)
  light: Light;

  @JsonColumn()
  assessment: IndicatorAssessment;

  @IdOfColumn()
  @References('RulePackVersion', 'fk_department_goal_result_rule_pack')
  rulePackRef: string;

  /** Counts saves: a save on an older version is refused. 0 where nobody saved anything until the lock. */
  @IntegerColumn()
  version: number;

  @InstantColumn()
  savedAt: string;

  @StringColumn(64)
  savedBy: string;

  /** Whose deputy that was; null where it was done in the person's own name. */
  @StringColumn(64, { nullable: true })
  savedFor: string | null;
}
