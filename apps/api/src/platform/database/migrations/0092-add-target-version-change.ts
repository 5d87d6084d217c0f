import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { idOf, OPTIONAL } from './create-table.js';

export class AddTargetVersionChange1767225600092 extends AddColumns {
  override readonly name = 'AddTargetVersionChange1767225600092';
  protected override readonly table = 'target_version';
  protected override readonly plan: ColumnsPlan = {
    columns: [idOf('change_id', OPTIONAL)],
    references: {
      fk_target_version_change: ['change_id', 'target_change.id'],
    },
  };
}
