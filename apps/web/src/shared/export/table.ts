/**
 * What the cells of a column are. `wan`: 分 as a number, written as 万元; `percent` and `points`: percent and percentage
 * points as numbers, the unit standing in the header; `decimal`: as many decimals as there are; `date`: an ISO day, or an
 * ISO instant, which is written in the reader's time zone. Null is an empty cell everywhere: not reported is not zero (R28).
 */
export type ColumnKind = 'text' | 'wan' | 'percent' | 'points' | 'integer' | 'decimal' | 'date';

export interface ExportColumn {
  /** With the unit, since the cells are bare figures. */
  readonly header: string;
  readonly kind: ColumnKind;
}

export type ExportCell = string | number | null;

/** A table as a file: its title names the sheet. */
export interface TableExport {
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
}
