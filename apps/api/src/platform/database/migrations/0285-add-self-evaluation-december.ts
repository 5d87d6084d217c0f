import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, text } from './create-table.js';

/** What a corrected December says against the evaluations that were handed in before. */
export class AddSelfEvaluationDecember1767225600285 extends AddColumns {
  override readonly name = 'AddSelfEvaluationDecember1767225600285';
  protected override readonly table = 'self_evaluation';
  protected override readonly plan: ColumnsPlan = { columns: [text('december', OPTIONAL)] };
}
