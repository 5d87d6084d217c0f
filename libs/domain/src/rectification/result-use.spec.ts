import { describe, expect, it } from '@jest/globals';
import { MEASURE_KINDS, MEASURE_STEPS, takeMeasureStep, takesMoney } from './budget-measure.js';
import { takeNamingStep } from './named-unit.js';

describe('结果应用: a measure', () => {
  it('is proposed, decided and carried out, in this order', () => {
    for (const kind of MEASURE_KINDS) {
      expect(takeMeasureStep(kind, 'proposed', 'approve')).toEqual({ ok: true, value: 'approved' });
      expect(takeMeasureStep(kind, 'approved', 'post')).toEqual({ ok: true, value: 'posted' });
      expect(takeMeasureStep(kind, 'proposed', 'post').ok).toBe(false);
      expect(takeMeasureStep(kind, 'approved', 'withdraw').ok).toBe(false);
    }
  });

  it('takes money unless it only suspends, and only what suspends is lifted', () => {
    expect(MEASURE_KINDS.filter(takesMoney)).toEqual(['recover', 'reduce', 'pool']);
    expect(takeMeasureStep('suspend', 'posted', 'lift')).toEqual({ ok: true, value: 'lifted' });
    expect(takeMeasureStep('reduce', 'posted', 'lift')).toEqual({
      ok: false,
      error: { code: 'measure-step-refused', params: { state: 'posted', step: 'lift' } },
    });
  });

  it('is decided once', () => {
    for (const state of ['rejected', 'withdrawn', 'lifted'] as const) {
      for (const step of MEASURE_STEPS) expect(takeMeasureStep('reduce', state, step).ok).toBe(false);
    }
  });
});

describe('通报 and 约谈', () => {
  it('are held after they were approved', () => {
    expect(takeNamingStep('proposed', 'approve')).toEqual({ ok: true, value: 'approved' });
    expect(takeNamingStep('approved', 'hold')).toEqual({ ok: true, value: 'held' });
    expect(takeNamingStep('proposed', 'hold')).toEqual({
      ok: false,
      error: { code: 'naming-step-refused', params: { state: 'proposed', step: 'hold' } },
    });
    expect(takeNamingStep('held', 'withdraw').ok).toBe(false);
  });
});
