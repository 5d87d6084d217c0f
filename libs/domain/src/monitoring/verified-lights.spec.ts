import { describe, expect, it } from '@jest/globals';
import { sampleIndicator, sampleProject } from '../testing/assessment-samples.js';
import { assessVerified } from './verified-lights.js';

describe('Verified figures', () => {
  it('give lights beside the reported ones: 92 % reported, 85 % found of ≥90 %', () => {
    const input = sampleProject({ indicators: [sampleIndicator({}, 92)] });
    const found = assessVerified(input, {
      expenditureFen: null,
      answers: new Map([['indicator-1', { type: 'value', value: 85 }]]),
    });
    expect(found).toMatchObject({ light: 'red', goals: { light: 'red' }, spend: { executionRate: 50 } });
  });

  it('leave what was not verified as reported', () => {
    const input = sampleProject({ indicators: [sampleIndicator({}, 92)] });
    const found = assessVerified(input, { expenditureFen: 47_160_000, answers: new Map() });
    expect(found).toMatchObject({ spend: { executionRate: 20, light: 'red' }, goals: { light: 'green' } });
  });
});
