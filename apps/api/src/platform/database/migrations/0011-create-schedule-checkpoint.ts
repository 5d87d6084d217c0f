import { CreateTable, decimal, id, idOf, whole, type TablePlan } from './create-table.js';

export class CreateScheduleCheckpoint1767225600011 extends CreateTable {
  override readonly name = 'CreateScheduleCheckpoint1767225600011';
  protected override readonly table = 'schedule_checkpoint';
  protected override readonly plan: TablePlan = {
    columns: [id(), idOf('target_version_id'), whole('month'), decimal('percent')],
    unique: {
      uq_schedule_checkpoint_version_month: ['target_version_id', 'month'],
    },
    references: {
      fk_schedule_checkpoint_version: ['target_version_id', 'target_version.id'],
    },
  };
}
