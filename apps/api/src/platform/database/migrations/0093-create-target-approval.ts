import { CreateTable, day, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateTargetApproval1767225600093 extends CreateTable {
  override readonly name = 'CreateTargetApproval1767225600093';
  protected override readonly table = 'target_approval';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('project_id'),
      whole('version'),
      string('state', 12),
      string('document_number', 100, OPTIONAL),
      day('document_date', OPTIONAL),
      text('message', OPTIONAL),
      string('decided_by', 64),
      instant('decided_at'),
    ],
    index: {
      ix_target_approval_version: ['project_id', 'version'],
    },
    references: {
      fk_target_approval_project: ['project_id', 'project.id'],
    },
  };
}
