import { type CellStyle, type CellValue, type ColumnDef, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { sheetCell } from './cell-values.js';
import type { ColumnKind, ExportCell, TableExport } from './table.js';

/** How Excel shows the figures of a column: as the page does. */
const FORMATS: Readonly<Record<ColumnKind, string | undefined>> = {
  text: undefined,
  wan: '#,##0.00',
  percent: '0.00',
  points: '+0.00;-0.00;0.00',
  integer: '#,##0',
  decimal: undefined,
  date: 'yyyy-mm-dd',
};
const INSTANT_FORMAT = 'yyyy-mm-dd hh:mm';
const FONT = 'Microsoft YaHei';
const BODY_FONT = { name: FONT, size: 10 };
const HEADER: CellStyle = {
  font: { name: FONT, size: 10, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF6' } },
  alignment: { vertical: 'center', wrapText: true },
  border: { bottom: { style: 'thin', color: { rgb: '8B94A3' } } },
};

const NARROWEST = 8;
const WIDEST = 48;
/** A Chinese character is as wide as two digits. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 0xff ? 2 : 1), 0);
/** Rows that are measured: more would not make the width truer. */
const MEASURED = 500;

function lengthOf(kind: ColumnKind, cell: ExportCell): number {
  const value = sheetCell(kind, cell);
  if (value instanceof Date) return INSTANT_FORMAT.length;
  if (typeof value !== 'number') return widthOf(value ?? '');
  const text = FORMATS[kind] ? value.toFixed(2) : String(value);
  return text.length + Math.floor(text.length / 3);
}

function columnWidth(table: TableExport, index: number): number {
  const { header = '', kind = 'text' } = table.columns[index] ?? {};
  const cells = table.rows.slice(0, MEASURED).map((row) => lengthOf(kind, row[index] ?? null));
  // A header may take two lines.
  const widest = Math.max(Math.ceil(widthOf(header) / 2), ...cells) + 2;
  return Math.min(WIDEST, Math.max(NARROWEST, widest));
}

/** A column of instants shows the time as well. */
function formatOf(table: TableExport, index: number): string | undefined {
  const kind = table.columns[index]?.kind ?? 'text';
  const isInstant = (cell: ExportCell | undefined): boolean => typeof cell === 'string' && cell.includes('T');
  return kind === 'date' && table.rows.some((row) => isInstant(row[index])) ? INSTANT_FORMAT : FORMATS[kind];
}

function columnOf(table: TableExport, index: number): ColumnDef {
  const numFmt = formatOf(table, index);
  const wrapText = table.columns[index]?.kind === 'text';
  const style: CellStyle = { font: BODY_FONT, alignment: { vertical: 'top', wrapText }, ...(numFmt ? { numFmt } : {}) };
  return { width: columnWidth(table, index), style };
}

const MOST_OF_A_NAME = 31;

/** A name that Excel takes for a sheet: short, without its own signs, and not one that another sheet has. */
export function sheetName(title: string, taken: ReadonlySet<string>): string {
  const plain =
    title
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet';
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` (${number})`;
    const name = plain.slice(0, MOST_OF_A_NAME - ending.length) + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function sheetOf(table: TableExport, name: string): WriteSheet {
  const rows: CellValue[][] = [
    table.columns.map(({ header }) => header),
    ...table.rows.map((row) => table.columns.map(({ kind }, index) => sheetCell(kind, row[index] ?? null))),
  ];
  const cells = new Map(table.columns.map((_, column) => [`0,${column}`, { style: HEADER }]));
  return {
    name,
    columns: table.columns.map((_, index) => columnOf(table, index)),
    rows,
    cells,
    freezePane: { rows: 1, columns: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    headerFooter: { oddHeader: `&L${table.title.replaceAll('&', '&&')}`, oddFooter: '&C&P / &N' },
  };
}

/** The tables as the bytes of an Excel workbook, each a sheet with its header in bold and in sight. */
export async function workbookBytes(tables: readonly TableExport[]): Promise<Uint8Array<ArrayBuffer>> {
  const taken = new Set<string>();
  const sheets = tables.map((table) => {
    const name = sheetName(table.title, taken);
    taken.add(name.toLowerCase());
    return sheetOf(table, name);
  });
  return new Uint8Array(await writeXlsx({ sheets, defaultFont: BODY_FONT }));
}
