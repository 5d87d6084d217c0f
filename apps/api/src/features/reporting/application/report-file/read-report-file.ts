import { err, ok, type Result } from '@jixiao/domain';
import { decodeText } from '../../../../platform/documents/decode-text.js';
import { validated } from '../../../../platform/http/validation.js';
import { DomainError } from '../../../../platform/runtime/domain-error.js';
import { BulkReportInput } from '../../http/reporting.dto.js';
import type { BulkIssue } from '../resolve-bulk-report.js';
import { rowsToReport } from './rows-to-report.js';
import { rowsOfCsv, rowsOfXlsx, type SheetRow } from './sheet-rows.js';

/**
 * Reads a report file (`.json`, `.csv`, `.xlsx`; columns in docs/report-files.md) into the one input that
 * saving takes. Everything unreadable is listed with its place; nothing is taken over in part.
 */
export async function readReportFile(file: string, bytes: Uint8Array): Promise<Result<BulkReportInput, BulkIssue[]>> {
  if (bytes.length === 0) return refused('empty-file', { file });
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  switch (extension) {
    case 'json':
      return readJson(file, bytes);
    case 'csv':
      return readRows(file, async () => [rowsOfCsv(bytes)]);
    case 'xlsx':
      return readRows(file, () => rowsOfXlsx(bytes));
    default:
      return refused('unsupported-format', { file, extension: extension ?? null, supported: '.json .csv .xlsx' });
  }
}

function readJson(file: string, bytes: Uint8Array): Result<BulkReportInput, BulkIssue[]> {
  const json = parseJson(bytes);
  if (!json.ok) return refused('unreadable-file', { file });
  return checked(json.value);
}

function parseJson(bytes: Uint8Array): Result<unknown, 'unreadable'> {
  try {
    return ok(JSON.parse(decodeText(bytes).replace(/^\uFEFF/, '')));
  } catch {
    return err('unreadable');
  }
}

async function readRows(
  file: string,
  read: () => Promise<readonly (readonly SheetRow[])[]>,
): Promise<Result<BulkReportInput, BulkIssue[]>> {
  const sheets = await read().catch(() => null);
  if (sheets === null) return refused('unreadable-file', { file });
  // A workbook may hold a cover or notes: the first sheet with rows that is recognised as a report counts.
  const reports = sheets.filter((rows) => rows.length > 0).map(rowsToReport);
  const report = reports.find(({ input }) => input.projects.length > 0) ?? reports[0];
  if (report === undefined) return refused('report-empty', { file });
  return report.issues.length > 0 ? err(report.issues) : checked(report.input);
}

function checked(value: unknown): Result<BulkReportInput, BulkIssue[]> {
  try {
    return ok(validated(BulkReportInput, value));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return err(error.issues.map(({ path, code, params }) => ({ path, code, params: params ?? {} })));
  }
}

const refused = (code: string, params: BulkIssue['params']): Result<never, BulkIssue[]> =>
  err([{ path: '', code, params }]);
