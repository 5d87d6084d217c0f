/** Where a document says something: all of it, a line of text, a paragraph, or a row or cell of a table or sheet. */
export type Place =
  | { readonly key: 'document' }
  | { readonly key: 'line'; readonly line: number }
  | { readonly key: 'lineCell'; readonly line: number; readonly cell: number }
  | { readonly key: 'paragraph'; readonly paragraph: number }
  | { readonly key: 'row'; readonly table: number; readonly row: number }
  | { readonly key: 'cell'; readonly table: number; readonly row: number; readonly cell: number }
  | { readonly key: 'sheetRow'; readonly sheet: string; readonly row: number };

const LINE = /^line (\d+)(?: cell (\d+))?$/;
const PARAGRAPH = /^paragraph (\d+)$/;
const TABLE = /^table (\d+) row (\d+)(?: cell (\d+))?$/;
const SHEET_ROW = /^(.+)!(\d+)$/;

/** Reads a place as the importer names it; null where it needs no words (`Sheet1!B4`). */
export function placeOf(at: string): Place | null {
  if (at === 'document') return { key: 'document' };
  return lineOf(at) ?? paragraphOf(at) ?? tableOf(at) ?? sheetRowOf(at);
}

const PLACES_IN_TEXT = /\b(?:table \d+ row \d+(?: cell \d+)?|line \d+(?: cell \d+)?|paragraph \d+)\b/g;

/** A sentence in which the importer names places, with each put by `words`. */
export const withPlaces = (text: string, words: (at: string) => string): string => text.replace(PLACES_IN_TEXT, words);

function lineOf(at: string): Place | null {
  const found = LINE.exec(at);
  if (!found) return null;
  const line = Number(found[1]);
  return found[2] ? { key: 'lineCell', line, cell: Number(found[2]) } : { key: 'line', line };
}

function paragraphOf(at: string): Place | null {
  const found = PARAGRAPH.exec(at);
  return found ? { key: 'paragraph', paragraph: Number(found[1]) } : null;
}

function tableOf(at: string): Place | null {
  const found = TABLE.exec(at);
  if (!found) return null;
  const [table, row] = [Number(found[1]), Number(found[2])];
  return found[3] ? { key: 'cell', table, row, cell: Number(found[3]) } : { key: 'row', table, row };
}

function sheetRowOf(at: string): Place | null {
  const found = SHEET_ROW.exec(at);
  return found ? { key: 'sheetRow', sheet: found[1] ?? '', row: Number(found[2]) } : null;
}
