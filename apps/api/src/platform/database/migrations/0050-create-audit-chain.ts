import { CreateTable, string, whole, wholeKey, type TablePlan } from './create-table.js';

export class CreateAuditChain1767225600050 extends CreateTable {
  override readonly name = 'CreateAuditChain1767225600050';
  protected override readonly table = 'audit_chain';
  protected override readonly plan: TablePlan = {
    columns: [wholeKey('id'), whole('seq'), string('hash', 64)],
  };
}
