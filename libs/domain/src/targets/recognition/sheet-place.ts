/** Columns beyond this are none that a sheet can have (XFD is 16,384). */
const LAST_COLUMN = 16_384;

/**
 * The column of a sheet that a place such as `Sheet1!B4` names, counted from 0; null for places of other documents. In a
 * sheet a cell's column is certain even where merged or blank cells were left out of its row.
 */
export function sheetColumn(at: string): number | null {
  const mark = at.lastIndexOf('!');
  if (mark === -1) return null;
  let column = 0;
  let index = mark + 1;
  for (; index < at.length && column <= LAST_COLUMN; index += 1) {
    const letter = at.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const isRow = at.charCodeAt(index) >= 48 && at.charCodeAt(index) <= 57;
  return isRow && column > 0 && column <= LAST_COLUMN ? column - 1 : null;
}

/** The sheet that a place names; the empty string for places of other documents. */
export function sheetOf(at: string): string {
  const mark = at.lastIndexOf('!');
  return mark === -1 ? '' : at.slice(0, mark);
}
