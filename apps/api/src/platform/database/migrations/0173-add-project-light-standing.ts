import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { flag, money, OPTIONAL, string } from './create-table.js';

/** What stands beside a light to count, rank and compare by; a job fills it for the lights that are there. */
export class AddProjectLightStanding1767225600173 extends AddColumns {
  override readonly name = 'AddProjectLightStanding1767225600173';
  protected override readonly table = 'project_light';
  protected override readonly plan: ColumnsPlan = {
    columns: [
      money('goal_percent', OPTIONAL),
      string('quadrant', 16, OPTIONAL),
      flag('both_judged', OPTIONAL),
      string('mismatch', 16, OPTIONAL),
      money('lag_fen', OPTIONAL),
      string('previous_light', 8, OPTIONAL),
      string('light_turn', 8, OPTIONAL),
    ],
    index: {
      ix_project_light_unit: ['round_id', 'organisation_id'],
      ix_project_light_gap: ['round_id', 'gap_to_plan'],
      ix_project_light_lag: ['round_id', 'lag_fen'],
      ix_project_light_both: ['round_id', 'both_judged', 'adjusted_budget_fen'],
      ix_project_light_turn: ['round_id', 'light_turn', 'light_rank', 'gap_to_plan'],
    },
  };
}
