import type { ExportCell, ExportColumn, TableExport } from './table.js';

/** The page's sentences, as `useI18n` gives them. */
export type Translate = (key: string, named?: Record<string, unknown>) => string;

/** A column together with what it takes of a row. */
export interface ColumnOf<T> extends ExportColumn {
  readonly cell: (row: T) => ExportCell;
}

/** A table for export of rows as the page has them. */
export const tableOf = <T>(title: string, columns: readonly ColumnOf<T>[], rows: readonly T[]): TableExport => ({
  title,
  columns: columns.map(({ header, kind }) => ({ header, kind })),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
});

/** The longest page that the server gives. */
export const LARGEST_PAGE = 200;

/** Every row of a list that comes in pages, the whole of the filter and not only what is shown. */
export async function everyPage<T>(
  fetchPage: (page: number, size: number) => Promise<{ readonly items: readonly T[]; readonly total: number }>,
  size = LARGEST_PAGE,
): Promise<T[]> {
  const first = await fetchPage(1, size);
  const rows = [...first.items];
  for (let page = 2; rows.length < first.total; page += 1) {
    const { items } = await fetchPage(page, size);
    if (items.length === 0) break;
    rows.push(...items);
  }
  return rows;
}
