import { describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/runtime/ids.js';
import { digestOf, isSecretOf, newSecret, parseToken, tokenText } from './token-text.js';

describe('token text', () => {
  it('is taken apart as it was put together, whatever characters the secret has', () => {
    for (let turn = 0; turn < 200; turn += 1) {
      const token = { id: newId(), secret: newSecret() };
      expect(parseToken(tokenText(token))).toEqual(token);
    }
  });

  it.each(['', 'jxt_', 'jxt_1_2', `jxt_${newId()}`, ` ${tokenText({ id: newId(), secret: newSecret() })}`])(
    '%j is none',
    (text) => expect(parseToken(text)).toBeNull(),
  );

  it('has a secret of 256 random bits, of which the digest alone is compared', () => {
    const secret = newSecret();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(newSecret()).not.toBe(secret);
    expect(isSecretOf(digestOf(secret), secret)).toBe(true);
    expect(isSecretOf(digestOf(secret), newSecret())).toBe(false);
  });
});
