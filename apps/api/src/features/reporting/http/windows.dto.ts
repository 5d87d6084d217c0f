import { z } from 'zod';
import { Id, IsoDay } from '../../../platform/http/fields.dto.js';

const Reason = z.string().trim().min(1).max(500);

/** A new window of a round; what is left out stays. */
export const WindowInput = z
  .strictObject({ opensOn: IsoDay.optional(), closesOn: IsoDay.optional(), reason: Reason })
  .meta({ id: 'WindowInput' });
export type WindowInput = z.output<typeof WindowInput>;

/** More time for one organisation and all below it. */
export const ExceptionInput = z.strictObject({ closesOn: IsoDay, reason: Reason }).meta({ id: 'ExceptionInput' });
export type ExceptionInput = z.output<typeof ExceptionInput>;

export const ExceptionList = z
  .object({
    items: z.array(
      z.object({
        organisationId: Id,
        organisationName: z.string(),
        closesOn: IsoDay,
        reason: z.string(),
        grantedBy: z.string(),
        grantedByName: z.string(),
        grantedAt: z.string(),
        inForce: z.boolean().describe('False once the deadline of all is as late, or reporting was ended for all'),
      }),
    ),
  })
  .meta({ id: 'ExceptionList' });
export type ExceptionList = z.output<typeof ExceptionList>;

/** The deadline that counts for each organisation which the caller sees. */
export const DeadlineList = z
  .object({
    items: z.array(
      z.object({
        organisationId: Id,
        organisationName: z.string(),
        closesOn: IsoDay,
        deadlinePassed: z.boolean(),
        extensionReason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'DeadlineList' });
export type DeadlineList = z.output<typeof DeadlineList>;
