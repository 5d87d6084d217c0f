import type { Direction } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/**
 * Which side of a sentence's value is good, as finance has decided where the sentence does not say so plainly (R17b, R41). It
 * belongs to the text: a sentence with another value is asked about anew.
 */
@Entity('department_goal_direction')
@Unique('uq_department_goal_direction_sentence', ['year', 'organisationId', 'sentenceKey'])
@Index('ix_department_goal_direction_organisation', ['organisationId'])
export class DepartmentGoalDirection {
  @IdColumn()
  id: string;

  @IntegerColumn()
  @References('FiscalYear', 'fk_department_goal_direction_year')
  year: number;

  @IdOfColumn()
  @References('Organisation', 'fk_department_goal_direction_organisation')
  organisationId: string;

  @StringColumn(64)
  sentenceKey: string;

  /** As printed when it was decided on. */
  @TextColumn()
  sentence: string;

  @StringColumn(8)
  direction: Direction;

  @InstantColumn()
  decidedAt: string;

  @StringColumn(64)
  decidedBy: string;

  /** Whose deputy that was; null where it was done in the person's own name. */
  @StringColumn(64, { nullable: true })
  decidedFor: string | null;
}
