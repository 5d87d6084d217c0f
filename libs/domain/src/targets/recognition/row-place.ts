import { isIndicatorHeader } from './column-labels.js';
import { fieldOf, isLevel2Name, level1Name, moneyUnitLine, unitLine } from './labels.js';

/**
 * Places of a project's target table from top to bottom. A row whose place lies above the one before it belongs to the
 * next table.
 */
export const PLACE = { unit: 0, head: 1, budget: 2, schedule: 3, goals: 4, indicators: 5 } as const;

/** Rows with more cells than this are no table of the known kinds; looking further into them would only cost time. */
export const WIDEST_ROW = 40;

/** The place that a row's first cell tells, or null for rows without a label of their own (merged or indicator rows). */
export function placeOfRow(cells: readonly string[]): number | null {
  if (isIndicatorHeader(cells)) return PLACE.indicators;
  const first = cells[0] ?? '';
  if (isUnitRow(cells)) return PLACE.unit;
  switch (fieldOf(first) ?? fieldOf(labelBeforeColon(first))) {
    case null:
      return null;
    case 'unit':
    case 'department':
    case 'code':
    case 'name':
    case 'secrecy':
      return PLACE.head;
    case 'budgetSection':
    case 'budget':
    case 'fiscalFunds':
    case 'otherFunds':
    case 'purpose':
      return PLACE.budget;
    case 'schedule':
      return PLACE.schedule;
    case 'goals':
      return PLACE.goals;
  }
}

/** True for the line above a table: the budgeting unit, the unit of money, or both. */
function isUnitRow(cells: readonly string[]): boolean {
  const printed = cells.filter((text) => text !== '');
  if (printed.length === 0 || printed.length > 3) return false;
  return (
    printed.some((text) => moneyUnitLine(text) !== null) ||
    (printed.length === 1 && unitLine(printed[0] ?? '') !== null)
  );
}

/** `项目名称：办案经费` in one cell: what stands before the colon; empty where there is none near the beginning. */
export function labelBeforeColon(text: string): string {
  const colon = text.slice(0, 30).search(/[:：]/);
  return colon > 0 ? text.slice(0, colon) : '';
}

/** True for cells that begin an indicator row: level 1 (or blank where merged), then a level 2. */
export function startsIndicatorRow(cells: readonly string[]): boolean {
  const [first = '', second] = cells;
  return second !== undefined && (first === '' || level1Name(first) !== null) && isLevel2Name(second);
}
