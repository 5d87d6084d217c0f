import { columnPoints, type FilledCell, type FilledForm, heightsFor, splitTallRows, wrapText } from '@jixiao/domain';
import { paperSize, points } from './paper.js';

/** A line of text is as high as this times its size. */
export const LINE = 1.28;
export const PADDING = { vertical: 2, horizontal: 3 };
/** Below the rows, for the number of the page. */
const FOOTER = 14;

/** A piece of a cell on a page, with the lines that stand in it. */
export interface PagePiece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly cell: FilledCell;
}

export type WidthOf = (character: string, cell: FilledCell) => number;

/** A cell in its rows, with its text broken into lines. */
interface LinedCell {
  readonly row: number;
  readonly rows: number;
  readonly cell: FilledCell;
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
}

const lineHeight = ({ style }: FilledCell): number => style.size * LINE;

/** Where a page may cut a text, less than a line is left empty on each side. */
function needOf({ cell, lines, rows }: LinedCell, pageHeight: number): number {
  if (lines.length === 0) return 0;
  const need = lines.length * lineHeight(cell) + 2 * PADDING.vertical;
  const cuts = Math.floor(need / (pageHeight / 2)) + (rows > 1 ? 1 : 0);
  return need + cuts * (lineHeight(cell) + 2 * PADDING.vertical);
}

/**
 * Lays a form out on pages: rows stay whole, the repeated ones stand at the top of each page, and a span that a page cuts
 * is a cell of its own on both.
 * @param widthOf the width of a character in points
 */
export function formPages(form: FilledForm, widthOf: WidthOf): PagePiece[][] {
  const { margins } = form.page;
  const size = paperSize(form.page);
  const origin = { x: points(margins.left), y: points(margins.top) };
  const width = points(size.width) - origin.x - points(margins.right);
  const bottom = points(size.height) - points(margins.bottom) - FOOTER;
  const lined = linedCells(form, { x: origin.x, width, widthOf });
  const repeated = form.repeatedRows ?? { first: 0, count: 0 };
  const needs = lined.map((cell) => ({ row: cell.row, rows: cell.rows, need: needOf(cell, bottom - origin.y) }));
  const heights = heightsFor(
    needs,
    form.rows.map(({ leastHeight }) => leastHeight),
  );
  const repeatedHeight = sum(heights.slice(repeated.first, repeated.first + repeated.count));
  const split = splitTallRows(lined, heights, Math.max(bottom - origin.y - repeatedHeight, MOST_REPEATED));
  const first = split.starts[repeated.first] ?? 0;
  const end = split.starts[repeated.first + repeated.count] ?? 0;
  return pagePieces({ ...split, repeated: { first, end }, top: origin.y, bottom });
}

/** Repeated rows that leave less than this for others would fill the pages by themselves. */
const MOST_REPEATED = 100;

function linedCells(
  form: FilledForm,
  { x: left, width, widthOf }: { readonly x: number; readonly width: number; readonly widthOf: WidthOf },
): LinedCell[] {
  const natural = form.columns.map(columnPoints);
  const scale = width / sum(natural);
  const at = (column: number): number => left + sum(natural.slice(0, column)) * scale;
  return form.rows.flatMap(({ cells }, row) =>
    cells.map((cell): LinedCell => {
      const x = at(cell.column);
      const cellWidth = at(cell.column + cell.columns) - x;
      const { text } = cell.content;
      const room = cellWidth - 2 * PADDING.horizontal;
      const lines = text === '' ? [] : wrapText(text, room, (character) => widthOf(character, cell));
      return { row, rows: cell.rows, cell, x, width: cellWidth, lines };
    }),
  );
}

/** Rows of a page; where it does not hold the repeated rows itself and stands below them, they are printed above. */
interface PageRows {
  readonly from: number;
  readonly to: number;
  readonly isRepeated: boolean;
}

interface Grid {
  readonly cells: readonly LinedCell[];
  readonly heights: readonly number[];
  readonly repeated: { readonly first: number; readonly end: number };
  readonly top: number;
  readonly bottom: number;
}

const heightOf = ({ heights }: Grid, from: number, to: number): number => sum(heights.slice(from, to));

/** Which rows each page holds. The repeated rows are never the last of a page. */
function pageRows(grid: Grid): PageRows[] {
  const { heights, repeated, top, bottom } = grid;
  const pages: PageRows[] = [];
  const repeatedHeight = heightOf(grid, repeated.first, repeated.end);
  let from = 0;
  let y = top;
  const isRepeated = (): boolean => from >= repeated.end && repeatedHeight > 0;
  for (let row = 0; row < heights.length; row += 1) {
    const together = row === repeated.first ? Math.max(repeated.end + 1, row + 1) : row + 1;
    if (row > from && y + heightOf(grid, row, together) > bottom) {
      pages.push({ from, to: row, isRepeated: isRepeated() });
      from = row;
      y = top + (isRepeated() ? repeatedHeight : 0);
    }
    y += heights[row] ?? 0;
  }
  return [...pages, { from, to: heights.length, isRepeated: isRepeated() }];
}

/** A cell of repeated rows, or the part of a cell that lies on a page. */
function pagePieces(grid: Grid): PagePiece[][] {
  const pages = pageRows(grid);
  const tops = pages.map(({ isRepeated }) =>
    isRepeated ? grid.top + heightOf(grid, grid.repeated.first, grid.repeated.end) : grid.top,
  );
  const pieces = pages.map(({ isRepeated }): PagePiece[] => (isRepeated ? repeatedPieces(grid) : []));
  for (const cell of grid.cells) {
    const parts = pages.flatMap(({ from, to }, page) => {
      const [first, last] = [Math.max(cell.row, from), Math.min(cell.row + cell.rows, to)];
      if (first >= last) return [];
      return [{ page, y: (tops[page] ?? 0) + heightOf(grid, from, first), height: heightOf(grid, first, last) }];
    });
    const lines = linesOfParts(cell, parts);
    for (const [at, { page, y, height }] of parts.entries()) {
      pieces[page]?.push({ x: cell.x, y, width: cell.width, height, lines: lines[at] ?? [], cell: cell.cell });
    }
  }
  return pieces;
}

const repeatedPieces = (grid: Grid): PagePiece[] =>
  grid.cells
    .filter(({ row }) => row >= grid.repeated.first && row < grid.repeated.end)
    .map(({ row, rows, x, width, lines, cell }) => ({
      ...{ x, width, lines, cell },
      y: grid.top + heightOf(grid, grid.repeated.first, row),
      height: heightOf(grid, row, row + rows),
    }));

/**
 * What a part has room for stands in it whole, and again in each other that has, as 产出指标 beside its indicators; a text
 * that no part has room for goes on from part to part.
 */
function linesOfParts(cell: LinedCell, parts: readonly { readonly height: number }[]): (readonly string[])[] {
  const need = cell.lines.length * lineHeight(cell.cell);
  const rooms = parts.map(({ height }) => height - 2 * PADDING.vertical);
  const hasRoom = (room: number): boolean => need <= room + 0.5;
  if (rooms.length === 1 || rooms.some(hasRoom)) {
    return rooms.map((room) => (rooms.length === 1 || hasRoom(room) ? cell.lines : []));
  }
  let taken = 0;
  return rooms.map((room, at) => {
    const count = at === rooms.length - 1 ? cell.lines.length : Math.max(0, Math.floor(room / lineHeight(cell.cell)));
    const lines = cell.lines.slice(taken, taken + count);
    taken += lines.length;
    return lines;
  });
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
