import { describe, expect, it } from '@jest/globals';
import { CHANGE_STATES, CHANGE_STEPS, permissionForChangeStep, takeChangeStep } from './change-state.js';

describe('R17: a proposed change of targets', () => {
  it('is decided by finance, with or without the review of the department', () => {
    expect(takeChangeStep('proposed', 'review')).toEqual({ ok: true, value: 'reviewed' });
    for (const from of ['proposed', 'reviewed'] as const) {
      expect(takeChangeStep(from, 'approve')).toEqual({ ok: true, value: 'approved' });
      expect(takeChangeStep(from, 'reject')).toEqual({ ok: true, value: 'rejected' });
      expect(takeChangeStep(from, 'withdraw')).toEqual({ ok: true, value: 'withdrawn' });
    }
    expect(CHANGE_STEPS.map(permissionForChangeStep)).toEqual([
      'targets.review',
      'targets.approve',
      'targets.approve',
      'targets.propose',
    ]);
  });

  it('is decided once', () => {
    for (const state of CHANGE_STATES.filter((each) => each !== 'proposed' && each !== 'reviewed')) {
      for (const step of CHANGE_STEPS) {
        const error = { code: 'change-step-refused', params: { state, step } };
        expect(takeChangeStep(state, step)).toEqual({ ok: false, error });
      }
    }
    expect(takeChangeStep('reviewed', 'review').ok).toBe(false);
  });
});
