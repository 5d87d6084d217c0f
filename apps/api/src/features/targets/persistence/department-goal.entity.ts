import type { RecognisedDepartmentIndicator } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  IntegerColumn,
  JsonColumn,
  References,
  TextColumn,
} from '../../../platform/database/columns.js';

/** A sub-goal of a department's overall performance targets (分项绩效目标). */
@Entity('department_goal')
@Unique('uq_department_goal_year_organisation_ordinal', ['year', 'organisationId', 'ordinal'])
@Index('ix_department_goal_organisation', ['organisationId'])
export class DepartmentGoal {
  @IdColumn()
  id: string;

  @IntegerColumn()
  @References('FiscalYear', 'fk_department_goal_year')
  year: number;

  @IdOfColumn()
  @References('Organisation', 'fk_department_goal_organisation')
  organisationId: string;

  @IntegerColumn()
  ordinal: number;

  @TextColumn()
  title: string;

  @TextColumn()
  goal: string;

  @JsonColumn()
  indicators: readonly RecognisedDepartmentIndicator[];
}
