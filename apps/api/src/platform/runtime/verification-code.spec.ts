import { describe, expect, it } from '@jest/globals';
import { findVerificationCode, newVerificationCode, readVerificationCode } from './verification-code.js';

describe('verification code', () => {
  it('is three groups of four signs that no two papers share', () => {
    const codes = Array.from({ length: 1000 }, newVerificationCode);
    expect(new Set(codes).size).toBe(1000);
    for (const code of codes) expect(code).toMatch(/^[1-9A-HJKMNP-TV-Z]{4}(-[1-9A-HJKMNP-TV-Z]{4}){2}$/);
  });

  it('is read as it is typed', () => {
    const code = newVerificationCode();
    const typed = [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', '—')} `];
    typed.push(code.replaceAll('1', 'l'));
    for (const each of typed) expect(readVerificationCode(each)).toBe(code);
  });

  it('is none where signs are wrong, missing, too many or swapped', () => {
    for (const code of Array.from({ length: 200 }, newVerificationCode)) {
      const wrong = code.startsWith('2') ? `3${code.slice(1)}` : `2${code.slice(1)}`;
      expect(readVerificationCode(wrong)).toBeNull();
      const [first = '', second = ''] = code;
      const swapped = second + first + code.slice(2);
      if (first !== second) expect(readVerificationCode(swapped)).toBeNull();
      expect(readVerificationCode(code.slice(1))).toBeNull();
      expect(readVerificationCode(`${code}2`)).toBeNull();
    }
    expect(readVerificationCode('UUUU-UUUU-UUUU')).toBeNull();
    expect(readVerificationCode('')).toBeNull();
  });

  it('is found in a text', () => {
    const code = newVerificationCode();
    expect(findVerificationCode(`填报人：张三\n核验码 ${code}（2023）`)).toBe(code);
    expect(findVerificationCode('没有 1234')).toBeNull();
  });
});
