import { describe, it, expect } from '@jest/globals';
import { exact } from '../kernel/exact.js';
import { MAX_FEN } from '../kernel/money.js';
import { fenOf, fenOfEstimate } from './forecast-money.js';

describe('R45: forecasts in whole 分', () => {
  it.each([
    [0.5, 1],
    [-0.5, -1],
    [2.49, 2],
    [-0.2, 0],
    [1e30, MAX_FEN],
    [-1e30, -MAX_FEN],
  ])('%p is %i', (amount, fen) => {
    expect(fenOf(exact(amount))).toBe(fen);
    expect(fenOfEstimate(amount)).toBe(fen);
  });
});
