import type { PlacedCell } from './fill-rows.js';
import type { PrintedCell } from './printed-cell.js';
import { parseText } from './placeholders.js';

const merges = ({ indicator, cell }: PlacedCell): boolean => indicator !== null && parseText(cell.text).merges;

/**
 * Joins cells of neighbouring indicators that say the same, in the columns that ask for it (`|合并`). A column is joined only
 * where those to the left of it are: 数量指标 of 产出指标 is not that of another level 1.
 */
export function mergeIndicators(cells: readonly PrintedCell[]): PrintedCell[] {
  const merging = cells.filter(merges);
  if (merging.length === 0) return [...cells];
  const columns = [...new Set(merging.map(({ cell }) => cell.column))].sort((one, other) => one - other);
  const textAt = new Map(merging.map((placed) => [`${placed.row} ${placed.cell.column}`, placed.content.text]));
  const goesOn = (row: number, column: number): boolean =>
    columns
      .filter((before) => before <= column)
      .every((before) => {
        const [text, above] = [textAt.get(`${row} ${before}`), textAt.get(`${row - 1} ${before}`)];
        return text !== undefined && text !== '' && text === above;
      });
  return cells.flatMap((placed) => {
    if (!merges(placed)) return [placed];
    const { column } = placed.cell;
    if (goesOn(placed.row, column)) return [];
    let rows = 1;
    while (goesOn(placed.row + rows, column)) rows += 1;
    return [{ ...placed, rows }];
  });
}
