import { z } from 'zod';
import { Id, PageQuery } from '../../../platform/http/fields.dto.js';
import { NOTICE_KINDS, NOTICE_PAGES } from '../application/notice-kinds.js';

export const NotificationFilter = z.object({ unread: z.enum(['true', 'false']).optional(), ...PageQuery });
export type NotificationFilter = z.output<typeof NotificationFilter>;

export const NotificationView = z
  .object({
    id: Id,
    kind: z.enum(NOTICE_KINDS),
    message: z.string().describe('In the language of the request'),
    page: z.enum(NOTICE_PAGES).describe('Where the reader can see it or do something about it'),
    year: z.int(),
    month: z.int().nullable().describe('Of the round; null where it is about the targets of the year, or an account'),
    organisationId: Id.nullable().describe('The unit whose targets it is about'),
    projectId: Id.nullable(),
    subjectId: Id.nullable().describe(
      'The rectification, measure, unit, matter, self-evaluation or report that it is about',
    ),
    createdAt: z.string(),
    readAt: z.string().nullable(),
  })
  .meta({ id: 'Notification' });
export type NotificationView = z.output<typeof NotificationView>;

export const NotificationPage = z
  .object({ items: z.array(NotificationView), total: z.int(), unread: z.int().describe('All unread, on any page') })
  .meta({ id: 'NotificationPage' });
export type NotificationPage = z.output<typeof NotificationPage>;

/** Some by their ids, or all. */
export const ReadInput = z
  .union([z.strictObject({ ids: z.array(Id).min(1).max(200) }), z.strictObject({ all: z.literal(true) })])
  .meta({ id: 'ReadInput' });
export type ReadInput = z.output<typeof ReadInput>;

export const UnreadCount = z.object({ unread: z.int() }).meta({ id: 'UnreadCount' });
export type UnreadCount = z.output<typeof UnreadCount>;

export const ReminderInput = z
  .strictObject({ organisationIds: z.array(Id).min(1).max(1000) })
  .meta({ id: 'ReminderInput' });
export type ReminderInput = z.output<typeof ReminderInput>;

export const ReminderResult = z
  .object({
    reminded: z.array(Id),
    skipped: z.array(z.object({ organisationId: Id, code: z.string(), message: z.string() })),
  })
  .meta({ id: 'ReminderResult' });
export type ReminderResult = z.output<typeof ReminderResult>;

export const RemindedToday = z.object({ organisationIds: z.array(Id) }).meta({ id: 'RemindedToday' });
export type RemindedToday = z.output<typeof RemindedToday>;
