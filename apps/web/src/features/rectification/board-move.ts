/** A place on the board: column, and card in it, from 0. */
export interface BoardPlace {
  readonly column: number;
  readonly card: number;
}

/**
 * Where a key leads on the board: up and down in the column, left and right to the nearest column that has cards, Home and
 * End to the ends of the column.
 * @param counts cards of each column
 * @returns null for a key that leads nowhere
 */
export function moveOn(counts: readonly number[], { column, card }: BoardPlace, key: string): BoardPlace | null {
  const last = (at: number): number => (counts[at] ?? 0) - 1;
  switch (key) {
    case 'ArrowUp':
      return { column, card: Math.max(card - 1, 0) };
    case 'ArrowDown':
      return { column, card: Math.min(card + 1, last(column)) };
    case 'Home':
      return { column, card: 0 };
    case 'End':
      return { column, card: last(column) };
    case 'ArrowLeft':
    case 'ArrowRight':
      return beside(counts, { column, card }, key === 'ArrowLeft' ? -1 : 1);
    default:
      return null;
  }
}

function beside(counts: readonly number[], { column, card }: BoardPlace, step: 1 | -1): BoardPlace | null {
  for (let at = column + step; at >= 0 && at < counts.length; at += step) {
    const count = counts[at] ?? 0;
    if (count > 0) return { column: at, card: Math.min(card, count - 1) };
  }
  return null;
}
