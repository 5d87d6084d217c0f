import type { FilledCell, FilledForm, FormPage } from '@jixiao/domain';
import type { CellValue, PageSetup, Worksheet } from 'exceljs';
import { columnName } from '../office/cell-address.js';
import { sheetText } from '../safe-cell.js';
import { inches } from './paper.js';
import { SheetNames } from './sheet-names.js';
import { SheetStyles } from './sheet-styles.js';

const A4_PAPER = 9;

/** Writes forms into a workbook, a sheet for each, ready to be printed on A4 and to be filled in by hand. */
export async function writeFormXlsx(forms: readonly FilledForm[]): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'jixiao';
  const names = new SheetNames();
  const styles = new SheetStyles();
  for (const form of forms) {
    const sheet = workbook.addWorksheet(names.next(form.name), {
      pageSetup: pageSetup(form),
      headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
      views: [{ showGridLines: false }],
    });
    sheet.columns = form.columns.map((width) => ({ width }));
    writeRows(sheet, form, styles);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function pageSetup({ page, columns, rows, repeatedRows }: FilledForm): Partial<PageSetup> {
  return {
    paperSize: A4_PAPER,
    orientation: page.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: margins(page),
    printArea: `A1:${columnName(columns.length - 1)}${rows.length}`,
    ...(repeatedRows === null
      ? {}
      : { printTitlesRow: `${repeatedRows.first + 1}:${repeatedRows.first + repeatedRows.count}` }),
  };
}

function margins({ margins: { top, right, bottom, left } }: FormPage): PageSetup['margins'] {
  return {
    ...{ top: inches(top), right: inches(right), bottom: inches(bottom), left: inches(left) },
    ...{ header: inches(top / 2), footer: inches(bottom / 2) },
  };
}

function writeRows(sheet: Worksheet, form: FilledForm, styles: SheetStyles): void {
  for (const [row, { height, cells }] of form.rows.entries()) {
    const line = sheet.getRow(row + 1);
    line.height = height;
    for (const filled of cells) {
      const cell = line.getCell(filled.column + 1);
      cell.value = valueOf(filled);
      cell.style = styles.of(filled);
      const [bottom, right] = [row + filled.rows, filled.column + filled.columns];
      // Each cell of a merged range takes the style of the first, by which its outer lines are drawn.
      if (filled.rows > 1 || filled.columns > 1) sheet.mergeCells(row + 1, filled.column + 1, bottom, right);
    }
  }
}

function valueOf({ content }: FilledCell): CellValue {
  if (content.kind === 'text') return content.text === '' ? null : sheetText(content.text);
  if (content.formula === null) return content.value;
  return { formula: content.formula, result: content.value };
}
