import type { CellValue, Sheet } from 'hucre/xlsx';
import { csvRecords } from '../../../../platform/documents/csv-rows.js';
import { decodeText } from '../../../../platform/documents/decode-text.js';
import { DomainError } from '../../../../platform/runtime/domain-error.js';
import { MAX_ROWS } from './workbook-size.js';

/** A row of a sheet as text; rows count from 1. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A sheet of a workbook, or a `.csv` file, which has no name. */
export interface SheetRows {
  readonly name: string | null;
  readonly rows: readonly SheetRow[];
}

/** Line breaks of a file, before it is taken apart: cells may hold some. */
const MOST_LINES = 4 * MAX_ROWS;
const LINE_BREAK = 0x0a;
/** Digits that Excel shows and compares; those beyond are the noise of binary fractions. */
const SHOWN_DIGITS = 15;

/**
 * The rows of a `.csv` file, in UTF-8 or, as a Chinese Excel saves it, GB18030.
 * @throws DomainError `unreadable-file` where the bytes are no text, `workbook-too-large`, `table-too-wide`
 */
export function rowsOfCsv(bytes: Uint8Array): SheetRows {
  if (lineBreaks(bytes) > MOST_LINES) throw new DomainError('workbook-too-large', { rows: MAX_ROWS });
  const rows = Array.from(csvRecords(decodeText(bytes)), ({ fields }, index) => ({
    row: index + 1,
    cells: fields.map((field) => unmarked(field.trim())),
  }));
  return { name: null, rows };
}

/** The rows of every sheet of an `.xlsx` file; a percent cell reads as it is shown (0.95 shown as 95% is `95%`). */
export async function rowsOfXlsx(bytes: Uint8Array): Promise<readonly SheetRows[]> {
  const { readXlsx } = await import('hucre/xlsx');
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return sheets.map(rowsOfSheet);
}

const rowsOfSheet = (sheet: Sheet): SheetRows => ({
  name: sheet.name,
  rows: sheet.rows.map((row, index) => ({
    row: index + 1,
    cells: row.map((cell, column) => textOf(cell, sheet.cells?.get(`${index},${column}`)?.style?.numFmt)),
  })),
});

const lineBreaks = (bytes: Uint8Array): number =>
  bytes.reduce((count, byte) => (byte === LINE_BREAK ? count + 1 : count), 0);

/** Takes back the apostrophe that keeps a cell of ours from being run as a formula. */
const unmarked = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

function textOf(cell: CellValue, format: string | undefined): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'number') return String(cell).trim();
  if (format?.includes('%')) return `${Number((cell * 100).toPrecision(SHOWN_DIGITS))}%`;
  return String(Number(cell.toPrecision(SHOWN_DIGITS)));
}
