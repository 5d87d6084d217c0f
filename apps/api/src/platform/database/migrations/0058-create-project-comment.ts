import { CreateTable, id, idOf, instant, OPTIONAL, string, text, type TablePlan } from './create-table.js';

export class CreateProjectComment1767225600058 extends CreateTable {
  override readonly name = 'CreateProjectComment1767225600058';
  protected override readonly table = 'project_comment';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('project_id'),
      idOf('round_id', OPTIONAL),
      idOf('withdraws_id', OPTIONAL),
      text('text'),
      string('author', 64),
      string('author_name', 100),
      instant('at'),
    ],
    unique: {
      uq_project_comment_withdraws: ['withdraws_id'],
    },
    index: {
      ix_project_comment_project: ['project_id', 'at'],
    },
    references: {
      fk_project_comment_project: ['project_id', 'project.id'],
      fk_project_comment_round: ['round_id', 'monitoring_round.id'],
      fk_project_comment_withdraws: ['withdraws_id', 'project_comment.id'],
    },
  };
}
