import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { money, OPTIONAL, string } from './create-table.js';

export class AddLightExpenditureSource1767225600037 extends AddColumns {
  override readonly name = 'AddLightExpenditureSource1767225600037';
  protected override readonly table = 'project_light';
  protected override readonly plan: ColumnsPlan = {
    columns: [
      string('expenditure_source', 16, OPTIONAL),
      money('released_fen', OPTIONAL),
      money('received_fen', OPTIONAL),
    ],
  };
}
