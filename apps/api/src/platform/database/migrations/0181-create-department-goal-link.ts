import { CreateTable, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateDepartmentGoalLink1767225600181 extends CreateTable {
  override readonly name = 'CreateDepartmentGoalLink1767225600181';
  protected override readonly table = 'department_goal_link';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      whole('year'),
      idOf('organisation_id'),
      string('goal_key', 64),
      text('goal_title'),
      idOf('project_id'),
      instant('linked_at'),
      string('linked_by', 64),
      string('linked_for', 64, OPTIONAL),
    ],
    unique: {
      uq_department_goal_link_project: ['year', 'organisation_id', 'goal_key', 'project_id'],
    },
    index: {
      ix_department_goal_link_organisation: ['organisation_id'],
      ix_department_goal_link_project: ['project_id'],
    },
    references: {
      fk_department_goal_link_year: ['year', 'fiscal_year.year'],
      fk_department_goal_link_organisation: ['organisation_id', 'organisation.id'],
      fk_department_goal_link_project: ['project_id', 'project.id'],
    },
  };
}
