import type { DataValidation, stream, Style, Worksheet } from 'exceljs';
import { sheetText, TEXT_FORMAT } from '../../../../platform/documents/safe-cell.js';
import type { Locale } from '../../../../platform/http/message-catalogue.js';
import { columnLetters } from '../report-file/place.js';
import type { TemplateStamp } from '../report-file/read-report.js';
import { HEADER_FILL, INPUT_FILL, SHOWN_FILL, THIN_BORDER } from './sheet-styles.js';
import { DATE_FORMAT, type TemplateColumn } from './template-columns.js';
import { LABELS, periodTitle, sheetNote } from './template-words.js';

/** Rows of the title and the note stand above the header. */
export const HEADER_ROW = 3;
const HEADER_HEIGHT = 34;

/** A sheet of the template with its title, note and header, to which rows are added. */
export class TemplateSheet<Row> {
  private written = HEADER_ROW;
  private readonly styles = new Map<string, Partial<Style>>();

  private constructor(
    private readonly sheet: Worksheet,
    private readonly columns: readonly TemplateColumn<Row>[],
  ) {}

  /** @param frozen how many of the first columns stay in sight */
  static begin<Row>(
    workbook: stream.xlsx.WorkbookWriter,
    name: string,
    columns: readonly TemplateColumn<Row>[],
    { frozen, stamp, locale }: { readonly frozen: number; readonly stamp: TemplateStamp; readonly locale: Locale },
  ): TemplateSheet<Row> {
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: frozen, ySplit: HEADER_ROW }],
      pageSetup: {
        orientation: 'landscape',
        paperSize: 9,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
      },
      headerFooter: { oddFooter: '&C&P / &N' },
    });
    sheet.columns = columns.map(({ width, use }) => ({ width, hidden: use === 'key' }));
    const first = columns.findIndex(({ use }) => use !== 'key') + 1;
    const title = sheet.getRow(1);
    title.getCell(first).value = `${periodTitle(stamp, locale)} · ${name}`;
    title.getCell(first).style = { font: { bold: true, size: 14 } };
    title.commit();
    const note = sheet.getRow(2);
    note.getCell(first).value = sheetNote[locale];
    note.getCell(first).style = { font: { color: { argb: 'FF555555' } } };
    note.commit();
    const header = sheet.getRow(HEADER_ROW);
    header.height = HEADER_HEIGHT;
    for (const [index, { key }] of columns.entries()) {
      const cell = header.getCell(index + 1);
      cell.value = LABELS[key][locale];
      cell.style = HEADER_STYLE;
    }
    header.commit();
    return new TemplateSheet(sheet, columns);
  }

  get lastRow(): number {
    return this.written;
  }

  /** Writes a row; `isOpen` says which of its input cells may be filled in. @returns its number */
  add(
    row: Row,
    isOpen: (column: TemplateColumn<Row>['key']) => boolean,
    numFmtOf?: (key: string) => string | null,
  ): number {
    this.written += 1;
    const line = this.sheet.getRow(this.written);
    for (const [index, column] of this.columns.entries()) {
      const cell = line.getCell(index + 1);
      const value = column.value(row);
      cell.value = typeof value === 'string' ? sheetText(value) : value;
      const numFmt = value instanceof Date ? DATE_FORMAT : (numFmtOf?.(column.key) ?? column.numFmt ?? null);
      cell.style = this.styleOf(column.use === 'input' && isOpen(column.key), numFmt);
    }
    line.commit();
    return this.written;
  }

  /** The cells of a column in rows `from` to `to`, as `H4:H20`. */
  range(key: TemplateColumn<Row>['key'], from: number, to: number): string {
    const letters = columnLetters(this.columns.findIndex((column) => column.key === key) + 1);
    return from === to ? `${letters}${from}` : `${letters}${from}:${letters}${to}`;
  }

  validate(range: string, rule: DataValidation): void {
    // The library has them on every sheet; its types leave them out.
    const { dataValidations } = this.sheet as unknown as {
      readonly dataValidations: { add(range: string, rule: DataValidation): void };
    };
    dataValidations.add(range, rule);
  }

  /** Ends the sheet, with all but the input cells locked. */
  finish(): void {
    protectInOrder(this.sheet);
    this.sheet.commit();
  }

  /** Few styles for many cells: the library looks each object up once. */
  private styleOf(isInput: boolean, numFmt: string | null): Partial<Style> {
    const key = `${isInput} ${numFmt}`;
    const known = this.styles.get(key);
    if (known !== undefined) return known;
    const style: Partial<Style> = {
      ...(numFmt === null ? {} : { numFmt }),
      fill: isInput ? INPUT_FILL : SHOWN_FILL,
      border: THIN_BORDER,
      alignment: { vertical: 'top', wrapText: numFmt === TEXT_FORMAT },
      protection: { locked: !isInput },
    };
    this.styles.set(key, style);
    return style;
  }
}

const HEADER_STYLE: Partial<Style> = {
  font: { bold: true },
  fill: HEADER_FILL,
  border: THIN_BORDER,
  alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' },
};

interface SheetParts {
  _writeCloseSheetData(): void;
  _writeSheetProtection(): void;
}

/**
 * Locks a sheet without a password: it keeps hands off what is not to be filled in, it keeps nobody out. The library writes
 * the protection after the validations, where Excel takes the file for damaged; it belongs right behind the rows.
 */
export function protectInOrder(sheet: Worksheet): void {
  void sheet.protect('', { formatColumns: true, formatRows: true });
  const parts = sheet as unknown as SheetParts;
  const closeRows = parts._writeCloseSheetData.bind(parts);
  const writeProtection = parts._writeSheetProtection.bind(parts);
  parts._writeCloseSheetData = () => {
    closeRows();
    writeProtection();
  };
  parts._writeSheetProtection = () => undefined;
}
