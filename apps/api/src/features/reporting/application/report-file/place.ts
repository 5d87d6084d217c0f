/** Where something stands in a sheet; a sheet without a name is a `.csv` file. Rows and columns count from 1. */
export interface Place {
  readonly sheet: string | null;
  readonly row: number;
  /** Null for the whole row. */
  readonly column: number | null;
}

const LETTERS = 26;
const FIRST_LETTER = 65;

/** Letters of a column: 1 is `A`, 27 is `AA`. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % LETTERS;
  const head = (column - 1 - rest) / LETTERS;
  return (head === 0 ? '' : columnLetters(head)) + String.fromCharCode(FIRST_LETTER + rest);
}

/** A place as people and programs are told of it: `支出!F4`, `支出!4`, `line 12 cell 3`, `line 12`. */
export function placeText({ sheet, row, column }: Place): string {
  if (sheet === null) return column === null ? `line ${row}` : `line ${row} cell ${column}`;
  return `${sheet}!${column === null ? '' : columnLetters(column)}${row}`;
}
