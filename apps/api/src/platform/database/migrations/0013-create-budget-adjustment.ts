import { CreateTable, OPTIONAL, day, id, idOf, instant, money, string, text, type TablePlan } from './create-table.js';

export class CreateBudgetAdjustment1767225600013 extends CreateTable {
  override readonly name = 'CreateBudgetAdjustment1767225600013';
  protected override readonly table = 'budget_adjustment';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('project_id'),
      day('effective_on'),
      string('kind', 16),
      money('amount_fen'),
      string('fund_source', 16),
      text('reason'),
      string('document_number', 100, OPTIONAL),
      string('recorded_by', 64),
      instant('recorded_at'),
    ],
    index: {
      ix_budget_adjustment_project: ['project_id', 'effective_on'],
    },
    references: {
      fk_budget_adjustment_project: ['project_id', 'project.id'],
    },
  };
}
