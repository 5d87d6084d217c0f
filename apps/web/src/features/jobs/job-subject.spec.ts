import { describe, expect, it } from '@jest/globals';
import { subjectOf } from './job-subject.js';

const round = { id: 'r1', year: 2023, month: 6 };

describe('what a job is about', () => {
  it('is a round, or a project in one', () => {
    expect(subjectOf('r1', [round])).toEqual({ round, projectId: null });
    expect(subjectOf('r1 p1', [round])).toEqual({ round, projectId: 'p1' });
  });

  it('is unknown for a key of another kind', () => {
    expect(subjectOf('', [round])).toEqual({ round: null, projectId: null });
    expect(subjectOf('x y', [round])).toEqual({ round: null, projectId: null });
  });
});
