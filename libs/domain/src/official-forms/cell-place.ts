const LETTERS = 26;
const FIRST_LETTER = 65;

/** Address of a cell by its row and column, both from 0: `B4`. */
export function cellAddress(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(FIRST_LETTER + ((rest - 1) % LETTERS)) + letters;
  }
  return `${letters}${row + 1}`;
}

const SHEET_PLACE = /!([A-Z]{1,3})\d+$/;

/** Column of a cell of a sheet by its place (`表1!AB12`), from 0; null for a place of another kind. */
export function columnOfPlace(at: string): number | null {
  const letters = SHEET_PLACE.exec(at)?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((column, letter) => column * LETTERS + letter.charCodeAt(0) - FIRST_LETTER + 1, 0) - 1;
}
