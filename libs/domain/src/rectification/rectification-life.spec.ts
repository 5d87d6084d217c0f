import { describe, expect, it } from '@jest/globals';
import {
  isRectificationOver,
  permissionForRectificationStep,
  RECTIFICATION_STATES,
  RECTIFICATION_STEPS,
  takeRectificationStep,
  type RectificationState,
  type RectificationStep,
} from './rectification-life.js';

const after = (state: RectificationState, step: RectificationStep): RectificationState | string => {
  const next = takeRectificationStep(state, step);
  return next.ok ? next.value : next.error.code;
};

describe('R27: a rectification', () => {
  it('goes from measures over evidence to acceptance, which does not end it', () => {
    expect(after('drafting', 'start')).toBe('underWay');
    expect(after('underWay', 'note')).toBe('underWay');
    expect(after('underWay', 'submit')).toBe('submitted');
    expect(after('submitted', 'return')).toBe('underWay');
    expect(after('submitted', 'accept')).toBe('accepted');
    expect(isRectificationOver('accepted')).toBe(false);
  });

  it('is waived by nobody but finance, in writing, until it is over', () => {
    for (const state of ['drafting', 'underWay', 'submitted', 'accepted'] as const) {
      expect(after(state, 'waive')).toBe('waived');
    }
    expect(permissionForRectificationStep('waive')).toBe('alerts.decide');
  });

  it('is over once', () => {
    for (const state of RECTIFICATION_STATES.filter(isRectificationOver)) {
      for (const step of RECTIFICATION_STEPS) expect(after(state, step)).toBe('rectification-step-refused');
    }
  });

  it('is accepted by others than those who put right', () => {
    expect(permissionForRectificationStep('submit')).toBe('rectifications.write');
    expect(permissionForRectificationStep('accept')).toBe('rectifications.review');
    expect(after('underWay', 'accept')).toBe('rectification-step-refused');
  });
});
