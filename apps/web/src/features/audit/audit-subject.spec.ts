import { describe, expect, it } from '@jest/globals';
import { subjectOf } from './audit-subject.js';

describe('what an audit entry is about', () => {
  it('is a project, a round, or a report on a project in a round', () => {
    expect(subjectOf('project/p1')).toEqual({ kind: 'project', period: null, projectId: 'p1' });
    expect(subjectOf('round/2026-9')).toEqual({ kind: 'round', period: { year: 2026, month: 9 }, projectId: null });
    expect(subjectOf('report/2026-12/p1')).toEqual({
      kind: 'report',
      period: { year: 2026, month: 12 },
      projectId: 'p1',
    });
  });

  it('is only a kind where there is nothing more to show', () => {
    expect(subjectOf('user/u1')).toEqual({ kind: 'user', period: null, projectId: null });
  });
});
