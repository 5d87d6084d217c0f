import { CreateTable, OPTIONAL, id, idOf, instant, string, text, type TablePlan } from './create-table.js';

export class CreateIdempotentRequest1767225600025 extends CreateTable {
  override readonly name = 'CreateIdempotentRequest1767225600025';
  protected override readonly table = 'idempotent_request';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      string('caller', 64),
      string('request_key', 200),
      string('fingerprint', 64),
      string('status', 16),
      text('answer', OPTIONAL),
      idOf('claim_id'),
      string('claimed_by', 100),
      instant('claimed_until'),
      instant('created_at'),
    ],
    unique: {
      uq_idempotent_request_caller_key: ['caller', 'request_key'],
    },
    index: {
      ix_idempotent_request_created: ['created_at'],
    },
  };
}
