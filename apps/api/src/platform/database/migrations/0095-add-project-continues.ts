import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { idOf, OPTIONAL } from './create-table.js';

export class AddProjectContinues1767225600095 extends AddColumns {
  override readonly name = 'AddProjectContinues1767225600095';
  protected override readonly table = 'project';
  protected override readonly plan: ColumnsPlan = {
    columns: [idOf('continues_project_id', OPTIONAL)],
    references: {
      fk_project_continues: ['continues_project_id', 'project.id'],
    },
  };
}
