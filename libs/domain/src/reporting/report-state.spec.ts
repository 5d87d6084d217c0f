import { describe, expect, it } from '@jest/globals';
import {
  isEditable,
  permissionsForStep,
  REPORT_STATES,
  REPORT_STEPS,
  takeStep,
  type ReportState,
} from './report-state.js';

const after = (state: ReportState, ...steps: (typeof REPORT_STEPS)[number][]): ReportState =>
  steps.reduce<ReportState>((current, step) => {
    const next = takeStep(current, step);
    if (!next.ok) throw new Error(`${step} from ${current}: ${next.error.code}`);
    return next.value;
  }, state);

describe('R27 states of a report', () => {
  it('goes from draft over the unit and finance to locked', () => {
    expect(after('draft', 'submit', 'approve', 'accept', 'lock')).toBe('locked');
  });

  it('comes back from every reader and goes the whole way again', () => {
    expect(after('draft', 'submit', 'return', 'submit', 'approve', 'return', 'submit', 'approve', 'accept')).toBe(
      'accepted',
    );
    expect(after('accepted', 'return')).toBe('returned');
  });

  it('cannot skip a reader', () => {
    expect(takeStep('draft', 'approve')).toEqual({
      ok: false,
      error: { code: 'report-step-refused', params: { state: 'draft', step: 'approve' } },
    });
    expect(takeStep('submitted', 'accept').ok).toBe(false);
    expect(takeStep('unitApproved', 'lock').ok).toBe(false);
    expect(takeStep('returned', 'approve').ok).toBe(false);
  });

  it('is taken back only before somebody has checked it', () => {
    expect(after('submitted', 'withdraw')).toBe('draft');
    expect(takeStep('unitApproved', 'withdraw').ok).toBe(false);
  });

  it('can be changed only while the unit has it', () => {
    expect(REPORT_STATES.filter(isEditable)).toEqual(['draft', 'returned']);
  });

  it('lets the unit’s reviewer return what finance has not accepted, and finance what the unit has approved', () => {
    expect(permissionsForStep('submitted', 'return')).toEqual(['reports.approve']);
    expect(permissionsForStep('unitApproved', 'return')).toEqual(['reports.approve', 'reports.accept']);
    expect(permissionsForStep('accepted', 'return')).toEqual(['reports.accept']);
    expect(permissionsForStep('locked', 'return')).toEqual([]);
  });

  it('leaves a locked state only by being reopened', () => {
    expect(REPORT_STEPS.filter((step) => takeStep('locked', step).ok)).toEqual(['reopen']);
    expect(after('locked', 'reopen', 'submit', 'approve', 'accept', 'lock')).toBe('locked');
  });
});
