import { describe, expect, it } from '@jest/globals';
import { responseTimes } from './response-times.js';

describe('working days to the answer', () => {
  it('have a median and a mean over all answers, however they are gathered', () => {
    const gathered = [
      { days: 9, answers: 1 },
      { days: 1, answers: 2 },
      { days: 3, answers: 1 },
    ];
    expect(responseTimes(gathered)).toEqual({ medianDays: 2, meanDays: 3.5 });
    expect(responseTimes([...gathered, { days: 9, answers: 1 }])).toEqual({ medianDays: 3, meanDays: 4.6 });
  });

  it('are unknown where nothing was answered', () => {
    expect(responseTimes([])).toEqual({ medianDays: null, meanDays: null });
  });
});
