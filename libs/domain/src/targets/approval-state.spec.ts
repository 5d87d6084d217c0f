import { describe, expect, it } from '@jest/globals';
import { permissionsForApproval, takeApprovalStep } from './approval-state.js';

describe('The approval of targets before the year (审核, 批复)', () => {
  it('leads from draft over the review to the approval, which may also come at once', () => {
    expect(takeApprovalStep('draft', 'review')).toEqual({ ok: true, value: 'reviewed' });
    expect(takeApprovalStep('reviewed', 'approve')).toEqual({ ok: true, value: 'approved' });
    expect(takeApprovalStep('draft', 'approve')).toEqual({ ok: true, value: 'approved' });
  });

  it('returns a draft by either, what was reviewed by finance alone, and what is approved by nobody', () => {
    expect(permissionsForApproval('draft', 'return')).toEqual(['targets.review', 'targets.approve']);
    expect(permissionsForApproval('reviewed', 'return')).toEqual(['targets.approve']);
    expect(permissionsForApproval('approved', 'return')).toEqual([]);
    const error = { code: 'approval-step-refused', params: { state: 'approved', step: 'return' } };
    expect(takeApprovalStep('approved', 'return')).toEqual({ ok: false, error });
  });
});
