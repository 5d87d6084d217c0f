import { AddIndex } from './add-index.js';

/** What projects are searched by, in rows a tenth as wide: a text inside a name is found by reading them all. */
export class AddProjectList1767225600178 extends AddIndex {
  override readonly name = 'AddProjectList1767225600178';
  protected override readonly table = 'project';
  protected override readonly index = { name: 'ix_project_list', columns: ['year', 'name', 'id', 'code', 'is_key'] };
}
