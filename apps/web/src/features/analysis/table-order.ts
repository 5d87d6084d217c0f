import type { ColumnOf } from '../../shared/export/table-of.js';

export interface Order {
  readonly column: number;
  readonly descending: boolean;
}

/** Rows in the order of a column; what has no figure comes last either way. Equal rows keep their order. */
export function sortedBy<T>(rows: readonly T[], columns: readonly ColumnOf<T>[], order: Order | null): readonly T[] {
  const column = order === null ? undefined : columns[order.column];
  if (order === null || column === undefined) return rows;
  return [...rows].sort((a, b) => {
    const [left, right] = [column.cell(a), column.cell(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const difference =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right), 'zh');
    return order.descending ? -difference : difference;
  });
}
