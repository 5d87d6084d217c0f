import { CreateTable, id, idOf, instant, OPTIONAL, string, text, type TablePlan } from './create-table.js';

export class CreateNotification1767225600078 extends CreateTable {
  override readonly name = 'CreateNotification1767225600078';
  protected override readonly table = 'notification';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('recipient_id'),
      string('kind', 32),
      text('params'),
      idOf('round_id'),
      idOf('project_id', OPTIONAL),
      string('dedupe_key', 160),
      instant('created_at'),
      instant('read_at', OPTIONAL),
    ],
    unique: {
      uq_notification_recipient_key: ['recipient_id', 'dedupe_key'],
    },
    index: {
      ix_notification_recipient_created: ['recipient_id', 'created_at'],
      ix_notification_key: ['dedupe_key'],
      ix_notification_created: ['created_at'],
      ix_notification_round: ['round_id'],
    },
    references: {
      fk_notification_recipient: ['recipient_id', 'user_account.id'],
      fk_notification_round: ['round_id', 'monitoring_round.id'],
    },
  };
}
