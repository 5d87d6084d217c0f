import { CreateTable, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateTargetChange1767225600091 extends CreateTable {
  override readonly name = 'CreateTargetChange1767225600091';
  protected override readonly table = 'target_change';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('project_id'),
      whole('based_on'),
      text('content'),
      text('reason'),
      text('document_ids'),
      string('state', 12),
      string('proposed_by', 64),
      instant('proposed_at'),
      string('reviewed_by', 64, OPTIONAL),
      instant('reviewed_at', OPTIONAL),
      string('decided_by', 64, OPTIONAL),
      instant('decided_at', OPTIONAL),
      text('message', OPTIONAL),
      whole('result_version', OPTIONAL),
    ],
    index: {
      ix_target_change_project: ['project_id'],
      ix_target_change_state: ['state'],
    },
    references: {
      fk_target_change_project: ['project_id', 'project.id'],
    },
  };
}
