import { isDirectionWord } from '../target-parts.js';
import { isLevel2Name, level1Name, level1OfLevel2 } from './labels.js';
import type { RowCells } from './row-cells.js';

export interface PrintedLevels {
  /** Today's name of level 1, and level 2 as printed; empty where the row prints none. */
  readonly level1: string;
  readonly level2: string;
}

/** Names of levels are printed with spaces and line ends to fill narrow cells. */
const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** The levels that a row prints, in columns of their own or in one column of types (`产出指标-数量指标`). */
export function levelsOf(cells: RowCells): PrintedLevels {
  const printed = cells.has('type') ? cells.text('type') : '';
  const type = isDirectionWord(printed) ? null : levelsOfType(printed);
  const level1 = cells.text('level1');
  const level2 = withoutSpace(cells.text('level2'));
  const named = level1 === '' ? '' : (level1Name(level1) ?? withoutSpace(level1));
  return { level1: named || (type?.level1 ?? ''), level2: level2 || (type?.level2 ?? '') };
}

const LONGEST_TYPE = 60;

/** `产出指标-数量指标`, `产出指标/数量指标`, `数量指标`: a level 2 alone tells its level 1. */
function levelsOfType(text: string): PrintedLevels {
  const parts = withoutSpace(text.slice(0, LONGEST_TYPE))
    .split(/[-—–/\\>→、·:：|]+/)
    .filter((part) => part !== '');
  const first = parts.find((part) => level1Name(part) !== null);
  const second = parts.find((part) => part !== first && isLevel2Name(part));
  const level1 = first === undefined ? (level1OfLevel2(second ?? '') ?? '') : (level1Name(first) ?? '');
  return { level1, level2: second ?? '' };
}
