import { CreateTable, id, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateEvaluationRuleSet1767225600230 extends CreateTable {
  override readonly name = 'CreateEvaluationRuleSet1767225600230';
  protected override readonly table = 'evaluation_rule_set';
  protected override readonly plan: TablePlan = {
    columns: [
      id('ref'),
      whole('version'),
      text('content'),
      instant('published_at'),
      string('published_by', 64, OPTIONAL),
      text('note', OPTIONAL),
    ],
    unique: {
      uq_evaluation_rule_set_version: ['version'],
    },
  };
}
