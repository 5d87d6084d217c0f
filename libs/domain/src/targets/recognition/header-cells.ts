import { columnLabel, columnOf } from './column-labels.js';
import { projectColumnOf } from './project-columns.js';
import { checkpointMonth } from './labels.js';
import type { Row } from './recognition-context.js';
import { sheetColumn } from './sheet-place.js';

/** A column's label, with the label that spans it and its neighbours in the row above (empty where there is none). */
export interface HeaderCell {
  readonly text: string;
  readonly group: string;
  /** Column of the sheet, or number of the cell in its row where the document has no columns. */
  readonly place: number;
}

export interface Header {
  readonly cells: readonly HeaderCell[];
  /** Places are columns of a sheet. */
  readonly onSheet: boolean;
}

type GroupKind = 'indicators' | 'money' | 'schedule' | 'identity';

/** The header that one row makes. */
export function headerOf({ cells }: Row): Header {
  const columns = cells.map(({ at }) => sheetColumn(at));
  const onSheet = columns.length > 0 && columns.every((column) => column !== null);
  return {
    onSheet,
    cells: cells.map(({ text }, index) => ({ text, group: '', place: onSheet ? (columns[index] ?? index) : index })),
  };
}

/**
 * The header that two rows make: labels that span several columns, such as 绩效指标, and the labels below them. Null where
 * the second row is none of a header: it holds anything but labels, or does not fit below the first.
 */
export function withSubLabels(header: Header, row: Row): Header | null {
  const printed = row.cells.filter(({ text }) => text !== '');
  if (printed.length < 2 || !printed.every(({ text }) => isSubLabel(text))) return null;
  const below = headerOf(row);
  if (header.onSheet !== below.onSheet) return null;
  const isGrid = header.onSheet || (header.cells.length === below.cells.length && hasBlank(header.cells));
  return isGrid ? belowInPlace(header, below) : belowInOrder(header.cells, below.cells);
}

const isSubLabel = (text: string): boolean =>
  columnOf(text) !== null ||
  projectColumnOf(text) !== null ||
  checkpointMonth(text) !== null ||
  SHORT_LABELS.test(columnLabel(text));

/** Labels that mean something only below another one: 项目 over 编码 and 名称, 资金 over 合计. */
const SHORT_LABELS = /^(?:编码|代码|名称|合计|小计|总额|总计|财政|其他|其它|内容|值)$/;

const hasBlank = (cells: readonly HeaderCell[]): boolean => cells.some(({ text }) => text === '');

/**
 * In a sheet, or a CSV file made of one, the columns tell which label spans which: the last one that begins at or before
 * the column.
 */
function belowInPlace(header: Header, below: Header): Header | null {
  const labels = new Map(header.cells.map((cell) => [cell.place, cell]));
  const printed = header.cells.filter(({ text }) => text !== '');
  for (const cell of below.cells) {
    if (cell.text === '') continue;
    const above = printed.findLast(({ place }) => place <= cell.place);
    if (!above) return null;
    labels.set(cell.place, { ...cell, group: above.text });
  }
  return { cells: [...labels.values()].sort((left, right) => left.place - right.place), onSheet: header.onSheet };
}

/**
 * Elsewhere a spanning label is one cell and the labels below it are several; a blank below stands for a label that goes
 * through both rows. Where the blanks are missing too, only labels that span something can have something below.
 */
function belowInOrder(above: readonly HeaderCell[], below: readonly HeaderCell[]): Header | null {
  const hasBlanks = hasBlank(below);
  const found: { text: string; group: string }[] = [];
  let next = 0;
  for (let index = 0; index < above.length; index += 1) {
    const { text } = above[index] ?? { text: '' };
    if (hasBlanks && (below[next]?.text ?? '') === '') {
      found.push({ text, group: '' });
      next += 1;
      continue;
    }
    const kind = groupKind(text);
    if (kind === null) {
      if (hasBlanks) return null;
      found.push({ text, group: '' });
      continue;
    }
    const from = next;
    const following = groupKind(above[index + 1]?.text ?? '');
    while (below[next] && below[next]?.text !== '' && staysIn(below[next]?.text ?? '', kind, following)) {
      found.push({ text: below[next]?.text ?? '', group: text });
      next += 1;
    }
    if (next === from) found.push({ text, group: '' });
  }
  if (next < below.length) return null;
  return { cells: found.map((cell, place) => ({ ...cell, place })), onSheet: false };
}

/** Of two spanning labels side by side the second begins where a label is of its kind and not of the first one's. */
function staysIn(label: string, kind: GroupKind, following: GroupKind | null): boolean {
  return following === null || following === kind || labelKind(label) === kind || labelKind(label) !== following;
}

function groupKind(text: string): GroupKind | null {
  const label = columnLabel(text);
  if (label.length > 20) return null;
  if (/指标/.test(label)) return 'indicators';
  if (/计划|进度/.test(label)) return 'schedule';
  if (/资金|预算|金额|经费/.test(label) && !/单位/.test(label)) return 'money';
  return /^(?:项目|单位|预算单位|项目信息|项目基本信息|基本信息|基本情况)$/.test(label) ? 'identity' : null;
}

function labelKind(text: string): GroupKind | null {
  if (checkpointMonth(text) !== null) return 'schedule';
  if (columnOf(text) !== null) return 'indicators';
  const column = projectColumnOf(text);
  if (column === null) return /合计|小计|总额|总计|财政|其他|其它/.test(text) ? 'money' : null;
  return column === 'budget' || column === 'fiscalFunds' || column === 'otherFunds' ? 'money' : 'identity';
}
