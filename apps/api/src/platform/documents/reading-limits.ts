import { DomainError } from '../runtime/domain-error.js';

/** The targets of several thousand projects; more lines or rows than this only fill the memory. */
const MOST_ROWS = 500_000;
/** No table of targets is wider; a cell far out to the right would make every row as long. */
export const MOST_COLUMNS = 512;
const MOST_CELLS = 10_000_000;
/** The texts of a county's whole set are a few million characters. */
const MOST_CHARACTERS = 100_000_000;

/** Refuses a text with more lines than any document has, as `too-many-lines`. */
export function withinLines(text: string): string {
  const lineEnd = /\r\n?|\n/g;
  for (let lines = 1; lineEnd.test(text); lines += 1) {
    if (lines === MOST_ROWS) throw new DomainError('too-many-lines', { limit: MOST_ROWS });
  }
  return text;
}

/** Counts the rows, cells and characters of a document while it is read. */
export class ReadingLimits {
  private rows = 0;
  private cells = 0;
  private characters = 0;

  /** @throws DomainError `too-many-lines`, `table-too-wide` or `document-too-complex` */
  countRow(cells: number): void {
    this.rows += 1;
    this.cells += cells;
    if (cells > MOST_COLUMNS) throw new DomainError('table-too-wide', { limit: MOST_COLUMNS });
    if (this.rows > MOST_ROWS) throw new DomainError('too-many-lines', { limit: MOST_ROWS });
    if (this.cells > MOST_CELLS) throw new DomainError('document-too-complex');
  }

  /** A sheet can show one long text in every cell and still be a small file. */
  countText(characters: number): void {
    this.characters += characters;
    if (this.characters > MOST_CHARACTERS) throw new DomainError('document-too-complex');
  }
}
