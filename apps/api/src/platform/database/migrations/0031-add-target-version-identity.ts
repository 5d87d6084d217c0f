import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, string, whole } from './create-table.js';

const ofProject = (column: string): string =>
  `(SELECT p.${column} FROM project p WHERE p.id = target_version.project_id)`;

/** Versions that are there already are taken to have been of the name and code that the project has now. */
export class AddTargetVersionIdentity1767225600031 extends AddColumns {
  override readonly name = 'AddTargetVersionIdentity1767225600031';
  protected override readonly table = 'target_version';
  protected override readonly plan: ColumnsPlan = {
    columns: [
      backfilled(string('name', 300), ofProject('name')),
      backfilled(string('code', 64, OPTIONAL), ofProject('code')),
      whole('restored_from', OPTIONAL),
    ],
  };
}
