import { CreateTable, day, idOf, instant, string, whole, wholeKey, type TablePlan } from './create-table.js';

export class CreateEvaluationYear1767225600231 extends CreateTable {
  override readonly name = 'CreateEvaluationYear1767225600231';
  protected override readonly table = 'evaluation_year';
  protected override readonly plan: TablePlan = {
    columns: [
      wholeKey('year'),
      idOf('round_id'),
      idOf('rules_ref'),
      string('frame', 1),
      day('submit_by'),
      whole('version'),
      whole('exempt'),
      string('opened_by', 64),
      instant('opened_at'),
    ],
    references: {
      fk_evaluation_year_year: ['year', 'fiscal_year.year'],
      fk_evaluation_year_round: ['round_id', 'monitoring_round.id'],
      fk_evaluation_year_rules: ['rules_ref', 'evaluation_rule_set.ref'],
    },
  };
}
