import { describe, expect, it } from '@jest/globals';
import { listOrder, MAX_GAP } from './list-order.js';

describe('The order of the list of a round', () => {
  it('has the worst light first, then what is furthest behind its plan, and what has no plan last', () => {
    const inOrder = [
      { lightRank: 0, gapToPlan: -MAX_GAP },
      { lightRank: 0, gapToPlan: -1250 },
      { lightRank: 0, gapToPlan: 0 },
      { lightRank: 0, gapToPlan: MAX_GAP },
      { lightRank: 0, gapToPlan: null },
      { lightRank: 1, gapToPlan: -MAX_GAP },
      { lightRank: 4, gapToPlan: null },
    ];
    const orders = inOrder.map(listOrder);
    expect([...orders].sort((a, b) => a - b)).toEqual(orders);
    expect(new Set(orders).size).toBe(orders.length);
    expect(orders.every(Number.isSafeInteger)).toBe(true);
  });
});
