import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { money } from './create-table.js';

/** The same summed up, for the sums that are there. */
const SUM = `(select coalesce(sum(l.planned_fen), 0) from project_light l
  where l.round_id = light_summary.round_id and l.organisation_id = light_summary.organisation_id
    and l.light = light_summary.light and coalesce(l.previous_light, 'grey') = light_summary.previous_light)`;

export class AddLightSummaryPlanned1767225600192 extends AddColumns {
  override readonly name = 'AddLightSummaryPlanned1767225600192';
  protected override readonly table = 'light_summary';
  protected override readonly plan: ColumnsPlan = { columns: [backfilled(money('planned_fen'), SUM)] };
}
