import {
  type CellStyle,
  cellAddress,
  checkTemplate,
  type FormKind,
  type FormTemplate,
  type TemplateCell,
  type TemplateProblem,
  type TemplateRow,
  TEXT_FONT,
} from '@jixiao/domain';
import type { Cell, Worksheet } from 'exceljs';
import { DomainError } from '../../runtime/domain-error.js';
import { mergedRanges } from '../office/merged-ranges.js';
import { guardZip, zipEntryChunks } from '../zip-guard.js';
import { millimetres } from './paper.js';
import { TEMPLATE_SHEET } from './template-workbook.js';

const LARGEST_PART = 4 * 1024 * 1024;
/** Cells of merged ranges, each of which the library makes. */
const MOST_MERGED = 20_000;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const DEFAULT_WIDTH = 9;
const DEFAULT_SIZE = 11;
const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** A template that was read, with what is wrong with it; it may be used where nothing is. */
export interface ReadTemplate {
  readonly template: FormTemplate;
  readonly problems: readonly TemplateProblem[];
}

/**
 * Reads a template from a workbook that `writeTemplateWorkbook` made and a person changed: texts, spans, widths, lines,
 * fonts, and the rows to repeat. The sheet 表样 counts, else the first one.
 * @throws DomainError `unreadable-file`, `document-too-complex`, and what `guardZip` refuses
 */
export async function readTemplateWorkbook(bytes: Uint8Array, form: FormKind): Promise<ReadTemplate> {
  await guardSheets(bytes);
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(Buffer.from(bytes) as never);
  } catch {
    throw new DomainError('unreadable-file');
  }
  const sheet = workbook.getWorksheet(TEMPLATE_SHEET) ?? workbook.worksheets[0];
  if (!sheet) throw new DomainError('unreadable-file');
  const { template, formulas } = readSheet(sheet, form);
  return { template, problems: [...formulas, ...checkTemplate(template)] };
}

/** A small file may stand for a sheet that fills the memory. */
async function guardSheets(bytes: Uint8Array): Promise<void> {
  for (const entry of await guardZip(bytes)) {
    if (entry.bytes > LARGEST_PART) throw new DomainError('document-too-complex');
    if (!SHEET.test(entry.name)) continue;
    const ranges = await mergedRanges(zipEntryChunks(bytes, entry));
    const merged = ranges.reduce(
      (sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1),
      0,
    );
    if (merged > MOST_MERGED) throw new DomainError('document-too-complex');
  }
}

function readSheet(
  sheet: Worksheet,
  form: FormKind,
): { readonly template: FormTemplate; readonly formulas: TemplateProblem[] } {
  const { rowCount, columnCount } = usedPart(sheet);
  const formulas: TemplateProblem[] = [];
  const rows = Array.from({ length: rowCount }, (_, row): TemplateRow => {
    const cells: TemplateCell[] = [];
    for (let column = 0; column < columnCount; column += 1) {
      const cell = sheet.getCell(row + 1, column + 1);
      if (cell.isMerged && cell.master !== cell) continue;
      const read = readCell(sheet, cell);
      if (read.text === '' && !hasLines(read.style)) continue;
      if (cell.formula) formulas.push({ code: 'template-formula', at: cellAddress(row, column) });
      cells.push(read);
    }
    return { height: sheet.getRow(row + 1).height ?? null, cells };
  });
  const columns = Array.from(
    { length: columnCount },
    (_, column) => sheet.getColumn(column + 1).width ?? DEFAULT_WIDTH,
  );
  return { template: { form, page: readPage(sheet), columns, rows, repeatedRows: readRepeated(sheet) }, formulas };
}

const hasLines = ({ borders }: CellStyle): boolean => SIDES.some((side) => borders[side]);

/** Up to the last cell with a text or a line; what is only formatted beyond is no part of the form. */
function usedPart(sheet: Worksheet): { readonly rowCount: number; readonly columnCount: number } {
  let [rowCount, columnCount] = [0, 0];
  sheet.eachRow((row, rowNumber) =>
    row.eachCell((cell, column) => {
      const isMaster = !cell.isMerged || cell.master === cell;
      if (!(isMaster && cell.text !== '') && !SIDES.some((side) => cell.border?.[side]?.style)) return;
      const { bottom, right } = spanOf(sheet, cell);
      rowCount = Math.max(rowCount, rowNumber, bottom);
      columnCount = Math.max(columnCount, column, right);
    }),
  );
  return { rowCount, columnCount };
}

/** The last row and column that a cell covers, from 1. */
function spanOf(sheet: Worksheet, cell: Cell): { readonly bottom: number; readonly right: number } {
  let [bottom, right] = [Number(cell.row), Number(cell.col)];
  if (!cell.isMerged) return { bottom, right };
  const belongs = (row: number, column: number): boolean =>
    sheet.findRow(row)?.findCell(column)?.master.address === cell.master.address;
  while (belongs(bottom + 1, right)) bottom += 1;
  while (belongs(bottom, right + 1)) right += 1;
  return { bottom, right };
}

function readCell(sheet: Worksheet, cell: Cell): TemplateCell {
  const [row, column] = [Number(cell.row), Number(cell.col)];
  const { bottom, right } = spanOf(sheet, cell);
  const last = sheet.getCell(bottom, right);
  const lines = { top: cell, left: cell, bottom: last, right: last };
  const borders = Object.fromEntries(SIDES.map((side) => [side, Boolean(lines[side].border?.[side]?.style)]));
  return {
    column: column - 1,
    columns: right - column + 1,
    rows: bottom - row + 1,
    text: cell.text.replace(/\r\n?/g, '\n').trimEnd(),
    style: readStyle(cell, borders as CellStyle['borders']),
  };
}

function readStyle({ font, alignment, numFmt }: Cell, borders: CellStyle['borders']): CellStyle {
  const horizontal = alignment?.horizontal;
  return {
    font: font?.name ?? TEXT_FONT,
    size: font?.size ?? DEFAULT_SIZE,
    bold: font?.bold ?? false,
    align: horizontal === 'center' || horizontal === 'right' ? horizontal : 'left',
    vertical: alignment?.vertical === 'top' ? 'top' : 'middle',
    borders,
    numberFormat: numFmt === undefined || numFmt === 'General' || numFmt === '@' ? null : numFmt,
  };
}

function readPage({ pageSetup }: Worksheet): FormTemplate['page'] {
  const { orientation, margins } = pageSetup;
  const margin = (side: (typeof SIDES)[number]): number => millimetres(margins?.[side] ?? 0.5);
  return {
    orientation: orientation === 'portrait' ? 'portrait' : 'landscape',
    margins: { top: margin('top'), right: margin('right'), bottom: margin('bottom'), left: margin('left') },
  };
}

function readRepeated({ pageSetup }: Worksheet): FormTemplate['repeatedRows'] {
  const [, from, to] = /^\$?(\d+):\$?(\d+)$/.exec(pageSetup.printTitlesRow ?? '') ?? [];
  if (from === undefined || to === undefined) return null;
  return { first: Number(from) - 1, count: Number(to) - Number(from) + 1 };
}
