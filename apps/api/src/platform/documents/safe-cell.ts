/** What no sheet can hold: control characters that XML forbids. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** Characters that a cell of Excel holds. */
const LONGEST_CELL = 32_767;

/** Number format of text: what begins with `=` stays text also when a person edits the cell. */
export const TEXT_FORMAT = '@';

/**
 * Text for a cell of a sheet, to be written as text and never as a formula, whatever it begins with. Sheets type their
 * cells, so it stays as it is; only what no sheet can hold is left out.
 */
export const sheetText = (text: string): string => text.replace(FORBIDDEN, '').slice(0, LONGEST_CELL);
