import { columnLabel, columnOf, type IndicatorColumn } from './column-labels.js';
import type { Header, HeaderCell } from './header-cells.js';
import { checkpointMonth, moneyUnitOfLabel } from './labels.js';
import { type ProjectColumn, projectColumnOf, scheduleColumnMonth } from './project-columns.js';
import type { MoneyUnit } from './project-money.js';
import { printed } from './warning-list.js';

export type Column = IndicatorColumn | ProjectColumn;

/** Which column of a table holds what, as its header tells. Columns are counted from 0 as `alignedCells` gives them. */
export interface ColumnLayout {
  readonly width: number;
  /** Columns of a sheet, ascending; null where the document has none and cells count in order. */
  readonly sheetColumns: readonly number[] | null;
  /** Descriptions, grounds and directions may stand in several columns; of other labels the first counts. */
  readonly columns: ReadonlyMap<Column, readonly number[]>;
  readonly months: readonly { readonly month: number; readonly index: number }[];
  /** Unit of money of an amount's column, from its own label or the one that spans it. */
  readonly moneyUnits: ReadonlyMap<number, MoneyUnit>;
  /** Columns that are labelled and not taken in, with their labels. */
  readonly unknown: ReadonlyMap<number, string>;
}

const SEVERAL: ReadonlySet<Column> = new Set<Column>(['description', 'basis', 'direction', 'purpose', 'goals']);

/** The layout of one project's indicator table. */
export function indicatorLayout(header: Header): ColumnLayout {
  return layoutOf(
    header,
    header.cells.map(({ text }) => columnOf(text)),
  );
}

/**
 * The layout of a table that lists many projects, one row per indicator, or null where the header is none of such a table:
 * it names the project, the indicator, and at least the target value or a level. Labels count wherever they stand.
 */
export function flatLayout(header: Header): ColumnLayout | null {
  if (header.cells.length > WIDEST_HEADER) return null;
  const columns = header.cells.map((cell, index) => flatColumn(cell, index, header.cells));
  if (!columns.includes('name')) {
    const fallback = header.cells.findIndex(({ text }) => /^(?:绩效)?指标$/.test(columnLabel(text)));
    if (fallback !== -1) columns[fallback] = 'name';
  }
  const has = (...wanted: Column[]): boolean => wanted.some((column) => columns.includes(column));
  const isFlat = has('projectName', 'projectCode') && has('name') && has('value', 'level1', 'level2', 'type');
  return isFlat ? layoutOf(header, columns) : null;
}

/** More columns than any table of targets has. */
const WIDEST_HEADER = 100;

function flatColumn({ text, group }: HeaderCell, index: number, cells: readonly HeaderCell[]): Column | null {
  if (text === '') return null;
  const label = columnLabel(text);
  if (label === '单位' && isMeasure(index, cells)) return 'measure';
  if (group !== '') {
    const joined = projectColumnOf(`${columnLabel(group)}${label}`);
    if (joined !== null && /^(?:编码|代码|名称)$/.test(label)) return joined;
    if (/^(?:合计|小计|总额|总计)$/.test(label) && /资金|预算|金额|经费/.test(group)) return 'budget';
  }
  return projectColumnOf(text) ?? columnOf(text);
}

/** 单位 to the right of an indicator's name is what it is measured in; to the left it is the budgeting unit. */
const isMeasure = (index: number, cells: readonly HeaderCell[]): boolean =>
  cells.slice(0, index).some(({ text }) => ['name', 'level1', 'level2', 'value'].includes(columnOf(text) ?? ''));

function layoutOf({ cells, onSheet }: Header, found: readonly (Column | null)[]): ColumnLayout {
  const columns = new Map<Column, number[]>();
  const unknown = new Map<number, string>();
  const months: { month: number; index: number }[] = [];
  const moneyUnits = new Map<number, MoneyUnit>();
  cells.forEach((cell, index) => {
    const column = found[index] ?? null;
    const places = column === null ? undefined : columns.get(column);
    const month = column === null ? monthOf(cell) : null;
    const unit = moneyUnitOfLabel(cell.text) ?? moneyUnitOfLabel(cell.group);
    if (unit !== null) moneyUnits.set(index, unit);
    if (column !== null && !places) columns.set(column, [index]);
    else if (column !== null && SEVERAL.has(column)) places?.push(index);
    else if (month !== null) months.push({ month, index });
    else if (cell.text !== '') unknown.set(index, printed(cell.text));
  });
  const sheetColumns = onSheet ? cells.map(({ place }) => place) : null;
  return { width: cells.length, sheetColumns, columns, months, moneyUnits, unknown };
}

const monthOf = ({ text }: HeaderCell): number | null => checkpointMonth(text) ?? scheduleColumnMonth(text);
