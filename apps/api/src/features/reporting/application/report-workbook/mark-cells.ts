import { setImmediate as turn } from 'node:timers/promises';
import type { Cell, Fill, Workbook, Worksheet } from 'exceljs';
import { sheetText, TEXT_FORMAT } from '../../../../platform/documents/safe-cell.js';
import type { Locale } from '../../../../platform/http/message-catalogue.js';
import { readHeader } from '../report-file/columns.js';
import type { PlacedSentence } from './placed-sentence.js';
import { dropProblemSheets } from './problem-sheet.js';
import { INPUT_FILL, solid } from './sheet-styles.js';
import { PROBLEM_COLUMN } from './workbook-words.js';

const FAULT_COLOUR = 'FFFFC7CE';
const SENTENCE_WIDTH = 60;
/** A header stands above the rows; nobody puts more than a cover before it. */
const HEADER_WITHIN = 200;
const SENTENCES_AT_A_TIME = 200;
const PROBLEM_LABELS: ReadonlySet<unknown> = new Set(Object.values(PROBLEM_COLUMN));
const PROJECT_COLUMNS: ReadonlySet<string | undefined> = new Set(['code', 'name', 'projectKey']);

/** Fills each faulty cell, puts the sentence on it as a note, and writes the sentences of a row into a last column. */
export async function markSheets(
  workbook: Workbook,
  problems: readonly PlacedSentence[],
  locale: Locale,
): Promise<void> {
  const notes = new Map<Cell, string[]>();
  const columns = new Map<Worksheet, number>();
  for (const [index, { place, sentence }] of problems.entries()) {
    const sheet = place === null ? undefined : workbook.getWorksheet(place.sheet ?? '');
    if (place === null || sheet === undefined) continue;
    const column = columns.get(sheet) ?? addColumn(sheet, locale);
    columns.set(sheet, column);
    const row = sheet.getRow(place.row);
    append(notes, row.getCell(column), sentence);
    append(notes, row.getCell(place.column ?? firstFilled(row, column)).master, sentence);
    if (index % SENTENCES_AT_A_TIME === SENTENCES_AT_A_TIME - 1) await turn();
  }
  const sentenceColumns = new Map([...columns].map(([sheet, column]) => [sheet.id, column]));
  for (const [cell, sentences] of notes) {
    const text = sheetText([...new Set(sentences)].join('\n'));
    if (Number(cell.col) === sentenceColumns.get(cell.worksheet.id)) writeSentence(cell, text);
    else mark(cell, text);
  }
}

/** Takes away the marks of an earlier upload, and turns formulas into the values that they had. */
export function clearMarks(workbook: Workbook): void {
  dropProblemSheets(workbook);
  for (const sheet of workbook.worksheets) {
    const sentences = problemColumn(sheet);
    sheet.eachRow((row, number) => {
      row.eachCell((cell) => {
        if (cell.formula !== undefined) cell.value = plainResult(cell);
        if (isMarked(cell)) clearMark(cell);
        if (Number(cell.col) === sentences?.column && number > sentences.row) cell.value = null;
      });
    });
  }
}

/** The value that a formula had when it was saved; an error value is its name. */
function plainResult({ result }: { readonly result: unknown }): string | number | boolean | Date | null {
  if (typeof result === 'number' || typeof result === 'boolean' || result instanceof Date) return result;
  if (typeof result === 'string') return sheetText(result);
  return typeof result === 'object' && result !== null && 'error' in result ? String(result.error) : null;
}

function mark(cell: Cell, text: string): void {
  // The style is one object for all cells that look alike: it is replaced, never changed.
  cell.style = { ...cell.style, fill: solid(FAULT_COLOUR) };
  cell.note = { texts: [{ text }], margins: { insetmode: 'auto' } };
}

function clearMark(cell: Cell): void {
  const { fill: _fill, ...style } = cell.style;
  cell.style = cell.protection?.locked === false ? { ...style, fill: INPUT_FILL } : style;
  // The library knows how to replace a note and not how to remove one; it keeps a second hold of it with the value.
  Reflect.deleteProperty(cell, '_comment');
  const { value } = cell;
  cell.value = value;
}

function writeSentence(cell: Cell, text: string): void {
  cell.value = text;
  cell.style = {
    numFmt: TEXT_FORMAT,
    alignment: { wrapText: true, vertical: 'top' },
    font: { color: { argb: 'FF9C0006' } },
  };
}

/** The column for the sentences, after the last of the header; the one that an earlier upload has is used again. */
function addColumn(sheet: Worksheet, locale: Locale): number {
  const known = problemColumn(sheet);
  if (known !== null) return known.column;
  const row = headerRow(sheet);
  const column = sheet.columnCount + 1;
  const cell = sheet.getRow(row ?? 1).getCell(column);
  cell.value = row === null ? null : PROBLEM_COLUMN[locale];
  cell.style = { font: { bold: true, color: { argb: 'FF9C0006' } } };
  sheet.getColumn(column).width = SENTENCE_WIDTH;
  return column;
}

function problemColumn(sheet: Worksheet): { readonly row: number; readonly column: number } | null {
  const row = headerRow(sheet);
  if (row === null) return null;
  for (let column = sheet.columnCount; column > 0; column -= 1) {
    if (PROBLEM_LABELS.has(sheet.getRow(row).getCell(column).value)) return { row, column };
  }
  return null;
}

function headerRow(sheet: Worksheet): number | null {
  for (let number = 1; number <= Math.min(sheet.rowCount, HEADER_WITHIN); number += 1) {
    let isHeader = false;
    sheet.getRow(number).eachCell(({ text }) => {
      isHeader ||= PROJECT_COLUMNS.has(readHeader(text)?.column);
    });
    if (isHeader) return number;
  }
  return null;
}

function firstFilled(row: ReturnType<Worksheet['getRow']>, before: number): number {
  for (let column = 1; column < before; column += 1) {
    const isSeen = row.worksheet.getColumn(column).hidden !== true;
    if (isSeen && row.getCell(column).text !== '') return column;
  }
  return 1;
}

/** The red is one that Excel offers to everybody; with a note on it, it is ours. */
const isMarked = ({ fill, note }: Cell): boolean => note !== undefined && isFaultFill(fill);
const isFaultFill = (fill: Fill | undefined): boolean =>
  fill?.type === 'pattern' && fill.fgColor?.argb === FAULT_COLOUR;

function append(notes: Map<Cell, string[]>, cell: Cell, sentence: string): void {
  const sentences = notes.get(cell);
  if (sentences === undefined) notes.set(cell, [sentence]);
  else sentences.push(sentence);
}
