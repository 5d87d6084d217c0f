import { describe, expect, it } from '@jest/globals';
import { subjectOf } from './job-subject.js';

const round = { id: 'r1', year: 2023, month: 6 };
const none = { round: null, projectId: null, uploadId: null };

describe('what a job is about', () => {
  it('is a round, or a project in one', () => {
    expect(subjectOf('r1', [round])).toEqual({ ...none, round });
    expect(subjectOf('r1 p1', [round])).toEqual({ ...none, round, projectId: 'p1' });
    expect(subjectOf('r1 @finance', [round])).toEqual({ ...none, round });
    expect(subjectOf(`r1 ${'0a'.repeat(16)}`, [round])).toEqual({ ...none, round });
  });

  it('is an upload of files', () => {
    expect(subjectOf('upload u1', [round])).toEqual({ ...none, uploadId: 'u1' });
  });

  it('is unknown for a key of another kind', () => {
    expect(subjectOf('', [round])).toEqual(none);
    expect(subjectOf('x y', [round])).toEqual(none);
  });
});
