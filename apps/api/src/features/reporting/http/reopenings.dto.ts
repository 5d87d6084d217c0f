import { REPORT_STATES } from '@jixiao/domain';
import { z } from 'zod';
import { Id, IsoDay } from '../../../platform/http/fields.dto.js';
import { RoundPath } from './report-files.dto.js';

export const ReopeningInput = z
  .strictObject({
    projectId: Id,
    indicatorId: Id.nullish().describe('The only indicator that may be corrected; left out for the whole report'),
    reason: z.string().trim().min(1).max(500),
    expiresOn: IsoDay.describe('Last day on which the unit may correct it and hand it in, China time'),
  })
  .meta({ id: 'ReopeningInput' });
export type ReopeningInput = z.output<typeof ReopeningInput>;

/** A project of a locked round, or one indicator of it, that was given back to its unit. */
export const ReopeningView = z
  .object({
    id: Id,
    projectId: Id,
    projectCode: z.string().nullable(),
    projectName: z.string(),
    organisationName: z.string(),
    indicatorId: Id.nullable(),
    indicatorName: z.string().nullable(),
    reason: z.string(),
    expiresOn: IsoDay,
    openedBy: z.string(),
    openedByName: z.string(),
    openedAt: z.string(),
    reportStatus: z.enum(REPORT_STATES),
    closedAt: z.string().nullable().describe('Null while it is live'),
    closedBy: z.string().nullable(),
    closedByName: z.string().nullable(),
    closedHow: z.enum(['relocked', 'withdrawn', 'expired']).nullable(),
  })
  .meta({ id: 'Reopening' });
export type ReopeningView = z.output<typeof ReopeningView>;
export const ReopeningList = z.object({ items: z.array(ReopeningView) }).meta({ id: 'ReopeningList' });
export type ReopeningList = z.output<typeof ReopeningList>;

export const ReopeningPath = RoundPath.extend({ id: Id });
export type ReopeningPath = z.output<typeof ReopeningPath>;
