import { describe, expect, it } from '@jest/globals';
import { chinaToday, isWritable, mayEdit, mayStep, reaches } from './may-edit.js';

const TODAY = '2023-07-20';
const open = { roundStatus: 'open' as const, reopening: null };
const locked = { roundStatus: 'locked' as const, reopening: null };
const reopened = (indicatorId: string | null, expiresOn = TODAY) => ({
  roundStatus: 'locked' as const,
  reopening: { id: 'r', indicatorId, reason: '有误', expiresOn, openedBy: 'finance' },
});

describe('what may be edited of a report', () => {
  it('is everything of a draft and of a returned report while the round is open', () => {
    expect(mayEdit({ ...open, status: 'draft' }, true, TODAY)).toEqual({ kind: 'all' });
    expect(mayEdit({ ...open, status: 'returned' }, true, TODAY)).toEqual({ kind: 'all' });
    expect(mayEdit({ ...open, status: 'submitted' }, true, TODAY)).toEqual({ kind: 'none' });
  });

  it('is nothing for who only reads, and nothing of a locked round', () => {
    expect(mayEdit({ ...open, status: 'draft' }, false, TODAY)).toEqual({ kind: 'none' });
    expect(mayEdit({ ...locked, status: 'draft' }, true, TODAY)).toEqual({ kind: 'none' });
    expect(mayEdit({ roundStatus: 'notOpen', reopening: null, status: 'draft' }, true, TODAY)).toEqual({
      kind: 'none',
    });
  });

  it('is what was reopened of a locked round, until the end of its last day', () => {
    expect(mayEdit({ ...reopened(null), status: 'returned' }, true, TODAY)).toEqual({ kind: 'all' });
    const scope = mayEdit({ ...reopened('a'), status: 'returned' }, true, TODAY);
    expect(scope).toEqual({ kind: 'indicator', indicatorId: 'a' });
    expect([reaches(scope, 'a'), reaches(scope, 'b'), reaches(scope, null)]).toEqual([true, false, false]);
    expect(mayEdit({ ...reopened(null, '2023-07-19'), status: 'returned' }, true, TODAY)).toEqual({ kind: 'none' });
    expect(isWritable(reopened('a'), TODAY)).toBe(true);
  });

  it('is handed in and withdrawn by who may, in an open round and in what was reopened of a locked one', () => {
    const clerk = (permission: string): boolean => permission === 'reports.submit';
    expect(mayStep({ ...open, status: 'draft' }, 'submit', clerk, TODAY)).toBe(true);
    expect(mayStep({ ...open, status: 'draft' }, 'withdraw', clerk, TODAY)).toBe(false);
    expect(mayStep({ ...open, status: 'submitted' }, 'withdraw', clerk, TODAY)).toBe(true);
    expect(mayStep({ ...open, status: 'submitted' }, 'approve', clerk, TODAY)).toBe(false);
    expect(mayStep({ ...locked, status: 'draft' }, 'submit', clerk, TODAY)).toBe(false);
    expect(mayStep({ ...reopened('a'), status: 'returned' }, 'submit', clerk, TODAY)).toBe(true);
    expect(mayStep({ ...reopened('a', '2023-07-19'), status: 'returned' }, 'submit', clerk, TODAY)).toBe(false);
  });

  it('goes by the day in China', () => {
    expect(chinaToday(Date.parse('2023-07-19T15:59:59Z'))).toBe('2023-07-19');
    expect(chinaToday(Date.parse('2023-07-19T16:00:00Z'))).toBe('2023-07-20');
  });
});
