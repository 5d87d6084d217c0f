/**
 * The row that a key leads to from another one; null for a key that leads nowhere.
 * @param key as in `KeyboardEvent.key`
 * @param from row, from 0
 * @param onScreen rows of a screen
 * @param total rows of the list
 */
export function nextRow(key: string, from: number, onScreen: number, total: number): number | null {
  const screen = Math.max(1, onScreen - 1);
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + screen,
    PageUp: from - screen,
    Home: 0,
    End: total,
  }[key];
  return to === undefined ? null : Math.max(0, Math.min(total - 1, to));
}
