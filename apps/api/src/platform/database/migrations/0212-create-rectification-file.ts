import { CreateTable, id, idOf, instant, OPTIONAL, string, whole, type TablePlan } from './create-table.js';

export class CreateRectificationFile1767225600212 extends CreateTable {
  override readonly name = 'CreateRectificationFile1767225600212';
  protected override readonly table = 'rectification_file';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('rectification_id'),
      string('file', 255),
      whole('bytes'),
      string('content_type', 100),
      string('sha256', 64),
      string('uploaded_by', 64),
      instant('uploaded_at'),
      string('removed_by', 64, OPTIONAL),
      instant('removed_at', OPTIONAL),
    ],
    index: {
      ix_rectification_file_rectification: ['rectification_id'],
    },
    references: {
      fk_rectification_file_rectification: ['rectification_id', 'rectification.id'],
    },
  };
}
