import { describe, expect, it } from '@jest/globals';
import { tellsRecovery } from './alert-recovery.js';

const facts = { forecastPercent: 90, light: 'green' } as const;
const reported = { isReported: true, isSameRound: false };

describe('whether a round tells that a rule holds no longer (R27, R28)', () => {
  it('it does where everything due was reported', () => {
    expect(tellsRecovery('spend-lagging', facts, reported)).toBe(true);
    expect(tellsRecovery('spend-lagging', facts, { ...reported, isReported: false })).toBe(false);
  });

  it('a forecast has to be there, and a light that judges', () => {
    expect(tellsRecovery('forecast-below', { ...facts, forecastPercent: null }, reported)).toBe(false);
    expect(tellsRecovery('forecast-below', facts, reported)).toBe(true);
    expect(tellsRecovery('worsening', { ...facts, light: 'grey' }, reported)).toBe(false);
    expect(tellsRecovery('worsening', facts, reported)).toBe(true);
  });

  it('nobody is late any more where a deadline was moved, which the next round does not tell', () => {
    const blank = { isReported: false, isSameRound: true };
    expect(tellsRecovery('not-reported', facts, blank)).toBe(true);
    expect(tellsRecovery('not-reported', facts, { ...blank, isSameRound: false })).toBe(false);
  });
});
