import { CreateTable, id, OPTIONAL, string, whole, type TablePlan } from './create-table.js';

export class CreateSealChain1767225600071 extends CreateTable {
  override readonly name = 'CreateSealChain1767225600071';
  protected override readonly table = 'seal_chain';
  protected override readonly plan: TablePlan = {
    columns: [id('name', 16), whole('seq'), string('hash', 64, OPTIONAL)],
  };
}
