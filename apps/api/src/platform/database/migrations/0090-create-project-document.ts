import { CreateTable, id, idOf, instant, money, string, type TablePlan } from './create-table.js';

export class CreateProjectDocument1767225600090 extends CreateTable {
  override readonly name = 'CreateProjectDocument1767225600090';
  protected override readonly table = 'project_document';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('project_id'),
      string('name', 255),
      string('media_type', 100),
      string('sha256', 64),
      money('bytes'),
      string('uploaded_by', 64),
      instant('uploaded_at'),
    ],
    index: {
      ix_project_document_project: ['project_id'],
    },
    references: {
      fk_project_document_project: ['project_id', 'project.id'],
    },
  };
}
