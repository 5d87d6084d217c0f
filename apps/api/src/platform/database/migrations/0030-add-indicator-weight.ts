import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, decimal, text } from './create-table.js';

export class AddIndicatorWeight1767225600030 extends AddColumns {
  override readonly name = 'AddIndicatorWeight1767225600030';
  protected override readonly table = 'indicator';
  protected override readonly plan: ColumnsPlan = {
    columns: [decimal('weight', OPTIONAL), text('corrected', OPTIONAL)],
  };
}
