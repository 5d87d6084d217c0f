import { describe, expect, it } from '@jest/globals';
import { dueState } from './due-state.js';
import { permissionsForSupervisionStep, supervisionStepNeedsText, takeSupervisionStep } from './supervision.js';

describe('督办: what a leader wants done', () => {
  it('is reported by the unit, and returned or closed by who wants it', () => {
    expect(takeSupervisionStep('open', 'report')).toEqual({ ok: true, value: 'reported' });
    expect(takeSupervisionStep('reported', 'return')).toEqual({ ok: true, value: 'open' });
    expect(takeSupervisionStep('reported', 'close')).toEqual({ ok: true, value: 'closed' });
    expect(takeSupervisionStep('open', 'extend')).toEqual({ ok: true, value: 'open' });
    expect(permissionsForSupervisionStep('report')).toEqual(['rectifications.write']);
    expect(permissionsForSupervisionStep('close')).toEqual(['comments.write', 'alerts.decide']);
  });

  it('is closed without a report only with an explanation, and never again', () => {
    expect(supervisionStepNeedsText('close', 'open')).toBe(true);
    expect(supervisionStepNeedsText('close', 'reported')).toBe(false);
    expect(takeSupervisionStep('closed', 'report').ok).toBe(false);
  });
});

describe('a deadline', () => {
  const calendar = { off: new Set(['2026-10-01', '2026-10-02']), worked: new Set<string>() };

  it('is near from three working days before, holidays left out, and past from the day after', () => {
    expect(dueState('2026-10-06', '2026-09-29', calendar)).toBe('soon');
    expect(dueState('2026-10-07', '2026-09-29', calendar)).toBe('inTime');
    expect(dueState('2026-09-29', '2026-09-29', calendar)).toBe('soon');
    expect(dueState('2026-09-28', '2026-09-29', calendar)).toBe('overdue');
    expect(dueState(null, '2026-09-29', calendar)).toBe('none');
  });
});
