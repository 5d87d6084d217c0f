import { blob, CreateTable, id, idOf, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreatePaperForm1767225600253 extends CreateTable {
  override readonly name = 'CreatePaperForm1767225600253';
  protected override readonly table = 'paper_form';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('paper_id'),
      whole('ordinal'),
      idOf('project_id'),
      string('project_name', 300),
      text('evaluation_state', OPTIONAL),
      string('content_hash', 64),
      blob('content'),
    ],
    unique: { uq_paper_form_paper_ordinal: ['paper_id', 'ordinal'] },
    references: { fk_paper_form_paper: ['paper_id', 'paper.id'] },
  };
}
