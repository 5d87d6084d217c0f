import { CreateTable, id, whole, type TablePlan } from './create-table.js';

export class CreateRoundTarget1767225600088 extends CreateTable {
  override readonly name = 'CreateRoundTarget1767225600088';
  protected override readonly table = 'round_target';
  protected override readonly plan: TablePlan = {
    columns: [id('round_id'), id('project_id'), whole('version')],
    index: {
      ix_round_target_project: ['project_id'],
    },
    references: {
      fk_round_target_round: ['round_id', 'monitoring_round.id'],
      fk_round_target_project: ['project_id', 'project.id'],
    },
  };
}
