import { describe, expect, it } from '@jest/globals';
import { localeOf, MessageCatalogue } from './message-catalogue.js';

describe('message catalogue', () => {
  const catalogue = new MessageCatalogue(
    { full: { status: 409, zh: '已有 {count} 个', en: '{count} already' } },
    { remark: { zh: '提示', en: 'A remark' } },
  );

  it('puts the figures into the sentence of the language', () => {
    expect(catalogue.sentence({ code: 'full', params: { count: 3 } }, 'zh')).toBe('已有 3 个');
    expect(catalogue.sentence({ code: 'full', params: { count: 3 } }, 'en')).toBe('3 already');
    expect(catalogue.sentence({ code: 'full', params: { count: null } }, 'en')).toBe('— already');
  });

  it('writes days as people do, and quotes what they typed', () => {
    const late = new MessageCatalogue({ late: { zh: '“{text}”晚于 {closesOn}', en: '“{text}” is after {closesOn}' } });
    const params = { text: '2026-10-21', closesOn: '2026-10-20' };
    expect(late.sentence({ code: 'late', params }, 'zh')).toBe('“2026-10-21”晚于 2026年10月20日');
    expect(late.sentence({ code: 'late', params }, 'en')).toBe('“2026-10-21” is after 20 Oct 2026');
    expect(late.sentence({ code: 'late' }, 'en')).toBe('“—” is after —');
  });

  it('gives 422 to a refusal without a status of its own, and shows an unknown code as it is', () => {
    expect([catalogue.statusOf('full'), catalogue.statusOf('remark')]).toEqual([409, 422]);
    expect(catalogue.sentence({ code: 'never-heard-of' }, 'zh')).toBe('never-heard-of');
  });

  it('refuses a code with two meanings', () => {
    const message = { zh: '甲', en: 'a' };
    expect(() => new MessageCatalogue({ same: message }, { same: message })).toThrow('"same" is defined twice');
  });

  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['fr-FR,fr;q=0.9', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['fr, en;q=0.2, zh;q=0.7', 'zh'],
    ['en;q=0, zh;q=0.1', 'zh'],
    ['EN-us ; q=0.5', 'en'],
  ])('reads Accept-Language %p as %s', (header, locale) => {
    expect(localeOf(header)).toBe(locale);
  });
});
