import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../runtime/domain-error.js';
import { describeFailure, failureOf } from './job-errors.js';

describe('what the ledger keeps of a failure', () => {
  it('is the code and the figures of a refusal', () => {
    expect(describeFailure(new DomainError('round-locked', { month: 6 }))).toBe('round-locked month=6');
  });

  it('is one line of an error, never its stack', () => {
    expect(describeFailure(new TypeError('no such thing\n    at file.ts:1'))).toBe('TypeError: no such thing');
    expect(describeFailure(new Error('x'.repeat(5000)))).toHaveLength(1000);
    expect(describeFailure('thrown text')).toBe('unknown error');
  });

  it('is the code of a database error, never its statement or data', () => {
    const error = Object.assign(new Error("Duplicate entry '张三' for key 'x'"), {
      driverError: { code: 'ER_DUP_ENTRY' },
    });
    expect(describeFailure(error)).toBe('database error ER_DUP_ENTRY');
  });

  it('is a refusal with its figures and at most a hundred of its faults, to be worded for a reader', () => {
    const issues = Array.from({ length: 150 }, (_, row) => ({ path: `rows.${row}`, code: 'required' }));
    const kept = failureOf(new DomainError('rows-refused', { count: 150 }, issues));
    expect(kept).toEqual({ code: 'rows-refused', params: { count: 150 }, issues: issues.slice(0, 100) });
    expect(failureOf(new Error('boom'))).toBeNull();
  });
});
