import { z } from 'zod';
import { Id, Month, Year } from '../../../platform/http/fields.dto.js';

export const RoundPath = z.object({ year: Year, month: Month });
export type RoundPath = z.output<typeof RoundPath>;

export const WorkbookQuery = z.object({ organisationId: Id.optional() });
export type WorkbookQuery = z.output<typeof WorkbookQuery>;

/** Text fields beside the uploaded file. */
export const ReportFileFields = z.object({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
});

const Remark = z.object({ path: z.string(), code: z.string(), message: z.string() });

/** What a report file changes, or would change. */
export const ReportFileResult = z
  .object({
    dryRun: z.boolean(),
    projects: z.int().describe('Projects that the file names'),
    results: z.int().describe('Indicators for which it gives a result'),
    changedProjects: z.int(),
    changeCount: z.int().describe('All changes; the list below ends after 1000'),
    changes: z.array(
      z.object({
        projectId: Id,
        project: z.string(),
        code: z.string().nullable(),
        indicatorId: Id.nullable(),
        indicator: z.string().nullable(),
        field: z.string().describe('Column of the report file'),
        before: z.string().nullable().describe('In the language of the request; null is blank'),
        after: z.string().nullable(),
        at: z.string().nullable().describe('Cell of the file'),
      }),
    ),
    warnings: z.array(Remark),
    jobIds: z.array(Id),
  })
  .meta({ id: 'ReportFileResult' });
export type ReportFileResult = z.output<typeof ReportFileResult>;
