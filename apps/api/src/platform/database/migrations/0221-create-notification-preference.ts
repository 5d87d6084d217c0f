import { CreateTable, id, instant, OPTIONAL, string, whole, type TablePlan } from './create-table.js';

export class CreateNotificationPreference1767225600221 extends CreateTable {
  override readonly name = 'CreateNotificationPreference1767225600221';
  protected override readonly table = 'notification_preference';
  protected override readonly plan: TablePlan = {
    columns: [
      id('user_id'),
      string('email', 254, OPTIONAL),
      string('mode', 16),
      string('locale', 2),
      instant('changed_at'),
      whole('version'),
    ],
    references: { fk_notification_preference_user: ['user_id', 'user_account.id'] },
  };
}
