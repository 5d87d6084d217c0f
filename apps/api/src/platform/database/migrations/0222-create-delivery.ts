import { CreateTable, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateDelivery1767225600222 extends CreateTable {
  override readonly name = 'CreateDelivery1767225600222';
  protected override readonly table = 'delivery';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('channel_id'),
      idOf('recipient_id', OPTIONAL),
      string('address', 254, OPTIONAL),
      string('purpose', 16),
      string('locale', 2),
      string('state', 16),
      whole('attempts'),
      instant('due_at'),
      instant('give_up_at'),
      instant('created_at'),
      instant('sent_at', OPTIONAL),
      text('error', OPTIONAL),
    ],
    index: {
      ix_delivery_channel_state_due: ['channel_id', 'state', 'due_at'],
      ix_delivery_state_give_up: ['state', 'give_up_at'],
      ix_delivery_created: ['created_at'],
      ix_delivery_recipient: ['recipient_id'],
    },
    references: {
      fk_delivery_channel: ['channel_id', 'channel.id'],
      fk_delivery_recipient: ['recipient_id', 'user_account.id'],
    },
  };
}
