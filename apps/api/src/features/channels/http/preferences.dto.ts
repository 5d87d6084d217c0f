import { z } from 'zod';
import { MAIL_MODES } from '../persistence/notification-preference.entity.js';
import { MailAddress } from './channels.dto.js';

const shared = {
  email: MailAddress.nullable(),
  mode: z.enum(MAIL_MODES).describe('At once, gathered once a day, or not at all'),
  locale: z.enum(['zh', 'en']),
};

export const PreferenceView = z
  .object({
    ...shared,
    version: z.int().describe('0 where nothing was ever chosen'),
    mailReady: z.boolean().describe('False: no mail server is set up, so nothing is sent yet'),
  })
  .meta({ id: 'NotificationPreference' });
export type PreferenceView = z.output<typeof PreferenceView>;

export const PreferenceInput = z
  .strictObject({ ...shared, version: z.int().min(0) })
  .meta({ id: 'NotificationPreferenceInput' });
export type PreferenceInput = z.output<typeof PreferenceInput>;
