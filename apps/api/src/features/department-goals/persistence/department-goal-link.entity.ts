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

/** A project that serves a department goal of its own unit in a year, as a person has said. */
@Entity('department_goal_link')
@Unique('uq_department_goal_link_project', ['year', 'organisationId', 'goalKey', 'projectId'])
@Index('ix_department_goal_link_organisation', ['organisationId'])
@Index('ix_department_goal_link_project', ['projectId'])
export class DepartmentGoalLink {
  @IdColumn()
  id: string;

  @IntegerColumn()
  @References('FiscalYear', 'fk_department_goal_link_year')
  year: number;

  @IdOfColumn()
  @References('Organisation', 'fk_department_goal_link_organisation')
  organisationId: string;

  @StringColumn(64)
  goalKey: string;

  /** As printed when it was linked. */
  @TextColumn()
  goalTitle: string;

  @IdOfColumn()
  @References('Project', 'fk_department_goal_link_project')
  projectId: string;

  @InstantColumn()
  linkedAt: string;

  @StringColumn(64)
  linkedBy: string;

  /** Whose deputy that was; null where it was done in the person's own name. */
  @StringColumn(64, { nullable: true })
  linkedFor: string | null;
}
