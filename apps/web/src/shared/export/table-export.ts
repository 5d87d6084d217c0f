import { toCsv } from '../format/csv.js';
import { download } from '../ui/download.js';
import { csvCell } from './cell-values.js';
import type { TableExport } from './table.js';

export type { ColumnKind, ExportCell, ExportColumn, TableExport } from './table.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The table as CSV: money in 万元 to the last 分. */
export function tableCsv(table: TableExport): string {
  const header = table.columns.map((column) => column.header);
  const rows = table.rows.map((row) => table.columns.map(({ kind }, index) => csvCell(kind, row[index] ?? null)));
  return toCsv([header, ...rows]);
}

/** @param fileName without its ending */
export function exportCsv(table: TableExport, fileName: string): void {
  download(`${fileName}.csv`, new Blob([tableCsv(table)], { type: 'text/csv;charset=utf-8' }));
}

/**
 * The tables as an Excel workbook, one sheet each. What writes it is loaded only now.
 *
 * @param fileName without its ending
 */
export async function exportXlsx(tables: readonly TableExport[], fileName: string): Promise<void> {
  const { workbookBytes } = await import('./workbook.js');
  download(`${fileName}.xlsx`, new Blob([await workbookBytes(tables)], { type: XLSX }));
}
