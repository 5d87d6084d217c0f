import type { Block } from '@jixiao/domain';
import { type CellValue, readXls as readValues, type Sheet } from 'hucre';
import { DomainError } from '../../runtime/domain-error.js';
import type { ReadingContext } from '../document-reader.js';
import type { MergedRange } from '../office/merged-ranges.js';
import { numberText } from '../office/number-format.js';
import { SheetGrid } from '../office/sheet-grid.js';
import { ReadingLimits } from '../reading-limits.js';
import { openCompoundFile } from './compound-file.js';
import { xlsFormats, type XlsSheetFormats } from './xls-formats.js';

const DAY_MS = 86_400_000;

/** Reads a legacy Excel workbook (.xls of Excel 97–2003) as `readXlsx` reads new ones. */
export async function* readXls(bytes: Uint8Array, { report }: ReadingContext): AsyncGenerator<Block> {
  const stream = openCompoundFile(bytes)?.stream('Workbook');
  if (!stream) throw new DomainError('archive-damaged');
  const formats = xlsFormats(stream);
  const sheets = await valuesOf(bytes);
  const limits = new ReadingLimits();
  for (const [index, sheet] of sheets.entries()) {
    const own = formats.sheets[index];
    if (own && !own.isHidden) yield* sheetBlocks(sheet, own, formats.is1904, limits);
    report(index + 1, sheets.length);
  }
}

async function valuesOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  try {
    return (await readValues(bytes)).sheets;
  } catch (error) {
    throw new DomainError('archive-damaged', {}, [], { cause: error });
  }
}

function* sheetBlocks(
  sheet: Sheet,
  formats: XlsSheetFormats,
  is1904: boolean,
  limits: ReadingLimits,
): Generator<Block> {
  const grid = new SheetGrid(sheet.name, rangesOf(sheet), limits);
  for (let row = 0; row < sheet.rows.length; row += 1) {
    const values: readonly CellValue[] = sheet.rows[row] ?? [];
    const cells = values.flatMap((value, column) => {
      const text = textOf(value, formats.formatAt(row, column), is1904);
      return text === '' ? [] : [{ column, text }];
    });
    if (cells.length > 0) yield* grid.take(row, cells);
  }
}

const rangesOf = ({ merges = [] }: Sheet): MergedRange[] =>
  merges
    .map(({ startRow, startCol, endRow, endCol }) => ({ top: startRow, left: startCol, bottom: endRow, right: endCol }))
    .sort((one, other) => one.top - other.top);

function textOf(value: CellValue, format: string, is1904: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numberText(value, format, is1904);
  if (value instanceof Date) return numberText(serialOf(value, is1904), format, is1904);
  return String(value);
}

const serialOf = (day: Date, is1904: boolean): number =>
  (day.getTime() - Date.UTC(is1904 ? 1904 : 1899, is1904 ? 0 : 11, is1904 ? 1 : 30)) / DAY_MS;
