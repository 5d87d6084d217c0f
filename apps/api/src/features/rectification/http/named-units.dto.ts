import { NAMING_KINDS, NAMING_STATES, NAMING_STEPS } from '@jixiao/domain';
import { z } from 'zod';
import { Id, IsoDay, Month, PageQuery, Year } from '../../../platform/http/fields.dto.js';
import { FollowUpRound, LongText, Version } from './rectifications.dto.js';

export const NamingInput = z
  .strictObject({
    organisationId: Id,
    year: Year,
    month: Month,
    kind: z.enum(NAMING_KINDS),
    reason: LongText,
  })
  .meta({ id: 'NamedUnitInput' });
export type NamingInput = z.output<typeof NamingInput>;

export const NamingStepInput = z
  .strictObject({
    step: z.enum(NAMING_STEPS),
    version: Version,
    text: LongText.nullish().describe('Why, or with `hold` what was said or where it was published'),
    heldOn: IsoDay.nullish().describe('Needed with `hold`'),
  })
  .meta({ id: 'NamedUnitStepInput' });
export type NamingStepInput = z.output<typeof NamingStepInput>;

export const NamingView = z
  .object({
    id: Id,
    organisationId: Id,
    organisationName: z.string(),
    round: FollowUpRound,
    kind: z.enum(NAMING_KINDS),
    reason: z.string(),
    state: z.enum(NAMING_STATES),
    proposedBy: z.string(),
    proposedByName: z.string(),
    proposedAt: z.string(),
    decidedBy: z.string().nullable(),
    decidedByName: z.string().nullable(),
    decidedAt: z.string().nullable(),
    message: z.string().nullable(),
    heldOn: z.string().nullable(),
    record: z.string().nullable(),
    recordedBy: z.string().nullable(),
    recordedByName: z.string().nullable(),
    version: z.int(),
    may: z.array(z.enum(NAMING_STEPS)),
  })
  .meta({ id: 'NamedUnit' });
export type NamingView = z.output<typeof NamingView>;

export const NamingQuery = z.object({
  year: Year.optional(),
  month: Month.optional(),
  organisationId: Id.optional(),
  kind: z.enum(NAMING_KINDS).optional(),
  state: z.enum(NAMING_STATES).optional(),
  q: z.string().max(100).optional(),
  ...PageQuery,
});
export type NamingQuery = z.output<typeof NamingQuery>;

export const NamingPage = z
  .object({ items: z.array(NamingView), total: z.int(), page: z.int(), size: z.int() })
  .meta({ id: 'NamedUnitPage' });
export type NamingPage = z.output<typeof NamingPage>;
