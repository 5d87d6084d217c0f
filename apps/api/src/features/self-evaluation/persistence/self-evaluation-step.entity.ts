import type { EvaluationScores, EvaluationState, EvaluationStep, ReviewedPoints } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { EvaluationContent } from '../application/evaluation-content.js';

/** What happened to a self-evaluation, with what was handed in. Rows are only ever added. */
@Entity('self_evaluation_step')
@Unique('uq_self_evaluation_step_ordinal', ['evaluationId', 'ordinal'])
export class SelfEvaluationStep {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('SelfEvaluation', 'fk_self_evaluation_step_evaluation')
  evaluationId: string;

  /** From 1. */
  @IntegerColumn()
  ordinal: number;

  @StringColumn(16)
  step: EvaluationStep;

  @StringColumn(20)
  fromState: EvaluationState;

  @StringColumn(20)
  toState: EvaluationState;

  @StringColumn(64)
  actor: string;

  @StringColumn(64, { nullable: true })
  onBehalfOf: string | null;

  @InstantColumn()
  at: string;

  @TextColumn({ nullable: true })
  message: string | null;

  /** As it was handed in; null of the other steps, which change nothing of it. */
  @JsonColumn({ nullable: true })
  content: EvaluationContent | null;

  /** By the level that took the step; null where none scored anything by it. */
  @JsonColumn({ nullable: true })
  scores: EvaluationScores | null;

  @JsonColumn({ nullable: true })
  points: ReviewedPoints | null;
}
