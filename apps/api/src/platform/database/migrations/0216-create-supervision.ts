import { CreateTable, day, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateSupervision1767225600216 extends CreateTable {
  override readonly name = 'CreateSupervision1767225600216';
  protected override readonly table = 'supervision';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('project_id', OPTIONAL),
      idOf('organisation_id'),
      idOf('comment_id', OPTIONAL),
      text('matter'),
      string('owner', 64, OPTIONAL),
      day('deadline'),
      string('state', 12),
      string('opened_by', 64),
      instant('opened_at'),
      text('report', OPTIONAL),
      string('reported_by', 64, OPTIONAL),
      instant('reported_at', OPTIONAL),
      string('closed_by', 64, OPTIONAL),
      instant('closed_at', OPTIONAL),
      text('message', OPTIONAL),
      whole('version'),
    ],
    unique: {
      uq_supervision_comment: ['comment_id'],
    },
    index: {
      ix_supervision_project: ['project_id'],
      ix_supervision_organisation: ['organisation_id', 'state'],
      ix_supervision_deadline: ['state', 'deadline'],
    },
    references: {
      fk_supervision_project: ['project_id', 'project.id'],
      fk_supervision_organisation: ['organisation_id', 'organisation.id'],
      fk_supervision_comment: ['comment_id', 'project_comment.id'],
    },
  };
}
