import {
  CreateTable,
  id,
  idOf,
  instant,
  money,
  OPTIONAL,
  string,
  text,
  whole,
  type TablePlan,
} from './create-table.js';

export class CreateFinalAccount1767225600234 extends CreateTable {
  override readonly name = 'CreateFinalAccount1767225600234';
  protected override readonly table = 'final_account';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('project_id'),
      whole('year'),
      whole('revision'),
      money('expenditure_fen'),
      money('fiscal_fen'),
      money('carried_fen'),
      money('other_fen'),
      text('note', OPTIONAL),
      string('source_name', 200, OPTIONAL),
      string('recorded_by', 64),
      string('recorded_for', 64, OPTIONAL),
      instant('recorded_at'),
      instant('superseded_at', OPTIONAL),
    ],
    unique: {
      uq_final_account_revision: ['project_id', 'revision'],
    },
    index: {
      ix_final_account_year: ['year', 'superseded_at'],
    },
    references: {
      fk_final_account_project: ['project_id', 'project.id'],
    },
  };
}
