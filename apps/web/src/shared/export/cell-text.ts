import { EMPTY, formatGap, formatNumber, formatRate, formatWan } from '../format/figures.js';
import type { ColumnKind, ExportCell } from './table.js';

const FORMATS: Readonly<Partial<Record<ColumnKind, (value: number) => string>>> = {
  wan: formatWan,
  percent: formatRate,
  points: formatGap,
  integer: formatNumber,
  decimal: formatNumber,
};

/** Whether the column's cells are figures, which stand to the right. */
export const isFigure = (kind: ColumnKind): boolean => kind in FORMATS;

/** A cell as it is read on the page; none is a dash, for a blank is not zero (R28). */
export function cellText(kind: ColumnKind, cell: ExportCell | undefined): string {
  if (cell === null || cell === undefined || cell === '') return EMPTY;
  return typeof cell === 'number' ? (FORMATS[kind]?.(cell) ?? String(cell)) : cell;
}
