import { CreateTable, id, instant, money, whole, type TablePlan } from './create-table.js';

export class CreateStoredFile1767225600022 extends CreateTable {
  override readonly name = 'CreateStoredFile1767225600022';
  protected override readonly table = 'stored_file';
  protected override readonly plan: TablePlan = {
    columns: [id('sha256', 64), money('bytes'), whole('reference_count'), instant('created_at')],
  };
}
