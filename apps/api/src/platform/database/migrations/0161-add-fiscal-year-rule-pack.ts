import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { idOf, OPTIONAL } from './create-table.js';

export class AddFiscalYearRulePack1767225600161 extends AddColumns {
  override readonly name = 'AddFiscalYearRulePack1767225600161';
  protected override readonly table = 'fiscal_year';
  protected override readonly plan: ColumnsPlan = {
    columns: [idOf('rule_pack_ref', OPTIONAL)],
    references: {
      fk_fiscal_year_rule_pack: ['rule_pack_ref', 'rule_pack_version.ref'],
    },
  };
}
