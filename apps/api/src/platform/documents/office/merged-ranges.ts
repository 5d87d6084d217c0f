import { TextDecoder } from 'node:util';
import { DomainError } from '../../runtime/domain-error.js';
import { MOST_COLUMNS } from '../reading-limits.js';
import { columnOf } from './cell-address.js';
import { encodingOf } from './xml-events.js';

/** Rows and columns are counted from 0; both ends belong to it. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const MERGE = /<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** Longer than any element that the search is for: what may be cut at the end of a chunk. */
const LONGEST_ELEMENT = 300;
const MOST_RANGES = 500_000;
/** Ranges do not overlap, so no row has more of them than columns that are read. */
const MOST_PER_ROW = MOST_COLUMNS;

/**
 * The merged ranges of a sheet. They stand behind its rows, so they are looked for before the rows are read; a search
 * in the text takes a tenth of the time of parsing it.
 */
export async function mergedRanges(chunks: AsyncIterable<Uint8Array>): Promise<MergedRange[]> {
  const ranges: MergedRange[] = [];
  let decoder: TextDecoder | null = null;
  let rest = '';
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const text = rest + decoder.decode(chunk, { stream: true });
    let end = 0;
    if (text.includes('mergeCell')) {
      for (const match of text.matchAll(MERGE)) {
        end = match.index + match[0].length;
        ranges.push(rangeOf(match));
      }
      if (ranges.length > MOST_RANGES) throw new DomainError('document-too-complex');
    }
    rest = text.slice(Math.max(end, text.length - LONGEST_ELEMENT));
  }
  return ranges.sort((one, other) => one.top - other.top);
}

function rangeOf([, from = '', top, to = '', bottom]: RegExpMatchArray): MergedRange {
  const [left, right] = [columnOf(from), columnOf(to)].sort((one, other) => one - other);
  const [first, last] = [Number(top) - 1, Number(bottom) - 1].sort((one, other) => one - other);
  return { top: first ?? 0, left: left ?? 0, bottom: last ?? 0, right: right ?? 0 };
}

/** Goes down a sheet and knows at each row which ranges lie in it. */
export class RangesByRow {
  private next = 0;
  private active: MergedRange[] = [];
  private row = -1;

  /** @param ranges sorted by their first row */
  constructor(private readonly ranges: readonly MergedRange[]) {}

  at(row: number): readonly MergedRange[] {
    if (row < this.row) [this.next, this.active] = [0, []];
    this.row = row;
    if (this.active.some(({ bottom }) => bottom < row)) this.active = this.active.filter(({ bottom }) => bottom >= row);
    for (let range = this.ranges[this.next]; range && range.top <= row; range = this.ranges[this.next]) {
      if (range.bottom >= row && range.left < MOST_PER_ROW) this.active.push(range);
      this.next += 1;
    }
    if (this.active.length > MOST_PER_ROW) throw new DomainError('document-too-complex');
    return this.active;
  }
}
