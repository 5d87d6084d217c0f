import { CreateTable, day, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateNamedUnit1767225600215 extends CreateTable {
  override readonly name = 'CreateNamedUnit1767225600215';
  protected override readonly table = 'named_unit';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('organisation_id'),
      idOf('round_id'),
      string('kind', 12),
      text('reason'),
      string('state', 12),
      string('proposed_by', 64),
      string('proposed_for', 64, OPTIONAL),
      instant('proposed_at'),
      string('decided_by', 64, OPTIONAL),
      instant('decided_at', OPTIONAL),
      text('message', OPTIONAL),
      day('held_on', OPTIONAL),
      text('record', OPTIONAL),
      string('recorded_by', 64, OPTIONAL),
      whole('version'),
    ],
    index: {
      ix_named_unit_organisation: ['organisation_id'],
      ix_named_unit_round: ['round_id'],
    },
    references: {
      fk_named_unit_organisation: ['organisation_id', 'organisation.id'],
      fk_named_unit_round: ['round_id', 'monitoring_round.id'],
    },
  };
}
