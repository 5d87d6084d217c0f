import { expect, it } from '@jest/globals';
import { cellText } from './cell-text.js';

it('reads a cell by its kind, and none as a dash (R28)', () => {
  expect([
    cellText('wan', 1_500_000),
    cellText('points', -12.15),
    cellText('integer', 7),
    cellText('percent', null),
    cellText('text', ''),
    cellText('text', '甲'),
  ]).toEqual(['1.50', '−12.15', '7', '—', '—', '甲']);
});
