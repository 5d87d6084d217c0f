import { CreateTable, id, idOf, type TablePlan } from './create-table.js';

export class CreateRectificationAlert1767225600211 extends CreateTable {
  override readonly name = 'CreateRectificationAlert1767225600211';
  protected override readonly table = 'rectification_alert';
  protected override readonly plan: TablePlan = {
    columns: [id(), idOf('rectification_id'), idOf('alert_id')],
    unique: {
      uq_rectification_alert: ['rectification_id', 'alert_id'],
    },
    index: {
      ix_rectification_alert_alert: ['alert_id'],
    },
    references: {
      fk_rectification_alert_rectification: ['rectification_id', 'rectification.id'],
    },
  };
}
