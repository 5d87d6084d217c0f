import { CreateTable, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateSealCheck1767225600118 extends CreateTable {
  override readonly name = 'CreateSealCheck1767225600118';
  protected override readonly table = 'seal_check';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      instant('checked_at'),
      string('checked_by', 64),
      whole('seal_version', OPTIONAL),
      whole('projects'),
      whole('deviation_count'),
      text('result'),
    ],
    unique: {
      uq_seal_check_round: ['round_id'],
    },
    references: {
      fk_seal_check_round: ['round_id', 'monitoring_round.id'],
    },
  };
}
