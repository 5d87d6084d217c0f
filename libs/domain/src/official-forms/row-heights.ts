import type { PrintedCell } from './printed-cell.js';
import { wrapText } from './wrap-text.js';

/** A line of a font is as high as this times its size in the tallest of the fonts that stand in for each other. */
const LINE = 1.32;
/** Space above and below the text of a cell, and to its left and right, in points. */
const PADDING = { vertical: 4, horizontal: 6 };
/** Points of a column: 7 pixels a character at the default font, and 5 of margin. */
const POINTS_PER_CHARACTER = 5.25;
const POINTS_OF_MARGIN = 3.75;

/** Width of a column in points, by its width in characters. */
export const columnPoints = (characters: number): number => characters * POINTS_PER_CHARACTER + POINTS_OF_MARGIN;

/** Points that the text of a cell takes in a width of points. */
export function textHeight(text: string, { size }: { readonly size: number }, width: number): number {
  if (text === '') return 0;
  return wrapText(text, Math.max(1, (width - PADDING.horizontal) / size)).length * size * LINE + PADDING.vertical;
}

/** What a cell needs of the rows that it spans. */
export interface HeightNeed {
  readonly row: number;
  readonly rows: number;
  readonly need: number;
}

/**
 * Heights of rows that give every cell what it needs. What a span needs beyond its rows is spread over them.
 * @param least the height that a row has at least
 */
export function heightsFor(needs: readonly HeightNeed[], least: readonly number[]): number[] {
  const heights = [...least];
  for (const { row, need } of needs.filter(({ rows }) => rows === 1)) heights[row] = Math.max(heights[row] ?? 0, need);
  for (const { row, rows, need } of needs.filter((cell) => cell.rows > 1)) {
    const has = heights.slice(row, row + rows).reduce((sum, height) => sum + height, 0);
    for (let at = row; need > has && at < row + rows; at += 1) heights[at] = (heights[at] ?? 0) + (need - has) / rows;
  }
  return heights.map((height) => Math.ceil(height * 4) / 4);
}

/** Heights in points that show every text whole in a sheet with these columns. */
export function rowHeights(
  cells: readonly PrintedCell[],
  columns: readonly number[],
  least: readonly number[],
): number[] {
  const widths = columns.map(columnPoints);
  const needs = cells.map(({ row, rows, cell, content, style }) => {
    const width = widths.slice(cell.column, cell.column + cell.columns).reduce((sum, points) => sum + points, 0);
    return { row, rows, need: textHeight(content.text, style, width) };
  });
  return heightsFor(needs, least);
}
