import { CreateTable, id, idOf, string, text, type TablePlan } from './create-table.js';

export class CreateIndicatorLight1767225600020 extends CreateTable {
  override readonly name = 'CreateIndicatorLight1767225600020';
  protected override readonly table = 'indicator_light';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('project_light_id'),
      idOf('lineage_id'),
      string('light', 8),
      string('reason', 32),
      text('assessment'),
      text('inputs'),
    ],
    unique: {
      uq_indicator_light_project_light_lineage: ['project_light_id', 'lineage_id'],
    },
    references: {
      fk_indicator_light_project_light: ['project_light_id', 'project_light.id'],
    },
  };
}
