import { CreateTable, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateDeliveryAttempt1767225600223 extends CreateTable {
  override readonly name = 'CreateDeliveryAttempt1767225600223';
  protected override readonly table = 'delivery_attempt';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('delivery_id'),
      whole('number'),
      instant('begun_at'),
      instant('ended_at', OPTIONAL),
      string('outcome', 16),
      text('error', OPTIONAL),
    ],
    unique: { uq_delivery_attempt_number: ['delivery_id', 'number'] },
    references: { fk_delivery_attempt_delivery: ['delivery_id', 'delivery.id'] },
  };
}
