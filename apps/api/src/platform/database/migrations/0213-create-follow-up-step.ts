import { CreateTable, id, idOf, instant, OPTIONAL, string, text, type TablePlan } from './create-table.js';

export class CreateFollowUpStep1767225600213 extends CreateTable {
  override readonly name = 'CreateFollowUpStep1767225600213';
  protected override readonly table = 'follow_up_step';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('subject_id'),
      string('step', 16),
      string('actor', 64),
      string('on_behalf_of', 64, OPTIONAL),
      text('text', OPTIONAL),
      text('params', OPTIONAL),
      instant('at'),
    ],
    index: {
      ix_follow_up_step_subject: ['subject_id', 'at'],
    },
  };
}
