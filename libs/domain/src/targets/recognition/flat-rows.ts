import { unitLine } from './labels.js';
import type { AlignedRow } from './row-alignment.js';
import type { Row } from './recognition-context.js';
import type { RowCells } from './row-cells.js';

const TOTAL = /^.{0,20}(?:合计|小计|总计|共计)[:：]?$/;
const BARE_TOTAL = /^\s*(?:合\s*计|小\s*计|总\s*计|共\s*计)\s*$/;
const MAY_BE_TOTAL = /计[:：\s]*$/;
const FOOTNOTE =
  /^(?:注|备注|附注|说明|填表说明|填报说明)[:：1一.、]|^(?:填表|制表|填报|审核|复核|经办|单位负责|联系)人?[:：]/;
/** A note across the table is a sentence; a project's name is a phrase. */
const LONGEST_NAME = 100;
/** Totals and notes are labelled in one of the first cells. */
const LABEL_CELLS = 6;

/**
 * True for a row of sums: 合计, 小计 and the like in one of its first cells, and no indicator of its own. An indicator may
 * be called 案件合计; what is called 合计 and nothing else is none.
 */
export function isTotalRow(row: Row, cells: RowCells): boolean {
  if (!firstTexts(row).some(isTotal)) return false;
  const name = cells.text('name');
  return name === '' || cells.text('value') === '' || (name.length <= 20 && BARE_TOTAL.test(name));
}

/** True for a note or a line of signatures below the table, and for rows that fill none of its columns. */
export function isNoteRow({ cells, surplus }: AlignedRow, row: Row): boolean {
  const filled = cells.filter((cell) => cell !== undefined && cell.text !== '');
  if (filled.length === 0) return surplus.length > 0;
  const [first] = firstTexts(row);
  if (first !== undefined && FOOTNOTE.test(first.slice(0, 40))) return true;
  return filled.length === 1 && (first?.length ?? 0) > LONGEST_NAME && unitLine(first ?? '') === null;
}

const isTotal = (text: string): boolean =>
  text.length <= 60 && MAY_BE_TOTAL.test(text) && TOTAL.test(text.replace(/\s+/g, ''));

function firstTexts({ cells }: Row): string[] {
  const texts: string[] = [];
  for (const { text } of cells) {
    if (text !== '') texts.push(text);
    if (texts.length >= LABEL_CELLS) break;
  }
  return texts;
}
