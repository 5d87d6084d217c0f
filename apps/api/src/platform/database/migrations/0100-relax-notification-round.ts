import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { idOf, OPTIONAL } from './create-table.js';

/** People are told of targets as well, which belong to a year and to no round. */
export class RelaxNotificationRound1767225600100 extends AddColumns {
  override readonly name = 'RelaxNotificationRound1767225600100';
  protected override readonly table = 'notification';
  protected override readonly plan: ColumnsPlan = {
    columns: [],
    relaxed: [idOf('round_id', OPTIONAL)],
  };
}
