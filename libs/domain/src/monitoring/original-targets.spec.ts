import { describe, expect, it } from '@jest/globals';
import { plan, sampleIndicator, sampleProject, sampleTarget } from '../testing/assessment-samples.js';
import { assessByOriginal, type OriginalTargets } from './original-targets.js';

const original = (...targets: readonly ReturnType<typeof sampleTarget>[]): OriginalTargets => ({
  schedule: plan(25, 50, 80, 100),
  indicators: targets.map((target, index) => ({ id: `indicator-${index + 1}`, target, directionConfirmed: false })),
});

describe('R27: the lights by the original targets', () => {
  it('are shown beside the present ones where a target was lowered: ≥90% became ≥80%, 85 reported', () => {
    const input = sampleProject({ indicators: [sampleIndicator({ rawValue: '≥80%', number: 80 }, 85)] });
    const found = assessByOriginal(input, original(sampleTarget()));
    expect(found).toMatchObject({
      lowered: [{ id: 'indicator-1', lowering: 'lower' }],
      planLowered: false,
      assessment: { light: 'red', goals: { light: 'red', indicators: [{ result: 85, light: 'red' }] } },
    });
  });

  it('are shown where the plan asks for less: 20 % in June became 50 %', () => {
    const spent = sampleProject({ schedule: plan(0, 20, 80, 100), expenditureFen: 47_160_000 });
    expect(assessByOriginal(spent, original())).toMatchObject({
      planLowered: true,
      assessment: { spend: { light: 'red', plannedRate: 50, executionRate: 20 } },
    });
  });

  it('leave what is no longer asked for without an answer, and an answer of another form aside', () => {
    const words = { operator: 'qualitative', kind: 'qualitative', number: null, unit: null, direction: null } as const;
    const input = sampleProject({
      indicators: [sampleIndicator(words, { type: 'outcome', outcome: 'met', text: null })],
    });
    const { assessment } = assessByOriginal(input, original(sampleTarget(), sampleTarget())) ?? {};
    expect(assessment?.goals.indicators.map(({ missing, light }) => [missing, light])).toEqual([
      ['answer', 'grey'],
      ['answer', 'grey'],
    ]);
  });

  it('are none where nothing was lowered', () => {
    const input = sampleProject({ indicators: [sampleIndicator({ rawValue: '≥95%', number: 95 }, 96)] });
    expect(assessByOriginal(input, original(sampleTarget()))).toBeNull();
  });
});
