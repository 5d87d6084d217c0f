import { describe, expect, it } from '@jest/globals';
import { apiErrorOf, isCode, isTransient, networkError } from './problem.js';

describe('refusals', () => {
  it('keeps the code and the figures of the server', () => {
    const error = apiErrorOf(409, { code: 'report-changed', message: '…', params: { version: 2 } });
    expect(error.code).toBe('report-changed');
    expect(error.problem.params).toEqual({ version: 2 });
    expect(isCode(error, 'round-locked', 'report-changed')).toBe(true);
  });

  it('makes something of an answer that is no Problem', () => {
    expect(apiErrorOf(502, '<html>').code).toBe('unavailable');
    expect(apiErrorOf(500, undefined).code).toBe('internal');
    expect(apiErrorOf(418, null).code).toBe('http-418');
  });

  it('tells what may succeed later from what will not', () => {
    expect(isTransient(networkError())).toBe(true);
    expect(isTransient(apiErrorOf(503, { code: 'busy', message: '' }))).toBe(true);
    expect(isTransient(apiErrorOf(409, { code: 'round-locked', message: '' }))).toBe(false);
    expect(isTransient(new Error('a bug'))).toBe(false);
  });
});
