import { CreateTable, day, flag, id, idOf, instant, string, text, type TablePlan } from './create-table.js';

export class CreateRoundException1767225600077 extends CreateTable {
  override readonly name = 'CreateRoundException1767225600077';
  protected override readonly table = 'round_exception';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      idOf('organisation_id'),
      day('closes_on'),
      text('reason'),
      string('granted_by', 64),
      instant('granted_at'),
      flag('assessed'),
    ],
    unique: {
      uq_round_exception_round_organisation: ['round_id', 'organisation_id'],
    },
    index: {
      ix_round_exception_organisation: ['organisation_id'],
    },
    references: {
      fk_round_exception_round: ['round_id', 'monitoring_round.id'],
      fk_round_exception_organisation: ['organisation_id', 'organisation.id'],
    },
  };
}
