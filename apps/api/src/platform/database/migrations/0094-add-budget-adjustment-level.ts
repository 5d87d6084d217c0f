import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { idOf, OPTIONAL, string } from './create-table.js';

export class AddBudgetAdjustmentLevel1767225600094 extends AddColumns {
  override readonly name = 'AddBudgetAdjustmentLevel1767225600094';
  protected override readonly table = 'budget_adjustment';
  protected override readonly plan: ColumnsPlan = {
    columns: [string('level', 16, OPTIONAL), idOf('document_id', OPTIONAL)],
    references: {
      fk_budget_adjustment_document: ['document_id', 'project_document.id'],
    },
  };
}
