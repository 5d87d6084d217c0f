import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { DomainError } from '../runtime/domain-error.js';
import { fieldMessages } from './messages.js';
import { validated } from './validation.js';

const Schema = z.strictObject({
  name: z.string().min(1).max(5),
  count: z.int().min(0).max(9).optional(),
  day: z.iso.date().optional(),
  kind: z.enum(['a', 'b']).optional(),
  list: z
    .array(z.object({ share: z.number().multipleOf(1) }))
    .max(2)
    .optional(),
});

const faultsOf = (value: unknown): unknown => {
  try {
    validated(Schema, value);
    return [];
  } catch (error) {
    return (error as DomainError).issues;
  }
};

describe('validation', () => {
  it.each<[unknown, unknown]>([
    [{}, { path: 'name', code: 'required' }],
    [{ name: null }, { path: 'name', code: 'required' }],
    [{ name: '' }, { path: 'name', code: 'required' }],
    [{ name: 7 }, { path: 'name', code: 'wrong-type' }],
    [{ name: 'longer' }, { path: 'name', code: 'too-long', params: { maximum: 5 } }],
    [
      { name: 'x', count: -1 },
      { path: 'count', code: 'too-small', params: { minimum: 0 } },
    ],
    [
      { name: 'x', count: 1e20 },
      { path: 'count', code: 'too-big', params: { maximum: 9 } },
    ],
    [
      { name: 'x', count: 1.5 },
      { path: 'count', code: 'not-whole' },
    ],
    [
      { name: 'x', day: '2023-02-30' },
      { path: 'day', code: 'wrong-format' },
    ],
    [
      { name: 'x', kind: 'c' },
      { path: 'kind', code: 'not-one-of', params: { values: 'a, b' } },
    ],
    [
      { name: 'x', list: [{ share: 1.5 }] },
      { path: 'list.0.share', code: 'not-whole' },
    ],
    [{ name: 'x', list: [{}, {}, {}] }, expect.anything()],
    [
      { name: 'x', extra: 1 },
      { path: '', code: 'unknown-field', params: { keys: 'extra' } },
    ],
  ])('finds the fault of %j', (value, fault) => {
    const faults = faultsOf(value) as { code: string }[];
    expect(faults).toContainEqual(fault);
    for (const { code } of faults) expect(Object.keys(fieldMessages)).toContain(code);
  });

  it('lists at most a hundred faults', () => {
    const many = z.array(z.int());
    expect(() =>
      validated(
        many,
        Array.from({ length: 500 }, () => 'x'),
      ),
    ).toThrow(DomainError);
    try {
      validated(
        many,
        Array.from({ length: 500 }, () => 'x'),
      );
    } catch (error) {
      expect((error as DomainError).issues).toHaveLength(100);
    }
  });
});
