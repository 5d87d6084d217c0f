import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';

/** At once, gathered once a day, or not at all. */
export const MAIL_MODES = ['immediate', 'digest', 'none'] as const;
export type MailMode = (typeof MAIL_MODES)[number];

/** How a person wants to be told by e-mail. Without a row: not at all. */
@Entity('notification_preference')
export class NotificationPreference {
  @IdColumn()
  @References('UserAccount', 'fk_notification_preference_user')
  userId: string;

  @StringColumn(254, { nullable: true })
  email: string | null;

  @StringColumn(16)
  mode: MailMode;

  @StringColumn(2)
  locale: Locale;

  @InstantColumn()
  changedAt: string;

  @IntegerColumn()
  version: number;
}
