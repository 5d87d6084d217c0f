import { CreateTable, id, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateFormTemplate1767225600250 extends CreateTable {
  override readonly name = 'CreateFormTemplate1767225600250';
  protected override readonly table = 'form_template';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      string('kind', 32),
      whole('version'),
      text('content', OPTIONAL),
      string('note', 500, OPTIONAL),
      string('published_by', 64),
      instant('published_at'),
    ],
    unique: { uq_form_template_kind_version: ['kind', 'version'] },
  };
}
