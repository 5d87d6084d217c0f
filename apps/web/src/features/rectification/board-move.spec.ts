import { describe, expect, it } from '@jest/globals';
import { moveOn } from './board-move.js';

describe('moving over the board by the keyboard', () => {
  const counts = [2, 0, 3];

  it('stays in the column up and down, and stops at its ends', () => {
    expect(moveOn(counts, { column: 2, card: 1 }, 'ArrowDown')).toEqual({ column: 2, card: 2 });
    expect(moveOn(counts, { column: 2, card: 2 }, 'ArrowDown')).toEqual({ column: 2, card: 2 });
    expect(moveOn(counts, { column: 0, card: 0 }, 'ArrowUp')).toEqual({ column: 0, card: 0 });
    expect(moveOn(counts, { column: 2, card: 0 }, 'End')).toEqual({ column: 2, card: 2 });
  });

  it('passes over empty columns, and keeps its height where it can', () => {
    expect(moveOn(counts, { column: 2, card: 2 }, 'ArrowLeft')).toEqual({ column: 0, card: 1 });
    expect(moveOn(counts, { column: 0, card: 0 }, 'ArrowRight')).toEqual({ column: 2, card: 0 });
    expect(moveOn(counts, { column: 2, card: 0 }, 'ArrowRight')).toBeNull();
    expect(moveOn(counts, { column: 0, card: 0 }, 'Enter')).toBeNull();
  });
});
