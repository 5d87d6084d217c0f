import { describe, expect, it } from '@jest/globals';
import { listFilterOf, listQueryAfter } from './light-list-filter.js';
import { columnsOf, USUAL_COLUMNS } from './list-columns.js';
import { nextRow } from './next-row.js';
import { rowSlots } from './row-slots.js';
import { lookOf } from './list-look.js';
import { pagesOf } from './list-pages.js';

describe('the filter of the list in the address', () => {
  it('reads what is known and leaves out what is not', () => {
    expect(listFilterOf({ light: 'red', state: 'key', search: '污水', sort: 'budget' })).toEqual({
      light: 'red',
      state: 'key',
      search: '污水',
      sort: 'budget',
    });
    const unknown = { light: 'pink', state: 'lost', search: null, sort: ['name'] };
    expect(listFilterOf(unknown)).toEqual({ light: null, state: null, search: '', sort: 'worst' });
  });

  it('changes its own part alone, and writes nothing that is usual', () => {
    const now = { year: '2023', unit: 'u1', light: 'red', sort: 'name' };
    expect(listQueryAfter(now, { light: null, sort: 'worst', state: 'notReported' })).toEqual({
      year: '2023',
      unit: 'u1',
      light: undefined,
      state: 'notReported',
      search: undefined,
      sort: undefined,
    });
  });
});

describe('the pages of a long list', () => {
  it('are those on which the rows on the screen stand', () => {
    expect(pagesOf(0, 20, 100_000)).toEqual([1]);
    expect(pagesOf(45, 60, 100_000)).toEqual([1, 2]);
    expect(pagesOf(99_990, 100_010, 100_000)).toEqual([2_000]);
    expect(pagesOf(-20, 30, 17)).toEqual([1]);
    expect(pagesOf(-20, 0, 0)).toEqual([1]);
  });
});

describe('the keys of a long list', () => {
  it('walk by row, by screen and to the ends, and stop there', () => {
    const to = (key: string, from: number) => nextRow(key, from, 11, 1_000);
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => to(key, 500))).toEqual([
      501, 499, 510, 490, 0, 999,
    ]);
    expect([to('ArrowUp', 0), to('PageDown', 995), to('ArrowDown', 999)]).toEqual([0, 999, 999]);
    expect(to('a', 500)).toBeNull();
  });
});

describe('the elements of a long list', () => {
  it('stay with their rows, and take the new ones where theirs have gone', () => {
    const first = rowSlots(new Map(), [0, 1, 2, 3]);
    expect([...first]).toEqual([0, 1, 2, 3].map((row) => [row, row]));
    const scrolled = rowSlots(first, [2, 3, 4, 5]);
    expect(scrolled.get(2)).toBe(2);
    expect([...scrolled.values()].sort()).toEqual([0, 1, 2, 3]);
  });

  it('stay in their order where all rows are new', () => {
    const before = rowSlots(new Map(), [0, 1, 2]);
    expect([...rowSlots(before, [500, 501, 502])]).toEqual([
      [500, 0],
      [501, 1],
      [502, 2],
    ]);
  });

  it('keep the row that has the focus while others come and go', () => {
    let slots = rowSlots(new Map(), [0, 1, 2]);
    for (let row = 10; row < 500; row += 7) slots = rowSlots(slots, [0, row, row + 1]);
    expect(slots.get(0)).toBe(0);
    expect(new Set(slots.values()).size).toBe(3);
  });
});

describe('how a person likes the list', () => {
  it('is usual where nothing was stored, or nothing that can be read', () => {
    for (const stored of [null, '', '{', '[]', '{"columns":7,"density":"tiny"}']) {
      expect(lookOf(stored)).toEqual({ columns: USUAL_COLUMNS, density: 'roomy' });
    }
  });

  it('leaves out columns that are not known, in the order of the list', () => {
    const stored = JSON.stringify({ columns: ['goalLight', 'weather', 'unit'], density: 'dense' });
    expect(lookOf(stored)).toEqual({ columns: ['unit', 'goalLight'], density: 'dense' });
    expect(columnsOf(['goalLight', 'unit']).map(({ key }) => key)).toEqual(['light', 'project', 'unit', 'goalLight']);
  });
});
