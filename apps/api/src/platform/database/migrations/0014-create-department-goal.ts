import { CreateTable, id, idOf, text, whole, type TablePlan } from './create-table.js';

export class CreateDepartmentGoal1767225600014 extends CreateTable {
  override readonly name = 'CreateDepartmentGoal1767225600014';
  protected override readonly table = 'department_goal';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      whole('year'),
      idOf('organisation_id'),
      whole('ordinal'),
      text('title'),
      text('goal'),
      text('indicators'),
    ],
    unique: {
      uq_department_goal_year_organisation_ordinal: ['year', 'organisation_id', 'ordinal'],
    },
    index: {
      ix_department_goal_organisation: ['organisation_id'],
    },
    references: {
      fk_department_goal_year: ['year', 'fiscal_year.year'],
      fk_department_goal_organisation: ['organisation_id', 'organisation.id'],
    },
  };
}
