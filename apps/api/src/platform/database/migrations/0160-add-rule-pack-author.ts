import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, string, text } from './create-table.js';

export class AddRulePackAuthor1767225600160 extends AddColumns {
  override readonly name = 'AddRulePackAuthor1767225600160';
  protected override readonly table = 'rule_pack_version';
  protected override readonly plan: ColumnsPlan = {
    columns: [string('published_by', 64, OPTIONAL), text('note', OPTIONAL)],
  };
}
