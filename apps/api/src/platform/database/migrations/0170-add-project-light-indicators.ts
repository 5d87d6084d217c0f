import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { text } from './create-table.js';

/** The lights of a project's indicators move into its own row; the next step fills what is empty here. */
export class AddProjectLightIndicators1767225600170 extends AddColumns {
  override readonly name = 'AddProjectLightIndicators1767225600170';
  protected override readonly table = 'project_light';
  protected override readonly plan: ColumnsPlan = {
    columns: [backfilled(text('indicators'), "'[]'")],
  };
}
