import { z } from 'zod';
import { Id, PageQuery } from '../../../platform/http/fields.dto.js';
import { NOTICE_PAGES } from '../../notifications/index.js';
import { CHANNEL_KINDS } from '../channel-kinds.js';
import { ATTEMPT_OUTCOMES } from '../persistence/delivery-attempt.entity.js';
import { DELIVERY_PURPOSES, DELIVERY_STATES } from '../persistence/delivery.entity.js';

const Reason = z.object({ code: z.string(), message: z.string().describe('In the language of the request') });

/** What became of a message, without what it says: who manages channels need not see the business of units. */
const shape = {
  id: Id.describe('Also that of the message'),
  channelId: Id,
  channelName: z.string(),
  channelKind: z.enum(CHANNEL_KINDS),
  recipientName: z.string().nullable().describe('The person whom an e-mail is to'),
  address: z.string().nullable(),
  purpose: z.enum(DELIVERY_PURPOSES),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  topics: z.array(z.enum(NOTICE_PAGES)).describe('Pages to which the notices in it lead'),
  notices: z.int(),
  dueAt: z.string().nullable().describe('When it is tried next; null where it is not'),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
  error: Reason.nullable().describe('Why the last try failed, or why it was given up'),
};

export const DeliveryView = z.object(shape).meta({ id: 'Delivery' });
export type DeliveryView = z.output<typeof DeliveryView>;

export const DeliveryDetail = z
  .object({
    ...shape,
    log: z.array(
      z.object({
        number: z.int(),
        begunAt: z.string(),
        endedAt: z.string().nullable(),
        outcome: z.enum(ATTEMPT_OUTCOMES),
        error: Reason.nullable(),
      }),
    ),
  })
  .meta({ id: 'DeliveryDetail' });
export type DeliveryDetail = z.output<typeof DeliveryDetail>;

export const DeliveryPage = z.object({ items: z.array(DeliveryView), total: z.int() }).meta({ id: 'DeliveryPage' });
export type DeliveryPage = z.output<typeof DeliveryPage>;

export const DeliveryFilter = z.object({
  channelId: Id.optional(),
  state: z.enum(DELIVERY_STATES).optional(),
  purpose: z.enum(DELIVERY_PURPOSES).optional(),
  search: z.string().max(100).optional().describe('Part of the address or the name of the person'),
  ...PageQuery,
});
export type DeliveryFilter = z.output<typeof DeliveryFilter>;

/** Some by their ids, or all of a channel. */
export const DeliveryRetryInput = z
  .union([z.strictObject({ ids: z.array(Id).min(1).max(200) }), z.strictObject({ channelId: Id })])
  .meta({ id: 'DeliveryRetryInput' });
export type DeliveryRetryInput = z.output<typeof DeliveryRetryInput>;

export const DeliveryRetryResult = z
  .object({ retried: z.int().describe('Those that had been given up, and are tried again') })
  .meta({ id: 'DeliveryRetryResult' });
export type DeliveryRetryResult = z.output<typeof DeliveryRetryResult>;
