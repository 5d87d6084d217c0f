import { CreateTable, instant, string, wholeKey, type TablePlan } from './create-table.js';

export class CreateFiscalYear1767225600002 extends CreateTable {
  override readonly name = 'CreateFiscalYear1767225600002';
  protected override readonly table = 'fiscal_year';
  protected override readonly plan: TablePlan = {
    columns: [wholeKey('year'), string('status', 16), instant('created_at')],
  };
}
