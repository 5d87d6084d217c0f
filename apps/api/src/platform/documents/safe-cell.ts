/** A spreadsheet runs text that begins with one of these as a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;
const NEGATIVE_NUMBER = /^-\d+(?:\.\d+)?$/;
const NEEDS_QUOTES = /[",\n\r]/;
/** What no sheet can hold: control characters that XML forbids. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** Characters that a cell of Excel holds. */
const LONGEST_CELL = 32_767;

/** Number format of text: what begins with `=` stays text also when a person edits the cell. */
export const TEXT_FORMAT = '@';

/** Text for a cell of a sheet that is written as text, never as a formula. */
export const sheetText = (text: string): string => text.replace(FORBIDDEN, '').slice(0, LONGEST_CELL);

/** A cell of a `.csv` file: text that a spreadsheet would run gets an apostrophe before it, a negative number does not. */
export function csvCell(text: string): string {
  const safe = FORMULA_START.test(text) && !NEGATIVE_NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
