import { CreateTable, id, idOf, instant, money, OPTIONAL, string, text, type TablePlan } from './create-table.js';

export class CreateVerifiedResult1767225600096 extends CreateTable {
  override readonly name = 'CreateVerifiedResult1767225600096';
  protected override readonly table = 'verified_result';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      idOf('project_id'),
      idOf('lineage_id', OPTIONAL),
      text('answer', OPTIONAL),
      money('expenditure_fen', OPTIONAL),
      text('note', OPTIONAL),
      text('evidence'),
      string('recorded_by', 64),
      instant('recorded_at'),
      instant('superseded_at', OPTIONAL),
    ],
    index: {
      ix_verified_result_round_project: ['round_id', 'project_id'],
      ix_verified_result_project: ['project_id'],
    },
    references: {
      fk_verified_result_round: ['round_id', 'monitoring_round.id'],
      fk_verified_result_project: ['project_id', 'project.id'],
    },
  };
}
