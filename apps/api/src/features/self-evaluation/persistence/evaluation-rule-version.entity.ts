import type { EvaluationRules } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** A published version of the rules of self-evaluation (R30–R40). Never changed once published: points name it (R49). */
@Entity('evaluation_rule_set')
@Unique('uq_evaluation_rule_set_version', ['version'])
export class EvaluationRuleVersion {
  /** `evaluation-rules@2`. */
  @IdColumn()
  ref: string;

  @IntegerColumn()
  version: number;

  @JsonColumn()
  content: EvaluationRules;

  @InstantColumn()
  publishedAt: string;

  /** Null for the preset, which nobody wrote. */
  @StringColumn(64, { nullable: true })
  publishedBy: string | null;

  /** Why it was published. */
  @TextColumn({ nullable: true })
  note: string | null;
}
