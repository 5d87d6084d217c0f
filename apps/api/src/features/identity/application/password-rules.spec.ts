import { describe, expect, it } from '@jest/globals';
import { passwordFault } from './password-rules.js';

const faultOf = (password: string, username = 'liwen'): string | null =>
  passwordFault(password, username, { minLength: 10 })?.code ?? null;

describe('password rules', () => {
  it.each(['Correct-Horse-7', 'Qinghe-2026', '青禾县的天空很蓝1号', 'kq7mzp02ta', 'sunny caizheng garden 3'])(
    'take %s',
    (password) => expect(faultOf(password)).toBeNull(),
  );

  it('count characters, not bytes, and name the least', () => {
    expect(passwordFault('财政局绩效股１', 'li', { minLength: 8 })).toEqual({
      code: 'password-length',
      params: { minimum: 8, maximum: 256 },
    });
    expect(faultOf('Short-1')).toBe('password-length');
    expect(faultOf(`A${'1'.repeat(256)}`)).toBe('password-length');
  });

  it('refuse the username in any case, and one kind of characters only', () => {
    expect(faultOf('my-LiWen-99')).toBe('password-contains-username');
    expect(faultOf('onlysmallletters')).toBe('password-too-plain');
    expect(faultOf('12345678901')).toBe('password-too-plain');
  });

  it.each([
    'Admin@123456',
    'password123!',
    'P@ssw0rd2026',
    'caizheng2026',
    'Caizhengju@1',
    'jixiao123456',
    'a123456789',
    'abc1234567',
    'qwerty12345',
    '1qaz2wsx3edc',
    '1q2w3e4r5t!!',
    'woaini1314520',
    'yusuan#2026',
    '2026caizheng',
  ])('refuse %s, which is tried first', (password) => expect(faultOf(password)).toBe('password-common'));
});
