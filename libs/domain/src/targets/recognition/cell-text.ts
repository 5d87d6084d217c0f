/** A bookmark's name is short; the bound keeps the search linear on hostile text. */
const BOOKMARK = /\[bookmark:[^\]\n]{0,200}\]/gi;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
/** Control characters but TAB; form feed and vertical tab are Word's page and line breaks. */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F\u0085\u2028\u2029]/g;
const LINE_END = /\r\n|\r|\n/;

/** A line as people see it: without bookmarks and invisible characters, control characters as blanks. TABs stay. */
export function visibleLine(raw: string): string {
  const visible = raw.replace(BOOKMARK, '').replace(INVISIBLE, '').replace(/^\f+/, '');
  return visible.replace(CONTROL, ' ');
}

/** The lines of a cell or paragraph as people see them, without blank ones, TABs as blanks. */
export function visibleLines(raw: string): string[] {
  return raw
    .split(LINE_END)
    .map((line) => visibleLine(line).replace(/\t/g, ' ').trim())
    .filter((line) => line !== '');
}

/** The text of a cell in any format: its visible lines, one below the other. */
export const cellText = (raw: string): string => visibleLines(raw).join('\n');
