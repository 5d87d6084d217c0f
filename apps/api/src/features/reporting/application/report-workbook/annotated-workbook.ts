import path from 'node:path';
import type { Workbook } from 'exceljs';
import { guardZip } from '../../../../platform/documents/zip-guard.js';
import type { Locale } from '../../../../platform/http/message-catalogue.js';
import { rowsOfCsv } from '../report-file/sheet-rows.js';
import { workbookSize } from '../report-file/workbook-size.js';
import { clearMarks, markSheets } from './mark-cells.js';
import type { PlacedSentence } from './placed-sentence.js';
import { listProblems } from './problem-sheet.js';

/** Cells of a workbook that is handed back whole; of a larger one only the problems are listed. */
const MOST_CELLS = 200_000;
/** The sheet of a `.csv` file that is handed back as a workbook. */
const CSV_SHEET = 'CSV';

/**
 * The uploaded workbook itself with what is wrong written into it: each faulty cell is filled red and carries the sentence
 * as a note, a last column holds the sentences of its row, and a first sheet lists them all. A `.csv` file comes back as a
 * workbook. Formulas become the values that they had. Null where no cell is at fault, or where the file is no sheet.
 */
export async function annotatedWorkbook(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  problems: readonly PlacedSentence[],
  locale: Locale,
): Promise<{ readonly file: string; readonly bytes: Uint8Array } | null> {
  if (!problems.some(({ place }) => place !== null)) return null;
  const workbook = await loaded(name, bytes);
  clearMarks(workbook);
  await markSheets(workbook, problems.map(onNamedSheet), locale);
  listProblems(workbook, name, problems, locale);
  const file = `${path.basename(name, path.extname(name))}.errors.xlsx`;
  return { file, bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

/** The workbook; an empty one where it is too large, or where the library cannot read what another wrote. */
async function loaded(name: string, bytes: Uint8Array): Promise<Workbook> {
  const { default: exceljs } = await import('exceljs');
  if (name.toLowerCase().endsWith('.csv')) return csvWorkbook(new exceljs.Workbook(), bytes);
  const { cells, ranged } = await workbookSize(bytes, await guardZip(bytes));
  if (cells > MOST_CELLS || ranged > MOST_CELLS) return new exceljs.Workbook();
  try {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as never);
    return workbook;
  } catch {
    return new exceljs.Workbook();
  }
}

function csvWorkbook(workbook: Workbook, bytes: Uint8Array): Workbook {
  const { rows } = rowsOfCsv(bytes);
  if (rows.reduce((sum, { cells }) => sum + cells.length, 0) > MOST_CELLS) return workbook;
  const sheet = workbook.addWorksheet(CSV_SHEET);
  for (const { row, cells } of rows) sheet.getRow(row).values = cells.map((text) => (text === '' ? null : text));
  return workbook;
}

const onNamedSheet = ({ place, sentence }: PlacedSentence): PlacedSentence => ({
  place: place && { ...place, sheet: place.sheet ?? CSV_SHEET },
  sentence,
});
