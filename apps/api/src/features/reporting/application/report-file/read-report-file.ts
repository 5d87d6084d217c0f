import { setImmediate as turn } from 'node:timers/promises';
import { formOfTitle } from '@jixiao/domain';
import { z } from 'zod';
import { decodeText } from '../../../../platform/documents/decode-text.js';
import { guardZip } from '../../../../platform/documents/zip-guard.js';
import { validated } from '../../../../platform/http/validation.js';
import { DomainError } from '../../../../platform/runtime/domain-error.js';
import { BulkReportInput } from '../../http/reporting.dto.js';
import { readFormReport } from './form-report.js';
import { placeOfPath, type FileIssue, type ReadProject, type ReadReport } from './read-report.js';
import { RowReader } from './row-reader.js';
import { headerOf, isPlainReport } from './sheet-header.js';
import { rowsOfCsv, rowsOfXlsx, type SheetRows } from './sheet-rows.js';
import { readStamp } from './template-stamp.js';
import { MAX_ROWS, workbookSize } from './workbook-size.js';

/** Formats of a report file, with their dot. */
export const REPORT_FORMATS: readonly string[] = ['.json', '.csv', '.xlsx', '.docx'];

/** Unpacked bytes of a workbook; a template of 100,000 rows has about 60 MB. */
const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;
/** Rows in which the title of an official form stands. */
const TITLE_ROWS = 5;
/** Rows between two turns of the event loop. */
const ROWS_AT_A_TIME = 500;

/**
 * Reads a report file (`.json`, `.csv`, `.xlsx`; columns in docs/report-files.md), or the official monitoring forms of a
 * workbook or a Word document. Everything unreadable is listed with
 * its place, and everything else is read all the same, so that a person learns of all faults at once.
 */
export async function readReportFile(file: string, bytes: Uint8Array): Promise<ReadReport> {
  if (bytes.length === 0) return refused('empty-file', { file });
  const extension = /\.[a-z]+$/i.exec(file)?.[0]?.toLowerCase();
  try {
    if (extension === '.json') return readJson(bytes);
    if (extension === '.csv') return await readSheets([rowsOfCsv(bytes)]);
    if (extension === '.xlsx') return await readWorkbook(file, bytes);
    if (extension === '.docx') return (await readFormReport(file, bytes)) ?? refused('form-missing', { file });
  } catch (error) {
    if (error instanceof DomainError) return refused(error.code, { file, ...error.params });
    throw error;
  }
  return refused('unsupported-format', { file, extension: extension ?? null, supported: REPORT_FORMATS.join(' ') });
}

async function readWorkbook(file: string, bytes: Uint8Array): Promise<ReadReport> {
  const entries = await guardZip(bytes, { bytes: MAX_UNPACKED_BYTES });
  await workbookSize(bytes, entries);
  const sheets = await rowsOfXlsx(bytes).catch((cause: unknown) => {
    throw new DomainError('unreadable-file', {}, [], { cause });
  });
  if (sheets.some(beginsWithForm)) return (await readFormReport(file, bytes)) ?? readSheets(sheets);
  return readSheets(sheets);
}

/** Whether one of the first rows is nothing but the title of an official form. */
const beginsWithForm = ({ rows }: SheetRows): boolean =>
  rows.slice(0, TITLE_ROWS).some(({ cells }) => {
    const [title, ...others] = new Set(cells.filter((cell) => cell !== ''));
    return title !== undefined && others.length === 0 && formOfTitle(title) !== null;
  });

/**
 * A workbook may hold a cover or notes besides. The first sheet with a project column is the report, and with it every
 * other that holds nothing but columns of a report.
 */
async function readSheets(sheets: readonly SheetRows[]): Promise<ReadReport> {
  const reader = new RowReader();
  let isFirst = true;
  for (const { name, rows } of sheets) {
    if (rows.length > MAX_ROWS) throw new DomainError('workbook-too-large', { rows: MAX_ROWS });
    const header = headerOf({ name, rows });
    if (header === null || (!isFirst && !isPlainReport(header))) continue;
    isFirst = false;
    reader.begin(name, header);
    for (const [index, row] of rows.entries()) {
      reader.take(row);
      if (index % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) await turn();
    }
  }
  if (isFirst) return refused('report-header-missing', {});
  const projects = reader.finish();
  if (projects.length === 0) return refused('report-empty', {}, reader.issues);
  return { projects, issues: [...reader.issues, ...faultsOf(projects)], stamp: readStamp(sheets) };
}

/** What is read but not taken, such as texts that are too long, at the cells where it stands. */
function faultsOf(projects: readonly ReadProject[]): readonly FileIssue[] {
  const input = {
    projects: projects.map(({ fields, results }) => ({ ...fields, results: results.map(({ input }) => input) })),
  };
  return shapeFaults(input).map((issue) => ({ ...issue, place: placeOfPath(projects, issue.path) }));
}

function shapeFaults(input: unknown): readonly FileIssue[] {
  try {
    validated(BulkReportInput, input);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.issues.map(({ path, code, params }) => ({ place: null, path, code, params: params ?? {} }));
  }
}

function readJson(bytes: Uint8Array): ReadReport {
  const value = parsed(decodeText(bytes).replace(/^\uFEFF/, ''));
  const issues = shapeFaults(value);
  const { projects } = issues.length === 0 ? validated(BulkReportInput, value) : NamesOnly.parse(value);
  return { projects: projects.map(projectOfJson), issues, stamp: null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DomainError('unreadable-file', {}, [], { cause });
  }
}

const name = z.string().nullish().catch(null);
/** What is left of a wrongly shaped file: the names, so that unknown ones are told of together with the faults. */
const NamesOnly = z
  .object({
    projects: z
      .array(
        z
          .object({
            code: name,
            name,
            results: z
              .array(z.object({ indicator: z.string().min(1) }))
              .nullish()
              .catch(null),
          })
          .catch({}),
      )
      .catch([]),
  })
  .catch({ projects: [] });

const NO_CELLS = { row: null, columns: new Map() } as const;

const projectOfJson = ({ results, ...fields }: BulkReportInput['projects'][number]): ReadProject => ({
  fields,
  projectId: null,
  version: null,
  results: (results ?? []).map((input) => ({ input, indicatorId: null, percentText: null, cells: NO_CELLS })),
  cells: NO_CELLS,
});

const refused = (code: string, params: FileIssue['params'], before: readonly FileIssue[] = []): ReadReport => ({
  projects: [],
  issues: [...before, { place: null, path: '', code, params }],
  stamp: null,
});
