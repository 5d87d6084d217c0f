import { CreateTable, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateDepartmentGoalDirection1767225600182 extends CreateTable {
  override readonly name = 'CreateDepartmentGoalDirection1767225600182';
  protected override readonly table = 'department_goal_direction';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      whole('year'),
      idOf('organisation_id'),
      string('sentence_key', 64),
      text('sentence'),
      string('direction', 8),
      instant('decided_at'),
      string('decided_by', 64),
      string('decided_for', 64, OPTIONAL),
    ],
    unique: {
      uq_department_goal_direction_sentence: ['year', 'organisation_id', 'sentence_key'],
    },
    index: {
      ix_department_goal_direction_organisation: ['organisation_id'],
    },
    references: {
      fk_department_goal_direction_year: ['year', 'fiscal_year.year'],
      fk_department_goal_direction_organisation: ['organisation_id', 'organisation.id'],
    },
  };
}
