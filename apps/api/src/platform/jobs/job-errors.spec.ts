import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../runtime/domain-error.js';
import { describeFailure } from './job-errors.js';

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
});
