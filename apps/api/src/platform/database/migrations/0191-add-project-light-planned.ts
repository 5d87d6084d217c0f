import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { money, OPTIONAL } from './create-table.js';

/**
 * What the plan of a project wants spent, beside its light. For the lights that are there it is worked out by the planned
 * percentage that they show, of two places; judging them again makes it exact.
 */
export class AddProjectLightPlanned1767225600191 extends AddColumns {
  override readonly name = 'AddProjectLightPlanned1767225600191';
  protected override readonly table = 'project_light';
  protected override readonly plan: ColumnsPlan = {
    columns: [
      backfilled(
        money('planned_fen', OPTIONAL),
        `round(adjusted_budget_fen * json_extract(assessment, '$.spend.plannedRate') / 100)`,
      ),
    ],
  };
}
