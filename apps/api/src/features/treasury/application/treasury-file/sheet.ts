import { isBlankCell, type Block, type Cell } from '@jixiao/domain';
import { readHeader, unitOf, type AmountColumn, type AmountUnit, type PlainColumn } from './header.js';

/** The columns of a sheet, by the part of a place that names them (`B` of `Sheet1!B4`, `2` of `line 4 cell 2`). */
export interface SheetHeader {
  readonly plain: ReadonlyMap<PlainColumn, string>;
  readonly amounts: ReadonlyMap<string, AmountColumn>;
  /** Unit of amounts whose own label states none. */
  readonly unit: AmountUnit | null;
  readonly ignored: readonly string[];
}

export interface SheetRow {
  readonly at: string;
  readonly cells: ReadonlyMap<string, string>;
}

const COLUMN = /(?:!([A-Z]+)\d+|cell (\d+))$/;
const columnOf = ({ at }: Cell): string =>
  COLUMN.exec(at)
    ?.slice(1)
    .find((part) => part !== undefined) ?? at;
const sheetOf = (at: string): string => (at.includes('!') ? at.slice(0, at.lastIndexOf('!')) : '');

/**
 * Finds the first sheet whose header names a project code and an amount, and gives its rows to whoever `start` returns, one by
 * one. Above the header anything may stand; a line such as `单位：万元` there holds for amounts without a unit of their own.
 * A repeated header (of a next page) is passed over.
 * @returns the header; null where there is none
 */
export async function readFiguresSheet(
  blocks: AsyncIterable<Block>,
  start: (header: SheetHeader) => (row: SheetRow) => void,
): Promise<SheetHeader | null> {
  let header: SheetHeader | null = null;
  let take: (row: SheetRow) => void = () => undefined;
  let sheet: string | null = null;
  let unit: AmountUnit | null = null;
  for await (const block of blocks) {
    if (header !== null && sheetOf(block.at) !== sheet) break;
    const cells = block.kind === 'row' ? block.cells : [block];
    const found = headerOf(cells, unit);
    if (header === null && found !== null) {
      header = found;
      take = start(header);
      sheet = sheetOf(block.at);
    } else if (header === null) {
      unit = cells.map(({ text }) => unitOf(text)).find((each) => each !== null) ?? unit;
    } else if (found === null && block.kind === 'row') {
      take({ at: block.at, cells: new Map(block.cells.map((cell) => [columnOf(cell), cell.text])) });
    }
  }
  return header;
}

function headerOf(cells: readonly Cell[], unit: AmountUnit | null): SheetHeader | null {
  const plain = new Map<PlainColumn, string>();
  const amounts = new Map<string, AmountColumn>();
  const ignored: string[] = [];
  for (const cell of cells) {
    const read = readHeader(cell.text);
    if (read === null) {
      if (!isBlankCell(cell.text)) ignored.push(cell.text);
    } else if ('amount' in read) amounts.set(columnOf(cell), read.amount);
    else if (!plain.has(read.plain)) plain.set(read.plain, columnOf(cell));
  }
  return plain.has('code') && amounts.size > 0 ? { plain, amounts, unit, ignored } : null;
}
