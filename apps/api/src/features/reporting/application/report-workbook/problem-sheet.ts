import type { Workbook } from 'exceljs';
import { sheetText, TEXT_FORMAT } from '../../../../platform/documents/safe-cell.js';
import type { Locale } from '../../../../platform/http/message-catalogue.js';
import { placeText } from '../report-file/place.js';
import type { PlacedSentence } from './placed-sentence.js';
import { PROBLEM_HEADINGS, PROBLEM_SHEET, problemTitle } from './workbook-words.js';

/** Sentences that the list holds; nobody reads more, and the marks in the cells are complete. */
const MOST_LISTED = 5000;
const PLACE_WIDTH = 20;
const SENTENCE_WIDTH = 90;

/** Puts a sheet before all others that tells how much is wrong, and what. */
export function listProblems(
  workbook: Workbook,
  file: string,
  problems: readonly PlacedSentence[],
  locale: Locale,
): void {
  const sheet = workbook.addWorksheet(PROBLEM_SHEET[locale], { views: [{ state: 'frozen', ySplit: 2 }] });
  // The library sorts sheets by this number when it writes them; its types do not name it.
  Object.assign(sheet, { orderNo: -1 });
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 12_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  sheet.columns = [{ width: PLACE_WIDTH }, { width: SENTENCE_WIDTH }];
  sheet.addRow([sheetText(problemTitle(file, problems.length, locale))]).font = { bold: true, size: 13 };
  sheet.addRow([...PROBLEM_HEADINGS[locale]]).font = { bold: true };
  for (const { place, sentence } of problems.slice(0, MOST_LISTED)) {
    const row = sheet.addRow([place === null ? '' : placeText(place), sheetText(sentence)]);
    row.numFmt = TEXT_FORMAT;
    row.alignment = { wrapText: true, vertical: 'top' };
  }
}

/** Takes away the lists of an earlier upload. */
export function dropProblemSheets(workbook: Workbook): void {
  for (const name of Object.values(PROBLEM_SHEET)) {
    const sheet = workbook.getWorksheet(name);
    if (sheet !== undefined) workbook.removeWorksheet(sheet.id);
  }
}
