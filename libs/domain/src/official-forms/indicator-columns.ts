import type { Cell } from '../targets/recognition/document-types.js';
import { columnOfPlace } from './cell-place.js';
import { type IndicatorColumn, INDICATOR_COLUMNS, known, labelOf } from './form-labels.js';

/** Which place of a row each column has: the letters of a sheet's column, else how many cells stand before it. */
export const placeIn = (cell: Cell, index: number): number => columnOfPlace(cell.at) ?? index;

/** The cell at a place, however many of the cells before it are merged: each takes what lies up to the next. */
export function cellAtPlace(cells: readonly Cell[], place: number): Cell | null {
  const found = cells.filter((cell, index) => placeIn(cell, index) <= place).at(-1);
  return found ?? null;
}

export interface HeaderColumns {
  readonly columns: ReadonlyMap<IndicatorColumn, number>;
  /** How many rows the header has. */
  readonly rows: number;
}

/** True for the header of a table of indicators. */
export const isIndicatorHeader = (cells: readonly Cell[]): boolean => {
  const columns = cells.map(({ text }) => known(INDICATOR_COLUMNS, text));
  return columns.includes('name') && columns.filter((column) => column !== null).length >= 3;
};

const GROUPS: readonly IndicatorColumn[] = ['reasons', 'likelihood'];
const isPart = (column: IndicatorColumn | null): boolean =>
  column !== null && /^(?:reason|likelihood)\.|^reasonNote$/.test(column);

/**
 * Columns by their labels in one row or in two: the second names the parts of 偏差原因分析 and 完成目标可能性 and is blank below all
 * else. Null where the two do not fit.
 */
export function headerColumns(first: readonly Cell[], second: readonly Cell[]): HeaderColumns | null {
  const parts = second.map(({ text }) => known(INDICATOR_COLUMNS, text));
  if (!parts.some(isPart)) return { columns: placed(first.map((cell, at) => [cell.text, placeIn(cell, at)])), rows: 1 };
  const above = first.filter(({ text }) => !GROUPS.includes(known(INDICATOR_COLUMNS, text) ?? 'name'));
  const inSheet = first.every(({ at }) => columnOfPlace(at) !== null);
  if (inSheet) {
    const labels = second.flatMap((cell, at): [string, number][] =>
      cell.text === '' ? [] : [[cell.text, placeIn(cell, at)]],
    );
    return {
      columns: placed([...above.map((cell, at): [string, number] => [cell.text, placeIn(cell, at)]), ...labels]),
      rows: 2,
    };
  }
  const blanks = second.filter(({ text }) => text === '').length;
  if (blanks !== above.length) return null;
  let next = 0;
  const labels = second.map(({ text }, at): [string, number] => [text === '' ? (above[next++]?.text ?? '') : text, at]);
  return { columns: placed(labels), rows: 2 };
}

function placed(labels: readonly (readonly [string, number])[]): Map<IndicatorColumn, number> {
  const columns = new Map<IndicatorColumn, number>();
  for (const [text, place] of labels) {
    const column = known(INDICATOR_COLUMNS, text);
    if (column !== null && !columns.has(column)) columns.set(column, place);
  }
  return columns;
}

const PERIOD = /(?:^|[-—–~至])(\d{1,2})月/;

/** The month of a heading such as 1-6月执行情况; null where none says it. */
export function monthIn(texts: readonly string[]): number | null {
  for (const text of texts) {
    if (!/(?:执行|完成)(?:情况|数|率)?$/.test(labelOf(text))) continue;
    const month = Number(PERIOD.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1] ?? NaN);
    if (month >= 1 && month <= 12) return month;
  }
  return null;
}
