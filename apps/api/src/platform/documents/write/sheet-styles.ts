import type { CellStyle, FilledCell } from '@jixiao/domain';
import type { Border, Style } from 'exceljs';
import { TEXT_FORMAT } from '../safe-cell.js';

const LINE: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
/** What a sheet would take for a formula if a person edited it. */
const LIKE_FORMULA = /^[=+\-@]/;

/** Few styles for many cells: the library looks each object up once. */
export class SheetStyles {
  private readonly known = new Map<CellStyle, Map<string, Partial<Style>>>();

  of({ style, content }: FilledCell): Partial<Style> {
    const isNumber = content.kind === 'number';
    const format = isNumber ? content.numberFormat : LIKE_FORMULA.test(content.text) ? TEXT_FORMAT : 'General';
    const key = `${isNumber} ${format}`;
    const ofStyle = this.known.get(style) ?? new Map<string, Partial<Style>>();
    this.known.set(style, ofStyle);
    const found = ofStyle.get(key) ?? sheetStyle(style, format, isNumber);
    ofStyle.set(key, found);
    return found;
  }
}

/** Text is wrapped; a figure that is too wide is set smaller, for a sheet would show ### instead. */
export const sheetStyle = (style: CellStyle, numFmt: string, isNumber: boolean): Partial<Style> => ({
  numFmt,
  font: { name: style.font, size: style.size, bold: style.bold },
  alignment: {
    horizontal: style.align,
    vertical: style.vertical,
    ...(isNumber ? { shrinkToFit: true } : { wrapText: true }),
  },
  border: Object.fromEntries(Object.entries(style.borders).flatMap(([side, drawn]) => (drawn ? [[side, LINE]] : []))),
});
