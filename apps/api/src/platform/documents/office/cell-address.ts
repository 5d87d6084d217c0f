const LETTERS = 26;
const FIRST_LETTER = 65;

/** Number of a column by its letters, from 0: A is 0, AA is 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) {
    column = column * LETTERS + letters.charCodeAt(index) - FIRST_LETTER + 1;
  }
  return column - 1;
}

/** Letters of a column by its number, from 0. */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(FIRST_LETTER + ((rest - 1) % LETTERS)) + letters;
  }
  return letters;
}

/** Column of an address such as `AB12`, from 0; null where it is none. */
export function columnOfAddress(address: string): number | null {
  let end = 0;
  while (end < address.length && address.charCodeAt(end) >= FIRST_LETTER && address.charCodeAt(end) < 91) end += 1;
  return end === 0 || end > 3 ? null : columnOf(address.slice(0, end));
}
