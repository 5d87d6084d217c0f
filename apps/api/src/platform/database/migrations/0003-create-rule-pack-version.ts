import { CreateTable, id, instant, string, text, whole, type TablePlan } from './create-table.js';

export class CreateRulePackVersion1767225600003 extends CreateTable {
  override readonly name = 'CreateRulePackVersion1767225600003';
  protected override readonly table = 'rule_pack_version';
  protected override readonly plan: TablePlan = {
    columns: [id('ref'), string('pack_id', 30), whole('version'), text('content'), instant('published_at')],
    unique: {
      uq_rule_pack_version_pack_version: ['pack_id', 'version'],
    },
  };
}
