import { parseCsv } from 'hucre/csv';
import { readXlsx, type CellValue, type Sheet } from 'hucre/xlsx';
import { decodeText } from '../../../../platform/documents/decode-text.js';

/** A row of a sheet as text, and where it stands for a person (`line 3`, `Sheet1 row 3`). */
export interface SheetRow {
  readonly at: string;
  readonly cells: readonly string[];
}

/**
 * The rows of a `.csv` file, in UTF-8 or, as a Chinese Excel saves it, GB18030.
 * @throws DomainError `unreadable-file` where the bytes are no text
 */
export function rowsOfCsv(bytes: Uint8Array): readonly SheetRow[] {
  return parseCsv(decodeText(bytes)).map((cells, index) => ({
    at: `line ${index + 1}`,
    cells: cells.map((cell) => textOf(cell, undefined)),
  }));
}

/** The rows of every sheet of an `.xlsx` file; a percent cell reads as it is shown (0.95 shown as 95% is `95%`). */
export async function rowsOfXlsx(bytes: Uint8Array): Promise<readonly (readonly SheetRow[])[]> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return sheets.map(rowsOfSheet);
}

const rowsOfSheet = (sheet: Sheet): readonly SheetRow[] =>
  sheet.rows.map((row, index) => ({
    at: `${sheet.name} row ${index + 1}`,
    cells: row.map((cell, column) => textOf(cell, sheet.cells?.get(`${index},${column}`)?.style?.numFmt)),
  }));

function textOf(cell: CellValue, format: string | undefined): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  // toPrecision drops the binary noise of 0.07 × 100, which Excel does not show either.
  if (typeof cell === 'number' && format?.includes('%')) return `${Number((cell * 100).toPrecision(15))}%`;
  return String(cell).trim();
}
