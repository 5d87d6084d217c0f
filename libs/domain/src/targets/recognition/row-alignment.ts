import type { ColumnLayout } from './column-layout.js';
import type { Cell } from './document-types.js';
import { isLevel2Name, level1Name } from './labels.js';
import type { Row } from './recognition-context.js';
import { sheetColumn } from './sheet-place.js';

/** The cells of a row in the columns of its table. */
export interface AlignedRow {
  /** One cell per column at most; a missing one counts as blank. */
  readonly cells: readonly (Cell | undefined)[];
  /** Filled cells outside the columns. */
  readonly surplus: readonly Cell[];
}

const NOTHING: readonly Cell[] = [];
const CODE = /^\d{8}[0-9A-Z]{13}$/;
const VALUE = /\d|[≥≤<>＞＜≧≦=＝]/;

/**
 * Puts the cells of a row under their labels. In a sheet the columns tell. Elsewhere the order does: a row with fewer cells
 * lacks merged ones at its beginning, as web pages print them, or was cut off at its end; a row with more has blanks for
 * merged ones. The known names of levels, and where the value stands, tell which.
 */
export function alignedCells(row: Row, layout: ColumnLayout): AlignedRow {
  if (layout.sheetColumns !== null) return bySheetColumn(row, layout.sheetColumns);
  const { width } = layout;
  const { cells } = row;
  if (cells.length === width) return { cells, surplus: NOTHING };
  if (cells.length < width) return { cells: shifted(cells, layout), surplus: NOTHING };
  const narrow = narrowed(cells, layout);
  return { cells: narrow.slice(0, width), surplus: narrow.slice(width).filter(({ text }) => text !== '') };
}

function bySheetColumn({ cells }: Row, columns: readonly number[]): AlignedRow {
  const aligned: (Cell | undefined)[] = [];
  const surplus: Cell[] = [];
  let slot = 0;
  cells.forEach((cell, index) => {
    if (cell.text === '') return;
    const place = sheetColumn(cell.at) ?? index;
    if (place < (columns[slot] ?? 0)) slot = 0;
    while (slot + 1 < columns.length && place >= (columns[slot + 1] ?? 0)) slot += 1;
    const first = columns[slot] ?? 0;
    const last = slot === columns.length - 1;
    if (place < first || (last && place > first)) surplus.push(cell);
    else aligned[slot] = withCell(aligned[slot], cell);
  });
  return { cells: aligned, surplus };
}

/** Two cells below one label that spans both are one text. */
const withCell = (before: Cell | undefined, cell: Cell): Cell =>
  before ? { text: `${before.text}${cell.text}`, at: before.at } : cell;

/** What the columns of a layout expect, for comparing alignments. */
interface Landmarks {
  readonly level1: number;
  readonly level2: number;
  readonly name: number;
  readonly value: number;
  readonly code: number;
}

function landmarksOf({ columns }: ColumnLayout): Landmarks {
  const at = (column: 'level1' | 'level2' | 'name' | 'value' | 'projectCode'): number => columns.get(column)?.[0] ?? -1;
  return { level1: at('level1'), level2: at('level2'), name: at('name'), value: at('value'), code: at('projectCode') };
}

/** The cells moved right by the number of merged ones that are missing in front of them. */
function shifted(cells: readonly Cell[], layout: ColumnLayout): readonly (Cell | undefined)[] {
  const missing = layout.width - cells.length;
  if ((cells[0]?.text ?? '') === '' || cells.filter(({ text }) => text !== '').length < 2) return cells;
  const marks = landmarksOf(layout);
  const level1 = cells.findIndex(({ text }) => level1Name(text) !== null);
  const level2 = cells.findIndex(({ text }) => isLevel2Name(text));
  const candidates = [0, missing, marks.level1 - level1, marks.level2 - level2].filter(
    (shift) => shift >= 0 && shift <= missing && shift <= marks.name,
  );
  const best = bestOf(candidates, (shift) => {
    const score = fit((index) => cells[index - shift]?.text, marks);
    const strayLevel1 = level1 !== -1 && ![marks.level1, marks.level2].includes(level1 + shift);
    const strayLevel2 = level2 !== -1 && ![marks.level1, marks.level2].includes(level2 + shift);
    return score - (strayLevel1 ? 3 : 0) - (strayLevel2 ? 2 : 0);
  });
  return best === undefined || best === 0 ? cells : [...Array.from({ length: best }, () => undefined), ...cells];
}

/** The cells without the blanks that stand for merged ones: at the end, behind what they are merged with, or in front. */
function narrowed(cells: readonly Cell[], layout: ColumnLayout): readonly Cell[] {
  const trimmed = cells.slice(0, Math.max(layout.width, 1 + cells.findLastIndex(({ text }) => text !== '')));
  const surplus = trimmed.length - layout.width;
  const blanks = trimmed.flatMap(({ text }, index) => (text === '' ? [index] : []));
  if (surplus <= 0 || blanks.length < surplus) return trimmed;
  const behind = blanks.filter((index) => index > 0 && trimmed[index - 1]?.text !== '');
  const marks = landmarksOf(layout);
  const candidates = [[], [...behind, ...blanks], [...behind.toReversed(), ...blanks], blanks.toReversed()].map(
    (order) => without(trimmed, new Set(order), order.length === 0 ? 0 : surplus),
  );
  return bestOf(candidates, (candidate) => fit((index) => candidate[index]?.text, marks)) ?? trimmed;
}

function without(cells: readonly Cell[], indices: ReadonlySet<number>, count: number): readonly Cell[] {
  const dropped = new Set([...indices].slice(0, count));
  return cells.filter((_, index) => !dropped.has(index));
}

/** How well the cells fit the columns: levels and codes in their places, and something like a value in its own. */
function fit(textAt: (index: number) => string | undefined, marks: Landmarks): number {
  const scored = (index: number, test: (text: string) => boolean, good: number): number => {
    const text = index === -1 ? undefined : textAt(index);
    if (text === undefined || text === '') return 0;
    return test(text) ? good : -1;
  };
  const value = textAt(marks.value) ?? '';
  return (
    scored(marks.level1, (text) => level1Name(text) !== null, 3) +
    scored(marks.level2, isLevel2Name, 2) +
    scored(marks.code, (text) => CODE.test(text), 3) +
    (marks.value === -1 ? 0 : value === '' ? -1 : VALUE.test(value.slice(0, 100)) ? 1 : 0)
  );
}

/** The first of the best. */
function bestOf<T>(candidates: readonly T[], scoreOf: (candidate: T) => number): T | undefined {
  let best: { candidate: T; score: number } | undefined;
  for (const candidate of candidates) {
    const score = scoreOf(candidate);
    if (best === undefined || score > best.score) best = { candidate, score };
  }
  return best?.candidate;
}
