import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CHAIN_START, chainedHash } from './chained-hash.js';

describe('hash of a row in a chain', () => {
  it('is the SHA-256 of a JSON array, which anybody can compute again', () => {
    const text = `["${CHAIN_START}",1,"甲",null]`;
    expect(chainedHash(CHAIN_START, [1, '甲', null])).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('differs with the row before, with every value, and with the place of a value', () => {
    const hashes = [
      chainedHash(CHAIN_START, ['a', 'b', null]),
      chainedHash('f'.repeat(64), ['a', 'b', null]),
      chainedHash(CHAIN_START, ['a', 'c', null]),
      chainedHash(CHAIN_START, ['ab', '', null]),
      chainedHash(CHAIN_START, ['a', null, 'b']),
      chainedHash(CHAIN_START, ['a', 'b', 'null']),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
