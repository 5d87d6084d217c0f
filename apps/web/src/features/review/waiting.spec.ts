import { describe, expect, it } from '@jest/globals';
import type { ReviewItem } from './review.api.js';
import { nextAfter, takersOf, waitedFor } from './waiting.js';

const item = (projectId: string, changes: Partial<ReviewItem> = {}): ReviewItem =>
  ({ projectId, status: 'submitted', refusal: null, ...changes }) as ReviewItem;

describe('what a reviewer may do with the chosen reports', () => {
  const own = item('own', { refusal: { code: 'self-approval-refused', message: '' } });
  const chosen = [item('handed in'), item('approved', { status: 'unitApproved' }), own];
  const names = (step: 'approve' | 'accept' | 'return') => takersOf(chosen, step).map(({ projectId }) => projectId);

  it('approves what was handed in, but not his own, and accepts what was approved', () => {
    expect(names('approve')).toEqual(['handed in']);
    expect(names('accept')).toEqual(['approved']);
  });

  it('returns all of them', () => {
    expect(names('return')).toEqual(['handed in', 'approved', 'own']);
  });
});

describe('how long a report has been waiting', () => {
  const now = Date.parse('2026-10-10T12:00:00.000Z');
  it.each([
    ['2026-10-10T11:30:00.000Z', { unit: 'hour', n: 0 }],
    ['2026-10-09T13:00:00.000Z', { unit: 'hour', n: 23 }],
    ['2026-10-09T12:00:00.000Z', { unit: 'day', n: 1 }],
    ['2026-10-01T12:00:00.000Z', { unit: 'day', n: 9 }],
    ['2026-10-10T12:05:00.000Z', { unit: 'hour', n: 0 }],
  ] as const)('since %s', (since, expected) => {
    expect(waitedFor(since, now)).toEqual(expected);
  });
});

describe('the report after the one that left', () => {
  const queue = [item('a'), item('b'), item('c')];
  it('is the next below, and after the last one the one above', () => {
    expect(nextAfter(queue, 'a')).toBe('b');
    expect(nextAfter(queue, 'c')).toBe('b');
    expect(nextAfter([item('a')], 'a')).toBeNull();
  });
});
