import { z } from 'zod';
import { PAPER_KINDS } from '../application/export-kinds.js';

export const TemplatePath = z.object({ kind: z.enum(PAPER_KINDS) });
export type TemplatePath = z.output<typeof TemplatePath>;

export const TemplateWorkbookQuery = z.object({
  version: z.coerce.number().int().min(1).optional().describe('The one in force where left out'),
});
export type TemplateWorkbookQuery = z.output<typeof TemplateWorkbookQuery>;

const Note = z.string().trim().max(500);

/** Text fields beside the uploaded workbook. */
export const TemplateFields = z.object({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
  basedOn: z.string().min(1).max(36).describe('The version in force that was looked at, `monitoring-form@1`'),
  note: Note.optional(),
});
export type TemplateFields = z.output<typeof TemplateFields>;

export const TemplateReset = z
  .strictObject({ basedOn: z.string().min(1).max(36), note: Note.optional() })
  .meta({ id: 'FormTemplateReset' });
export type TemplateReset = z.output<typeof TemplateReset>;

export const TemplateVersionView = z
  .object({
    ref: z.string().describe('`monitoring-form@2`'),
    kind: z.enum(PAPER_KINDS),
    version: z.int(),
    inForce: z.boolean(),
    shipped: z.boolean().describe('The form that the program comes with'),
    note: z.string().nullable(),
    publishedBy: z.string().nullable().describe('Null for what the program comes with'),
    publishedByName: z.string().nullable(),
    publishedAt: z.string().nullable(),
  })
  .meta({ id: 'FormTemplateVersion' });
export type TemplateVersionView = z.output<typeof TemplateVersionView>;

export const TemplateList = z.object({ items: z.array(TemplateVersionView) }).meta({ id: 'FormTemplateList' });
export type TemplateList = z.output<typeof TemplateList>;

/** What came of a workbook that was handed in as a template. */
export const TemplateUploadResult = z
  .object({
    dryRun: z.boolean(),
    ref: z.string().nullable().describe('The version that was published; null where none was'),
    problems: z
      .array(z.object({ at: z.string().nullable(), code: z.string(), message: z.string() }))
      .describe('All that is wrong with it; with any, nothing is published'),
  })
  .meta({ id: 'FormTemplateUploadResult' });
export type TemplateUploadResult = z.output<typeof TemplateUploadResult>;
