import type { QueryRunner } from 'typeorm';
import { AddColumns, type ColumnsPlan } from './add-columns.js';

const KEY = 'uq_project_continues';

/**
 * At most one project continues another. Of several that were linked to the same one the first keeps the link: ids are in
 * the order of creation.
 */
export class RequireOneSuccessor1767225600150 extends AddColumns {
  override readonly name = 'RequireOneSuccessor1767225600150';
  protected override readonly table = 'project';
  protected override readonly plan: ColumnsPlan = { columns: [], unique: { [KEY]: ['continues_project_id'] } };

  override async up(runner: QueryRunner): Promise<void> {
    // After a crash between MySQL's commit of the key and the note that the step is done, the key is there.
    const table = await runner.getTable(this.table);
    if (table && [...table.indices, ...table.uniques].some(({ name }) => name === KEY)) return;
    // Derived once more, for MySQL reads no table in a subquery that the statement changes.
    await runner.query(`
      update project set continues_project_id = null
      where continues_project_id is not null and id not in
        (select id from (select min(id) as id from project where continues_project_id is not null
                         group by continues_project_id) first_one)`);
    await super.up(runner);
  }
}
