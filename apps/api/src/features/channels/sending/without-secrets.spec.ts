import { describe, expect, it } from '@jest/globals';
import { withoutSecrets } from './without-secrets.js';

describe('what a receiver answered', () => {
  const url = 'https://robot.example/cgi-bin/webhook/send?key=6932-aa-bb';

  it('is kept without the secret in whatever form it comes back', () => {
    const forms = ['p@ss wörd', encodeURIComponent('p@ss wörd'), Buffer.from('p@ss wörd').toString('base64')];
    const signIn = Buffer.from('\0jixiao\0p@ss wörd').toString('base64');
    expect(withoutSecrets(signIn, ['p@ss wörd'])).toMatch(/^AGppeGlhbwB?[^]{0,2}\*\*\*/);
    for (const form of forms) expect(withoutSecrets(`535 no ${form}`, ['p@ss wörd'])).toMatch(/^535 no \*{3}.{0,4}$/);
  });

  it('is kept without the parts of an address that is secret', () => {
    expect(withoutSecrets(`no ${url}`, [url])).toBe('no ***');
    expect(withoutSecrets('invalid key 6932-aa-bb', [url])).toBe('invalid key ***');
    const feishu = 'https://open.feishu.cn/open-apis/bot/v2/hook/0123456789abcdef0';
    expect(withoutSecrets('no hook 0123456789abcdef0', [feishu])).toBe('no hook ***');
  });

  it('is one line, and not a long one', () => {
    expect(withoutSecrets('550 no\r\n550 such user', [undefined])).toBe('550 no 550 such user');
    expect(withoutSecrets('x'.repeat(1000), [])).toHaveLength(200);
  });
});
