import { describe, expect, it } from '@jest/globals';
import { newId } from './ids.js';

describe('new ids', () => {
  it('are UUIDs of version 7 that sort by creation', () => {
    const ids = Array.from({ length: 1_000 }, newId);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(1_000);
  });
});
