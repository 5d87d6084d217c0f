import { OFFICIAL_REPORT_KINDS, OFFICIAL_REPORT_STATES } from '@jixiao/domain';
import { z } from 'zod';
import { Id } from '../../../platform/http/fields.dto.js';
import { EXPORT_KINDS, PAPER_KINDS, PAPER_FORMATS } from '../application/export-kinds.js';

/** As it is typed: any case, with or without dashes. */
export const PaperPath = z.object({ code: z.string().min(1).max(40) });
export type PaperPath = z.output<typeof PaperPath>;

/** A field of a form, or a line of a report, that reads otherwise in two places; null is blank. */
export const PaperDifference = z
  .object({
    projectId: Id.nullable(),
    projectName: z.string().describe('Empty for a line of a report'),
    field: z.string().describe('Stable name of the field; of a report the heading of the section'),
    label: z.string().describe('As the paper prints it'),
    said: z.string().nullable().describe('What the system gave out'),
    stands: z.string().nullable().describe('What stands there instead'),
  })
  .meta({ id: 'PaperDifference' });
export type PaperDifference = z.output<typeof PaperDifference>;

/** A document of the ledger: who gave it out, when, and of which state of the data. */
export const PaperView = z
  .object({
    id: Id,
    code: z.string(),
    kind: z.enum(PAPER_KINDS),
    year: z.int(),
    month: z.int().nullable(),
    format: z.enum(PAPER_FORMATS),
    file: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    templateRef: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    projectId: Id.nullable().describe('Null where there are several projects in it'),
    projectName: z.string().nullable(),
    forms: z.int().describe('Number of projects in it'),
    exportedAt: z.string(),
    exportedBy: z.string(),
    exportedByName: z.string(),
    exportedFor: z.string().nullable(),
    exportedForName: z.string().nullable(),
    round: z
      .object({
        locked: z.boolean(),
        lockedAt: z.string().nullable(),
        sealVersion: z.int().nullable(),
        sealHash: z.string().nullable(),
      })
      .nullable()
      .describe('How the round stood then; null for forms of a year'),
    evaluations: z
      .array(z.object({ projectId: Id, state: z.string(), version: z.int(), sealHash: z.string().nullable() }))
      .describe('How the self-evaluations in it stood then'),
  })
  .meta({ id: 'Paper' });
export type PaperView = z.output<typeof PaperView>;

/** An official report that was given out: which version of it, to whom and when, and how the report stands now. */
export const ReportPaperView = z
  .object({
    id: Id,
    code: z.string(),
    reportId: Id,
    kind: z.enum(OFFICIAL_REPORT_KINDS),
    title: z.string(),
    year: z.int(),
    month: z.int().nullable().describe('Null for a report of a year'),
    organisationId: Id,
    organisationName: z.string(),
    version: z.int(),
    sealHash: z
      .string()
      .nullable()
      .describe('Of the seal of this version then; null for what was given out as a draft'),
    format: z.enum(['docx', 'pdf']),
    file: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    exportedAt: z.string(),
    exportedBy: z.string(),
    exportedByName: z.string(),
    exportedFor: z.string().nullable(),
    exportedForName: z.string().nullable(),
    now: z
      .object({
        state: z.enum(OFFICIAL_REPORT_STATES),
        version: z.int().describe('The newest'),
        sealedVersion: z.int().nullable().describe('The newest that was sealed'),
        superseded: z
          .boolean()
          .describe('There is a newer version, another was sealed, or this one was a draft then and is sealed'),
      })
      .describe('How the report stands now'),
  })
  .meta({ id: 'ReportPaper' });
export type ReportPaperView = z.output<typeof ReportPaperView>;

/** What a paper said, and what of it the system says otherwise by now. */
export const PaperDetail = z
  .object({
    reach: z
      .enum(['full', 'outside'])
      .describe('`outside`: there is such a paper, of a unit that the caller may not read'),
    paper: PaperView.nullable(),
    report: ReportPaperView.nullable().describe('Instead of `paper` where the code is that of an official report'),
    forms: z
      .array(
        z.object({
          projectId: Id,
          projectName: z.string(),
          fields: z.array(z.object({ field: z.string(), label: z.string(), said: z.string().nullable() })),
        }),
      )
      .describe('The first hundred'),
    since: z.array(PaperDifference).describe('What has changed since; the first thousand'),
    sinceCount: z.int(),
  })
  .meta({ id: 'PaperDetail' });
export type PaperDetail = z.output<typeof PaperDetail>;

export const PAPER_VERDICTS = [
  'exact',
  'sameContent',
  'changed',
  'notComparable',
  'unknownCode',
  'unknown',
  'outside',
] as const;

/** What came of a document that was handed in to be checked. */
export const PaperFinding = z
  .object({
    member: z.string().nullable().describe('Its name in the archive; null for the file itself'),
    verdict: z
      .enum(PAPER_VERDICTS)
      .describe(
        '`exact`: byte by byte what was given out. `sameContent`: saved anew, and says the same. `changed`: it says something ' +
          'else. `notComparable`: its code is known, its content cannot be read back. `unknownCode`: bears a code that was ' +
          'never given out. `unknown`: bears none. `outside`: given out for a unit that the caller may not read',
      ),
    matches: z.boolean().describe('It is exactly what was given out, also where the caller may not read it'),
    code: z.string().nullable(),
    paper: PaperView.nullable(),
    report: ReportPaperView.nullable().describe('Instead of `paper` where it is an official report'),
    differences: z
      .array(PaperDifference)
      .describe('What it says otherwise than it was given out; the first two hundred'),
    differenceCount: z.int(),
    since: z.array(PaperDifference).describe('What the system says otherwise by now; the first two hundred'),
    sinceCount: z.int(),
  })
  .meta({ id: 'PaperFinding' });
export type PaperFinding = z.output<typeof PaperFinding>;

export const PaperCheck = z
  .object({
    file: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    archive: z
      .object({
        kind: z.enum(EXPORT_KINDS),
        year: z.int(),
        month: z.int().nullable(),
        exportedAt: z.string(),
        exportedBy: z.string(),
        exportedByName: z.string(),
        projects: z.int(),
        papers: z.int(),
      })
      .nullable()
      .describe('The file as a whole is one that the system gave out, an archive'),
    counts: z
      .record(z.enum(PAPER_VERDICTS), z.int())
      .describe('Documents by what came of them; the file itself, or the members of the archive'),
    changedSince: z.int().describe('Documents of which the system says something else by now'),
    findings: z.array(PaperFinding).describe('Those that are not as given out first; the first two hundred'),
  })
  .meta({ id: 'PaperCheck' });
export type PaperCheck = z.output<typeof PaperCheck>;
