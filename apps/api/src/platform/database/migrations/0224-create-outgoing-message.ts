import { CreateTable, id, idOf, instant, OPTIONAL, string, text, type TablePlan } from './create-table.js';

export class CreateOutgoingMessage1767225600224 extends CreateTable {
  override readonly name = 'CreateOutgoingMessage1767225600224';
  protected override readonly table = 'outgoing_message';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('delivery_id', OPTIONAL),
      idOf('recipient_id', OPTIONAL),
      string('kind', 32),
      text('params'),
      idOf('project_id', OPTIONAL),
      idOf('unit_id', OPTIONAL),
      string('dedupe_key', 160),
      instant('created_at'),
    ],
    index: {
      ix_outgoing_message_delivery: ['delivery_id'],
      ix_outgoing_message_recipient: ['recipient_id', 'delivery_id'],
    },
    references: {
      fk_outgoing_message_delivery: ['delivery_id', 'delivery.id'],
      fk_outgoing_message_recipient: ['recipient_id', 'user_account.id'],
    },
  };
}
