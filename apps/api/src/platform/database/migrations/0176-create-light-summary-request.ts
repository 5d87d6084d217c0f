import { CreateTable, id, idOf, instant, OPTIONAL, type TablePlan } from './create-table.js';

export class CreateLightSummaryRequest1767225600176 extends CreateTable {
  override readonly name = 'CreateLightSummaryRequest1767225600176';
  protected override readonly table = 'light_summary_request';
  protected override readonly plan: TablePlan = {
    columns: [id(), idOf('round_id'), idOf('organisation_id', OPTIONAL), instant('created_at')],
    index: {
      ix_light_summary_request_round: ['round_id'],
    },
    references: {
      fk_light_summary_request_round: ['round_id', 'monitoring_round.id'],
      fk_light_summary_request_organisation: ['organisation_id', 'organisation.id'],
    },
  };
}
