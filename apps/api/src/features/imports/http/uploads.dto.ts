import { z } from 'zod';
import { Fen, Id, IsoDay, PageQuery, Year } from '../../../platform/http/fields.dto.js';

/** What saving would do with a project of a document; `missing` is stored for the unit and not in the document. */
export const ImportChange = z.enum(['new', 'changed', 'unchanged', 'missing', 'refused']);

/** `reading` → `ready` → `saving` → `saved` → `undoing` → `undone`; `failed` where a file cannot be read. */
export const ImportStatus = z.enum(['reading', 'ready', 'saving', 'saved', 'undoing', 'undone', 'failed', 'discarded']);

const ImportCounts = z.object({
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  missing: z.int(),
  refused: z.int(),
  warnings: z.int(),
  indicators: z.int(),
});

const ImportWarning = z.object({
  code: z.string(),
  message: z.string(),
  at: z.string(),
  project: z.string().nullable(),
});

const SourceCell = z.object({ text: z.string(), at: z.string() });

/** Multipart fields beside the files. */
export const ImportFields = z.object({ year: Year, organisationId: Id.optional() });

/** Answer of an upload: reading goes on as a job. */
export const UploadAccepted = z
  .object({ uploadId: Id, jobId: Id, batchIds: z.array(Id) })
  .meta({ id: 'ImportUploadAccepted' });
export type UploadAccepted = z.output<typeof UploadAccepted>;

/** One file of an upload: a batch that is confirmed, and can be undone, as a whole. */
export const ImportBatchView = z
  .object({
    id: Id,
    uploadId: Id,
    file: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    year: z.int(),
    yearInferred: z.int().nullable(),
    status: ImportStatus,
    failure: z
      .object({
        code: z.string(),
        message: z.string(),
        issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
      })
      .nullable()
      .describe('Why it cannot be read, or could not be undone'),
    organisationName: z.string().nullable().describe('The unit, where all projects belong to one'),
    units: z.int().describe('Units that the projects belong to'),
    counts: ImportCounts,
    warnings: z.array(ImportWarning).describe('Those of the document as a whole'),
    departmentGoals: z.array(
      z.object({ title: z.string(), goal: z.string(), indicators: z.array(z.object({ text: z.string() })) }),
    ),
    sameFile: z
      .object({ batchId: Id, importedAt: z.string(), importedBy: z.string(), importedByName: z.string() })
      .nullable()
      .describe('An earlier import of the very same bytes that is in force'),
    importedBy: z.string(),
    importedByName: z.string(),
    importedAt: z.string(),
    savedAt: z.string().nullable(),
    undoneAt: z.string().nullable(),
    undoneBy: z.string().nullable(),
    undoneByName: z.string().nullable(),
    undoable: z.boolean().describe('Whether the caller may try to undo it'),
    hasFile: z.boolean().describe('The original is kept; a file with a classified project is not'),
  })
  .meta({ id: 'ImportBatch' });
export type ImportBatchView = z.output<typeof ImportBatchView>;

/** All files of one upload, which are confirmed together: all or none. */
export const ImportUploadView = z
  .object({
    uploadId: Id,
    year: z.int(),
    status: ImportStatus,
    jobId: Id.nullable().describe('The job that reads or saves it now, or did so last'),
    outdated: z
      .boolean()
      .describe('Stored targets changed after the preview: it was compared anew and is to be confirmed again'),
    counts: ImportCounts,
    batches: z.array(ImportBatchView),
  })
  .meta({ id: 'ImportUpload' });
export type ImportUploadView = z.output<typeof ImportUploadView>;

export const ImportBatchPage = z
  .object({ items: z.array(ImportBatchView), total: z.int() })
  .meta({ id: 'ImportBatchPage' });
export type ImportBatchPage = z.output<typeof ImportBatchPage>;
export const ImportBatchQuery = z.object({ year: Year.optional(), ...PageQuery });

const Difference = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });

/** One line of the preview. */
export const StagedProjectRow = z
  .object({
    id: Id,
    ordinal: z.int(),
    code: z.string().nullable(),
    name: z.string(),
    organisationName: z.string(),
    change: ImportChange,
    refusal: z.string().nullable().describe('Code of the reason where refused, for example classified-project'),
    budgetFen: Fen.nullable(),
    indicators: z.int(),
    warnings: z.int(),
    corrected: z.boolean().describe('Somebody corrected what was understood'),
    at: z.string(),
    projectId: Id.nullable().describe('The stored project: the one it is compared with, or what it became by saving'),
  })
  .meta({ id: 'StagedProjectRow' });
export type StagedProjectRow = z.output<typeof StagedProjectRow>;
export const StagedProjectPage = z
  .object({ items: z.array(StagedProjectRow), total: z.int() })
  .meta({ id: 'StagedProjectPage' });
export type StagedProjectPage = z.output<typeof StagedProjectPage>;
export const StagedProjectQuery = z.object({
  change: ImportChange.optional(),
  warned: z.enum(['true', 'false']).optional(),
  search: z.string().max(100).optional(),
  ...PageQuery,
});

/** Fields of an indicator that a person can correct before saving. */
export const CORRECTABLE = [
  'level1',
  'level2',
  'name',
  'operator',
  'number',
  'unit',
  'dueDate',
  'direction',
  'kind',
  'assessedFrom',
] as const;

const Operator = z.enum(['gte', 'lte', 'gt', 'lt', 'eq', 'qualitative', 'date']);
const Direction = z.enum(['atLeast', 'atMost']);
const Kind = z.enum(['progressRate', 'executionRate', 'yearEnd', 'level', 'cumulative', 'qualitative', 'date']);

export const StagedIndicator = z
  .object({
    index: z.int(),
    level1: z.string(),
    level2: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    rawValue: z.string(),
    operator: Operator,
    number: z.number().nullable(),
    unit: z.string().nullable(),
    dueDate: IsoDay.nullable(),
    gate: z.number().nullable(),
    direction: Direction.nullable(),
    directionInferred: z.boolean(),
    kind: Kind,
    assessedFrom: z.int(),
    weight: z.number().nullable(),
    basis: z.string().nullable(),
    at: z.string(),
    valueAt: z.string(),
    corrected: z.array(z.enum(CORRECTABLE)),
    understood: z
      .object({
        level1: z.string(),
        level2: z.string(),
        name: z.string(),
        operator: Operator,
        number: z.number().nullable(),
        unit: z.string().nullable(),
        dueDate: IsoDay.nullable(),
        direction: Direction.nullable(),
        kind: Kind,
        assessedFrom: z.int(),
      })
      .nullable()
      .describe('What was read before somebody corrected it; giving a field this value takes its correction back'),
    warnings: z.array(ImportWarning),
  })
  .meta({ id: 'StagedIndicator' });

const Schedule = z.array(z.object({ month: z.int(), percent: z.number() })).nullable();

/** What was understood of one project, each figure beside its cell, and what saving it would change. */
export const StagedProject = z
  .object({
    ...StagedProjectRow.shape,
    batchId: Id,
    fiscalFundsFen: Fen.nullable(),
    otherFundsFen: Fen.nullable(),
    purpose: z.string().nullable(),
    schedule: Schedule,
    goals: z.array(z.string()),
    sources: z.record(z.string(), SourceCell).describe('Printed cell by field: code, name, budget, schedule, …'),
    correctedFields: z.array(z.string()),
    understood: z
      .object({
        name: z.string(),
        code: z.string().nullable(),
        budgetFen: Fen.nullable(),
        fiscalFundsFen: Fen.nullable(),
        otherFundsFen: Fen.nullable(),
        schedule: Schedule,
      })
      .nullable()
      .describe('What was read before somebody corrected it; giving a field this value takes its correction back'),
    indicatorList: z.array(StagedIndicator),
    incompleteIndicators: z.array(z.object({ level2: z.string().nullable(), name: z.string().nullable() })),
    differences: z.array(Difference),
    warningList: z.array(ImportWarning).describe('Those of the project that belong to no single indicator'),
    mayCorrectJudgement: z
      .boolean()
      .describe('Direction, kind and assessedFrom are decided by finance (R17); others only read them'),
  })
  .meta({ id: 'StagedProject' });
export type StagedProject = z.output<typeof StagedProject>;

/** Corrections; what is left out stays. An indicator is named by its index in the project. */
export const StagedCorrection = z
  .strictObject({
    name: z.string().trim().min(1).max(300).optional(),
    code: z.string().trim().max(64).nullable().optional(),
    budgetFen: Fen.nullable().optional(),
    fiscalFundsFen: Fen.nullable().optional(),
    otherFundsFen: Fen.nullable().optional(),
    schedule: z
      .array(z.strictObject({ month: z.int().min(1).max(12), percent: z.number().min(0).max(100) }))
      .min(1)
      .max(12)
      .nullable()
      .optional(),
    indicators: z
      .array(
        z.strictObject({
          index: z.int().min(0),
          level1: z.string().trim().min(1).max(64).optional(),
          level2: z.string().trim().max(64).optional(),
          name: z.string().trim().min(1).max(500).optional(),
          operator: Operator.optional(),
          number: z.number().nullable().optional(),
          unit: z.string().trim().max(64).nullable().optional(),
          dueDate: IsoDay.nullable().optional(),
          direction: Direction.nullable().optional(),
          kind: Kind.optional(),
          assessedFrom: z.int().min(1).max(12).optional(),
        }),
      )
      .max(1000)
      .optional(),
  })
  .meta({ id: 'StagedCorrection' });
export type StagedCorrection = z.output<typeof StagedCorrection>;
