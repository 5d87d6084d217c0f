import { z } from 'zod';
import { Id, Month, PageQuery, Year } from '../../../platform/http/fields.dto.js';
import { Problem } from '../../../platform/http/problem.dto.js';
import { EXPORT_KINDS, PACKAGINGS, PAPER_FORMATS } from '../application/export-kinds.js';

/** What is to be written. With neither `projectId` nor `organisationId`: everything in the caller's reach. */
export const ExportInput = z
  .strictObject({
    kind: z.enum(EXPORT_KINDS),
    year: Year,
    month: Month.optional().describe('Of the round; needed with `monitoringForm`, refused with others'),
    projectId: Id.optional(),
    organisationId: Id.optional().describe('The unit and all below it'),
    format: z.enum(PAPER_FORMATS).optional().describe('Needed with forms, refused with `evidence`'),
    packaging: z
      .enum(PACKAGINGS)
      .default('perProject')
      .describe(
        '`perProject`: a zip with a folder per unit; one project alone is one file. `perUnit`: a file per unit',
      ),
  })
  .meta({ id: 'ExportInput' });
export type ExportInput = z.output<typeof ExportInput>;

export const ExportAccepted = z.object({ exportId: Id, jobId: Id }).meta({ id: 'ExportAccepted' });
export type ExportAccepted = z.output<typeof ExportAccepted>;

export const EXPORT_STATES = ['queued', 'running', 'finished', 'failed', 'cancelled', 'expired'] as const;

export const ExportView = z
  .object({
    id: Id,
    jobId: Id.nullable(),
    kind: z.enum(EXPORT_KINDS),
    year: z.int(),
    month: z.int().nullable(),
    format: z.enum(PAPER_FORMATS).nullable(),
    packaging: z.enum(PACKAGINGS),
    projectId: Id.nullable(),
    projectName: z.string().nullable(),
    organisationId: Id.nullable(),
    organisationName: z.string().nullable(),
    state: z.enum(EXPORT_STATES).describe('`expired`: it was finished, and its file has been removed since'),
    done: z.int().describe('Of the job, as long as it is known'),
    total: z.int(),
    failure: Problem.nullable().describe('The refusal that ended it; null for other failures'),
    requestedAt: z.string(),
    finishedAt: z.string().nullable(),
    expiresAt: z.string().nullable().describe('When the file is removed'),
    file: z.string().nullable(),
    bytes: z.int().nullable(),
    sha256: z.string().nullable(),
    projects: z.int(),
    papers: z.int().describe('Documents with a code of their own in it'),
  })
  .meta({ id: 'Export' });
export type ExportView = z.output<typeof ExportView>;

export const ExportListQuery = z.object({ ...PageQuery });
export type ExportListQuery = z.output<typeof ExportListQuery>;

export const ExportPage = z
  .object({ items: z.array(ExportView), total: z.int(), page: z.int(), size: z.int() })
  .meta({ id: 'ExportPage' });
export type ExportPage = z.output<typeof ExportPage>;
