import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { sheetText, TEXT_FORMAT } from '../../../platform/documents/safe-cell.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { NamedRow } from './entry-view.js';
import { EXPORT_COLUMNS, headings, SHEET_NAME, valuesOf } from './export-words.js';

/** Rows that a sheet holds below its header. */
export const MOST_SHEET_ROWS = 1_048_575;

/** The trail as a workbook of one sheet, which is sent while it is written. */
export function writeSheet(chunks: AsyncIterable<readonly NamedRow[]>, locale: Locale): Readable {
  const output = new PassThrough();
  write(output, chunks, locale).catch((error: unknown) => output.destroy(error as Error));
  return output;
}

async function write(output: PassThrough, chunks: AsyncIterable<readonly NamedRow[]>, locale: Locale): Promise<void> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(SHEET_NAME[locale], { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = EXPORT_COLUMNS.map(({ width }) => ({ width, style: { numFmt: TEXT_FORMAT } }));
  const header = sheet.addRow([...headings(locale)]);
  header.font = { bold: true };
  header.commit();
  for await (const rows of chunks) {
    if (output.destroyed) return;
    for (const row of rows) sheet.addRow(valuesOf(row).map(cellOf)).commit();
    if (output.writableNeedDrain) await Promise.race([once(output, 'drain'), once(output, 'close')]);
  }
  sheet.commit();
  await workbook.commit();
}

const cellOf = (value: string | number | null): string | number | null =>
  typeof value === 'string' ? sheetText(value) : value;
