import type { PrintedCell } from './printed-cell.js';
import type { FilledForm } from './filled-form.js';

/**
 * Cuts a span where the repeated rows begin or end: on the next page they stand above other rows. No line is drawn between
 * the parts, and the words stay in the first.
 */
export function cutAtRepeatedRows(printed: PrintedCell, repeated: FilledForm['repeatedRows']): PrintedCell[] {
  if (repeated === null || printed.rows === 1) return [printed];
  const inner = [repeated.first, repeated.first + repeated.count].filter(
    (row) => row > printed.row && row < printed.row + printed.rows,
  );
  if (inner.length === 0) return [printed];
  const ends = [...inner, printed.row + printed.rows];
  return ends.map((end, part) => {
    const row = part === 0 ? printed.row : (ends[part - 1] ?? 0);
    const { borders } = printed.style;
    return {
      ...printed,
      row,
      rows: end - row,
      content: part === 0 ? printed.content : { kind: 'text', text: '' },
      style: {
        ...printed.style,
        borders: {
          ...borders,
          top: borders.top && part === 0,
          bottom: borders.bottom && part === ends.length - 1,
        },
      },
    };
  });
}

interface SplitRows<C> {
  readonly cells: C[];
  readonly heights: readonly number[];
  /** The first row that each row has become; one more for the end. */
  readonly starts: readonly number[];
}

/** Makes several rows of one that is higher than `highest`; all its cells span them. */
export function splitTallRows<C extends { readonly row: number; readonly rows: number }>(
  cells: readonly C[],
  heights: readonly number[],
  highest: number,
): SplitRows<C> {
  const parts = heights.map((height) => Math.max(1, Math.ceil(height / highest)));
  const starts = [0];
  for (const [row, count] of parts.entries()) starts.push((starts[row] ?? 0) + count);
  const startOf = (row: number): number => starts[row] ?? 0;
  return {
    cells: cells.map((cell) => {
      const row = startOf(cell.row);
      return { ...cell, row, rows: startOf(cell.row + cell.rows) - row };
    }),
    heights: heights.flatMap((height, row) => Array<number>(parts[row] ?? 1).fill(height / (parts[row] ?? 1))),
    starts,
  };
}
