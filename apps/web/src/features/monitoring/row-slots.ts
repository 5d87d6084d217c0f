/** Which element shows which row of a long list: number of the element by number of the row. */
export type RowSlots = ReadonlyMap<number, number>;

/**
 * Elements for the rows that are shown now. A row keeps its element, and with it the focus; the elements of rows that have
 * gone take the new ones, which is much less work for the browser than making others.
 * @param before as of the rows shown before
 * @param shown rows, without repetition
 */
export function rowSlots(before: RowSlots, shown: readonly number[]): RowSlots {
  const wanted = new Set(shown);
  const free = [...before].filter(([row]) => !wanted.has(row)).map(([, slot]) => slot);
  let most = before.size === 0 ? -1 : Math.max(...before.values());
  // In order: where all rows are new, each element stays in its place.
  const slotOf = (row: number): number => before.get(row) ?? free.shift() ?? (most += 1);
  return new Map(shown.map((row) => [row, slotOf(row)]));
}
