import {
  LIGHTS,
  GRADES,
  OFFICIAL_REPORT_KINDS,
  OFFICIAL_REPORT_STATES,
  OFFICIAL_REPORT_STEPS,
  SENTENCE_SOURCE_KINDS,
} from '@jixiao/domain';
import { z } from 'zod';
import { Id, Month, PageQuery, Year } from '../../../platform/http/fields.dto.js';

const Kind = z.enum(OFFICIAL_REPORT_KINDS).describe('monitoring: 绩效运行监控报告; selfEvaluation: 绩效自评报告');
const Version = z.int().min(0).describe('Number of the newest version that the caller has seen');
const LongText = z.string().trim().min(1).max(4000);

export const OfficialReportQuery = z.object({
  year: Year.optional(),
  month: Month.optional(),
  kind: Kind.optional(),
  state: z.enum(OFFICIAL_REPORT_STATES).optional(),
  unit: Id.optional().describe('Reports of this organisation and of all below it'),
  ...PageQuery,
});
export type OfficialReportQuery = z.output<typeof OfficialReportQuery>;

export const OfficialReportInput = z
  .strictObject({
    kind: Kind,
    year: Year,
    month: Month.nullish().describe('Of the round; a self-evaluation is of the whole year and has none'),
    organisationId: Id,
  })
  .meta({ id: 'OfficialReportInput' });
export type OfficialReportInput = z.output<typeof OfficialReportInput>;

export const OfficialReportEdit = z
  .strictObject({
    version: Version,
    changes: z
      .array(
        z.union([
          z.strictObject({
            paragraphId: z.string().min(1).max(100),
            text: z
              .string()
              .trim()
              .max(8000)
              .nullable()
              .describe('Null: as drafted again, or gone where a person added it; empty: left out of the paper'),
          }),
          z.strictObject({
            sectionId: z.string().min(1).max(100),
            text: z.string().trim().min(1).max(8000).describe('One more paragraph at the end of the section'),
          }),
        ]),
      )
      .min(1)
      .max(200),
  })
  .meta({ id: 'OfficialReportEdit' });
export type OfficialReportEdit = z.output<typeof OfficialReportEdit>;

export const OfficialReportStepInput = z
  .strictObject({ step: z.enum(OFFICIAL_REPORT_STEPS), version: Version, text: LongText.nullish() })
  .meta({ id: 'OfficialReportStepInput' });
export type OfficialReportStepInput = z.output<typeof OfficialReportStepInput>;

export const FileQuery = z.object({
  format: z.enum(['docx', 'pdf']).default('docx'),
  version: z.coerce.number().int().min(1).optional().describe('The newest where none is named'),
});
export type FileQuery = z.output<typeof FileQuery>;

export const VersionPath = z.object({ id: Id, version: z.coerce.number().int().min(1) });
export type VersionPath = z.output<typeof VersionPath>;

const Source = z
  .object({ kind: z.enum(SENTENCE_SOURCE_KINDS), id: Id, label: z.string() })
  .meta({ id: 'OfficialReportSource' });

const Paragraph = z.object({
  type: z.literal('paragraph'),
  id: z.string(),
  sentences: z
    .array(z.object({ text: z.string(), sources: z.array(Source).describe('The rows that it rests on') }))
    .describe('As drafted from the figures; none where a person added the paragraph'),
  edited: z
    .object({ text: z.string(), by: z.string(), byName: z.string(), at: z.string() })
    .nullable()
    .describe('What a person wrote instead'),
});

const Chart = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lights'),
    bars: z.array(z.object({ label: z.string(), ...countsOf(LIGHTS) })),
  }),
  z.object({
    kind: z.literal('execution'),
    bars: z.array(z.object({ label: z.string(), rate: z.number(), planned: z.number().nullable() })),
  }),
  z.object({
    kind: z.literal('curve'),
    points: z.array(z.object({ month: z.int(), spent: z.number(), planned: z.number() })).describe('万元, 2 places'),
  }),
  z.object({ kind: z.literal('grades'), bars: z.array(z.object({ grade: z.enum(GRADES), projects: z.int() })) }),
  z.object({ kind: z.literal('points'), bars: z.array(z.object({ label: z.string(), points: z.number() })) }),
]);

const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), id: z.string(), text: z.string() }),
  Paragraph,
  z.object({
    type: z.literal('table'),
    id: z.string(),
    title: z.string(),
    columns: z.array(z.object({ title: z.string(), align: z.enum(['left', 'right', 'center']), width: z.number() })),
    rows: z.array(z.object({ cells: z.array(z.string()), sources: z.array(Source) })),
    note: z.string().nullable().describe('What the table leaves out'),
  }),
  z.object({
    type: z.literal('chart'),
    id: z.string(),
    title: z.string().describe('The finding'),
    data: Chart,
  }),
]);

export const OfficialReportContent = z
  .object({
    kind: Kind,
    title: z.string(),
    issuer: z.string(),
    sections: z.array(z.object({ id: z.string(), heading: z.string(), blocks: z.array(Block) })),
  })
  .meta({ id: 'OfficialReportContent' });
export type OfficialReportContent = z.output<typeof OfficialReportContent>;

/** Counts, one for each of the names. */
function countsOf<N extends string>(names: readonly N[]): Record<N, z.ZodInt> {
  return Object.fromEntries(names.map((name) => [name, z.int()])) as Record<N, z.ZodInt>;
}

const summary = {
  id: Id,
  kind: Kind,
  year: z.int(),
  month: z.int().nullable(),
  organisationId: Id,
  organisationName: z.string(),
  place: z.enum(['unit', 'department', 'county']),
  title: z.string(),
  state: z.enum(OFFICIAL_REPORT_STATES),
  version: z.int().describe('Number of the newest version; 0 while the first one is drafted'),
  sealedVersion: z.int().nullable().describe('The newest version that was sealed; it holds until the next one is'),
  updatedAt: z.string(),
  updatedBy: z.string(),
  updatedByName: z.string(),
  may: z.array(z.enum(['edit', ...OFFICIAL_REPORT_STEPS])).describe('What the caller may do with it now'),
};
export const OfficialReportSummary = z.object(summary).meta({ id: 'OfficialReportSummary' });
export type OfficialReportSummary = z.output<typeof OfficialReportSummary>;

export const OfficialReportPage = z
  .object({ items: z.array(OfficialReportSummary), total: z.int(), page: z.int(), size: z.int() })
  .meta({ id: 'OfficialReportPage' });
export type OfficialReportPage = z.output<typeof OfficialReportPage>;

const Seal = z
  .object({
    at: z.string(),
    by: z.string(),
    byName: z.string(),
    selfApproved: z.boolean().describe('Sealed by one who wrote it, as finance allows of this organisation'),
    contentHash: z.string().describe('SHA-256 of the content as canonical JSON'),
    previousHash: z.string().nullable(),
    hash: z.string(),
  })
  .meta({ id: 'OfficialReportSeal' });

const version = {
  number: z.int(),
  cause: z.enum(['draft', 'redraft', 'edit']),
  createdAt: z.string(),
  createdBy: z.string(),
  createdByName: z.string(),
  factsAt: z.string().describe('When the figures that it was drafted from were read'),
  settled: z.boolean().describe('Whether the round was locked, or the self-evaluations accepted, then'),
  seal: Seal.nullable(),
};
export const OfficialReportVersionSummary = z.object(version).meta({ id: 'OfficialReportVersionSummary' });
export type OfficialReportVersionSummary = z.output<typeof OfficialReportVersionSummary>;
export const OfficialReportVersionList = z
  .object({ items: z.array(OfficialReportVersionSummary) })
  .meta({ id: 'OfficialReportVersionList' });
export type OfficialReportVersionList = z.output<typeof OfficialReportVersionList>;

export const OfficialReportVersionView = z
  .object({
    ...version,
    content: OfficialReportContent,
    intact: z.boolean().nullable().describe('Whether it is still what was sealed; null where it was not'),
  })
  .meta({ id: 'OfficialReportVersion' });
export type OfficialReportVersionView = z.output<typeof OfficialReportVersionView>;

export const OfficialReportView = z
  .object({
    ...summary,
    message: z.string().nullable().describe('Why it was returned or opened again'),
    current: OfficialReportVersionView.nullable().describe('Null while it is drafted for the first time'),
    obstacle: z
      .object({ code: z.string(), message: z.string() })
      .nullable()
      .describe('Why it cannot be sealed yet, whoever does it'),
    jobId: Id.nullable().describe('The job that drafts it now; null where none does'),
  })
  .meta({ id: 'OfficialReport' });
export type OfficialReportView = z.output<typeof OfficialReportView>;

export const OfficialReportRedraft = z
  .object({
    changed: z.boolean().describe('Whether anything that it was drafted from has changed'),
    settled: z.boolean(),
    changes: z.array(
      z.object({
        id: z.string(),
        what: z.enum(['heading', 'paragraph', 'table', 'chart']),
        was: z.string().nullable(),
        now: z.string().nullable(),
        kept: z.boolean().describe('A person wrote it, so that it stays as it is'),
      }),
    ),
  })
  .meta({ id: 'OfficialReportRedraft' });
export type OfficialReportRedraft = z.output<typeof OfficialReportRedraft>;
