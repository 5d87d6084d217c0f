import { CreateTable, id, instant, type TablePlan } from './create-table.js';

export class CreateLightSummaryState1767225600175 extends CreateTable {
  override readonly name = 'CreateLightSummaryState1767225600175';
  protected override readonly table = 'light_summary_state';
  protected override readonly plan: TablePlan = {
    columns: [id('round_id'), instant('refreshed_at')],
    references: {
      fk_light_summary_state_round: ['round_id', 'monitoring_round.id'],
    },
  };
}
