import { describe, expect, it } from '@jest/globals';
import { moved, rangeBetween, type Move } from './move.js';
import { COLUMNS, type Column, type SheetRow } from './sheet-rows.js';

type Line = Pick<SheetRow, 'key' | 'editable'>;
const ROWS: readonly Line[] = [
  { key: 'heading', editable: [] },
  { key: 'fiscal', editable: ['value', 'reasons', 'reasonNote'] },
  { key: 'other', editable: ['value'] },
  { key: 'rate', editable: COLUMNS.slice(1) },
  { key: 'a', editable: COLUMNS },
];
const go = (row: string, column: Column, move: Move) => {
  const to = moved(ROWS, { row, column }, move);
  return to && `${to.row} ${to.column}`;
};

describe('moving over the sheet', () => {
  it.each<[string, Column, Move, string | null]>([
    ['fiscal', 'value', 'down', 'other value'],
    ['other', 'value', 'down', 'a value'],
    ['a', 'value', 'down', 'a value'],
    ['a', 'value', 'up', 'other value'],
    ['fiscal', 'value', 'up', 'fiscal value'],
    ['fiscal', 'reasons', 'down', 'rate reasons'],
    ['fiscal', 'value', 'right', 'fiscal reasons'],
    ['fiscal', 'reasonNote', 'right', 'fiscal reasonNote'],
    ['fiscal', 'value', 'left', 'fiscal value'],
    ['other', 'value', 'next', 'rate reasons'],
    ['rate', 'reasons', 'previous', 'other value'],
    ['a', 'note', 'next', null],
    ['fiscal', 'value', 'previous', null],
    ['a', 'expected', 'rowStart', 'a value'],
    ['rate', 'note', 'rowStart', 'rate reasons'],
    ['a', 'value', 'rowEnd', 'a note'],
    ['rate', 'note', 'first', 'fiscal value'],
    ['fiscal', 'value', 'last', 'a note'],
    ['fiscal', 'value', 'pageDown', 'a value'],
    ['a', 'value', 'pageUp', 'fiscal value'],
  ])('from %s %s %s is %s', (row, column, move, to) => expect(go(row, column, move)).toBe(to));

  it('begins anew where the line has gone', () => expect(go('gone', 'value', 'down')).toBe('fiscal value'));

  it('finds no place where nothing takes input', () =>
    expect(moved([{ key: 'x', editable: [] }], { row: 'gone', column: 'value' }, 'down')).toBeNull());

  it('spans a block whichever corner comes first', () => {
    const block = rangeBetween(ROWS, { row: 'rate', column: 'likelihood' }, { row: 'fiscal', column: 'reasons' });
    expect([...block.rows]).toEqual(['fiscal', 'other', 'rate']);
    expect([...block.columns]).toEqual(['reasons', 'reasonNote', 'likelihood']);
  });
});
