import { CreateTable, flag, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateChannel1767225600220 extends CreateTable {
  override readonly name = 'CreateChannel1767225600220';
  protected override readonly table = 'channel';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      string('kind', 16),
      idOf('organisation_id'),
      string('name', 100),
      flag('active'),
      text('settings'),
      text('secrets', OPTIONAL),
      whole('failures'),
      instant('retry_at', OPTIONAL),
      instant('created_at'),
      instant('removed_at', OPTIONAL),
      whole('version'),
    ],
    index: { ix_channel_organisation: ['organisation_id'] },
    references: { fk_channel_organisation: ['organisation_id', 'organisation.id'] },
  };
}
