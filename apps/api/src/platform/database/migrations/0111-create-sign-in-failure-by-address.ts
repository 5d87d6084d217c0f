import { CreateTable, OPTIONAL, id, instant, whole, type TablePlan } from './create-table.js';

export class CreateSignInFailureByAddress1767225600111 extends CreateTable {
  override readonly name = 'CreateSignInFailureByAddress1767225600111';
  protected override readonly table = 'sign_in_failure';
  protected override readonly plan: TablePlan = {
    columns: [
      id('username', 64),
      id('remote_address', 64),
      whole('failures'),
      instant('last_failed_at'),
      instant('locked_until', OPTIONAL),
    ],
    index: {
      ix_sign_in_failure_last_failed: ['last_failed_at'],
    },
  };
}
