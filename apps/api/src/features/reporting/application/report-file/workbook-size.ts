import { zipEntryChunks } from '../../../../platform/documents/zip-guard.js';
import type { ZipEntry } from '../../../../platform/documents/zip-directory.js';
import { DomainError } from '../../../../platform/runtime/domain-error.js';

/** How much a workbook makes a library hold in memory. */
export interface WorkbookSize {
  readonly cells: number;
  /** Cells of the largest rectangle from A1 to the last row and column of a sheet. */
  readonly box: number;
  /** Cells of all ranges that are validated, merged or named, which some libraries spread out cell by cell. */
  readonly ranged: number;
}

/** Rows that a report file may have: far more than the largest county has indicators. */
export const MAX_ROWS = 100_000;
const MAX_CELLS = 1_500_000;
const MAX_BOX = 4_000_000;

const SHEET = /^\/?xl\/worksheets\/[^/]+\.xml$/;
const WORKBOOK = /^\/?xl\/workbook\.xml$/;
const TAG = /<(?:\w+:)?(row|c)(\s[^<>]*)?>/g;
const ADDRESS = /\sr="([A-Z]{1,3})(\d{1,7})"/;
const RANGE = /\s(?:sqref|ref)="([^"<>]*)"/g;
const NAMED = /\$([A-Z]{1,3})\$(\d{1,7}):\$([A-Z]{1,3})\$(\d{1,7})/g;
const CORNERS = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;
/** A tag that is cut by the end of a chunk is looked at again with the next one; no tag of ours is longer. */
const LONGEST_TAG = 64 * 1024;

/**
 * Counts the rows and cells of a workbook without keeping any of them, so that a hostile one is refused before a library
 * builds it in memory. The archive has passed `guardZip`.
 * @throws DomainError `workbook-too-large`
 */
export async function workbookSize(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<WorkbookSize> {
  const counter = new Counter();
  for (const entry of entries) {
    if (!SHEET.test(entry.name) && !WORKBOOK.test(entry.name)) continue;
    counter.begin();
    for await (const chunk of zipEntryChunks(bytes, entry)) counter.take(chunk);
    counter.end();
  }
  return counter;
}

class Counter implements WorkbookSize {
  cells = 0;
  box = 0;
  ranged = 0;
  private rows = 0;
  private lastRow = 0;
  private lastColumn = 0;
  private carried = '';

  begin(): void {
    this.lastRow = 0;
    this.lastColumn = 0;
    this.rows = 0;
    this.carried = '';
  }

  take(chunk: Uint8Array): void {
    const text = this.carried + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    const cut = text.lastIndexOf('<');
    const whole = cut > 0 && text.length - cut < LONGEST_TAG ? cut : text.length;
    this.count(text.slice(0, whole));
    this.carried = text.slice(whole);
  }

  end(): void {
    this.count(this.carried);
    this.box = Math.max(this.box, this.lastRow * this.lastColumn);
    if (this.box > MAX_BOX) throw tooLarge();
  }

  private count(text: string): void {
    for (const [, tag, attributes = ''] of text.matchAll(TAG)) {
      if (tag === 'row') this.rows += 1;
      else this.countCell(ADDRESS.exec(attributes));
      if (this.rows > MAX_ROWS || this.cells > MAX_CELLS) throw tooLarge();
    }
    for (const [, ranges = ''] of text.matchAll(RANGE))
      for (const range of ranges.split(' ')) this.ranged += area(CORNERS.exec(range));
    for (const named of text.matchAll(NAMED)) this.ranged += area(named);
  }

  private countCell(address: RegExpExecArray | null): void {
    this.cells += 1;
    if (address === null) return;
    const [, letters = '', row = ''] = address;
    this.lastRow = Math.max(this.lastRow, Number(row));
    this.lastColumn = Math.max(this.lastColumn, columnNumber(letters));
  }
}

function area(corners: RegExpExecArray | null): number {
  if (corners === null) return 1;
  const [, left = 'A', top = '1', right = 'A', bottom = '1'] = corners;
  return (Math.abs(Number(bottom) - Number(top)) + 1) * (Math.abs(columnNumber(right) - columnNumber(left)) + 1);
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

const tooLarge = (): DomainError => new DomainError('workbook-too-large', { rows: MAX_ROWS });
