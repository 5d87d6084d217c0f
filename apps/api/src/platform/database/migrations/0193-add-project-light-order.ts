import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { money } from './create-table.js';

/** One number by which the list of a round is in order, so that an index can hold it in that order. */
export class AddProjectLightOrder1767225600193 extends AddColumns {
  override readonly name = 'AddProjectLightOrder1767225600193';
  protected override readonly table = 'project_light';
  protected override readonly plan: ColumnsPlan = {
    columns: [
      backfilled(
        money('list_order'),
        'light_rank * 4000000000000 + coalesce(gap_to_plan + 1000000000000, 3000000000000)',
      ),
    ],
  };
}
