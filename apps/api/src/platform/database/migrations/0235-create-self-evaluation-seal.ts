import { CreateTable, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateSelfEvaluationSeal1767225600235 extends CreateTable {
  override readonly name = 'CreateSelfEvaluationSeal1767225600235';
  protected override readonly table = 'self_evaluation_seal';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      whole('seq'),
      idOf('evaluation_id'),
      whole('year'),
      whole('version'),
      instant('created_at'),
      string('created_by', 64),
      string('previous_hash', 64, OPTIONAL),
      string('content_hash', 64),
      string('hash', 64),
      text('content'),
    ],
    unique: {
      uq_self_evaluation_seal_seq: ['seq'],
      uq_self_evaluation_seal_version: ['evaluation_id', 'version'],
    },
    index: {
      ix_self_evaluation_seal_year: ['year', 'seq'],
    },
    references: {
      fk_self_evaluation_seal_evaluation: ['evaluation_id', 'self_evaluation.id'],
    },
  };
}
