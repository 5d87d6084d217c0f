import { CreateTable, flag, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateVerificationSample1767225600097 extends CreateTable {
  override readonly name = 'CreateVerificationSample1767225600097';
  protected override readonly table = 'verification_sample';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      string('seed', 64),
      whole('size'),
      flag('key_projects'),
      idOf('organisation_id', OPTIONAL),
      text('project_ids'),
      string('drawn_by', 64),
      instant('drawn_at'),
    ],
    index: {
      ix_verification_sample_round: ['round_id'],
    },
    references: {
      fk_verification_sample_round: ['round_id', 'monitoring_round.id'],
    },
  };
}
