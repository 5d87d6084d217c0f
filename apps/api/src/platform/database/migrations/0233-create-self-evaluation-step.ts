import { CreateTable, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateSelfEvaluationStep1767225600233 extends CreateTable {
  override readonly name = 'CreateSelfEvaluationStep1767225600233';
  protected override readonly table = 'self_evaluation_step';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('evaluation_id'),
      whole('ordinal'),
      string('step', 16),
      string('from_state', 20),
      string('to_state', 20),
      string('actor', 64),
      string('on_behalf_of', 64, OPTIONAL),
      instant('at'),
      text('message', OPTIONAL),
      text('content', OPTIONAL),
      text('scores', OPTIONAL),
      text('points', OPTIONAL),
    ],
    unique: {
      uq_self_evaluation_step_ordinal: ['evaluation_id', 'ordinal'],
    },
    references: {
      fk_self_evaluation_step_evaluation: ['evaluation_id', 'self_evaluation.id'],
    },
  };
}
