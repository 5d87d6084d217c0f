/** Where a document says something: all of it, a line of text, or a cell of a table. */
export type Place =
  | { readonly key: 'document' }
  | { readonly key: 'line'; readonly line: number }
  | { readonly key: 'cell'; readonly table: number; readonly row: number; readonly cell: number };

const LINE = /^line (\d+)$/;
const CELL = /^table (\d+) row (\d+) cell (\d+)$/;

/** Reads a place as the importer names it; null where it needs no words (`Sheet1!B4`). */
export function placeOf(at: string): Place | null {
  if (at === 'document') return { key: 'document' };
  const line = LINE.exec(at);
  if (line) return { key: 'line', line: Number(line[1]) };
  const cell = CELL.exec(at);
  return cell ? { key: 'cell', table: Number(cell[1]), row: Number(cell[2]), cell: Number(cell[3]) } : null;
}
