import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { money, OPTIONAL } from './create-table.js';

/**
 * What the plan of a project wants spent, beside its light, and one number by which the list of the round is in order, so that
 * an index can hold it. For the lights that are there the plan is worked out by the planned percentage that they show, of two
 * places; judging them again makes it exact.
 */
export class AddProjectLightPlannedAndOrder1767225600191 extends AddColumns {
  override readonly name = 'AddProjectLightPlannedAndOrder1767225600191';
  protected override readonly table = 'project_light';
  protected override readonly plan: ColumnsPlan = {
    columns: [
      backfilled(
        money('planned_fen', OPTIONAL),
        `round(adjusted_budget_fen * json_extract(assessment, '$.spend.plannedRate') / 100)`,
      ),
      backfilled(
        money('list_order'),
        'light_rank * 4000000000000 + coalesce(gap_to_plan + 1000000000000, 3000000000000)',
      ),
    ],
  };
}
