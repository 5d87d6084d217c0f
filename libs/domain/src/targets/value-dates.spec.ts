import { describe, it, expect } from '@jest/globals';
import { parseTargetValue } from './value-parser.js';

/** `operator number unit`, or the day or the operator alone where there is no number. */
function read(text: string, context: { name?: string; year?: number } = {}): string {
  const { operator, number, unit, dueDate } = parseTargetValue(text, context);
  return [operator, number ?? dueDate ?? '', unit ?? ''].join(' ').trim();
}

const warnings = (text: string, context = {}) => parseTargetValue(text, context).warnings.map(({ code }) => code);

describe('R16: dates', () => {
  it.each([
    ['2023年12月31日', '2023-12-31'],
    ['2021年12月31日前', '2021-12-31'],
    ['２０２３年１２月３１日之前完成', '2023-12-31'],
    ['截止2023年12月', '2023-12-31'],
    ['2023年12月', '2023-12-31'],
    ['2023年10月前', '2023-09-30'],
    ['2023年1月前', '2022-12-31'],
    ['2023年10月底前', '2023-10-31'],
    ['2024年2月', '2024-02-29'],
    ['2023.12.31', '2023-12-31'],
    ['2023-6-5', '2023-06-05'],
    ['2023/12/31', '2023-12-31'],
    ['20231231', '2023-12-31'],
    ['≤2023年12月31日', '2023-12-31'],
    ['2023年1月1日-2023年12月31日', '2023-12-31'],
    ['2023年1月-12月', '2023-12-31'],
    ['2023年底前', '2023-12-31'],
    ['2023年前', '2022-12-31'],
    ['2023年', '2023-12-31'],
    ['2023年第三季度', '2023-09-30'],
    ['2023年上半年', '2023-06-30'],
    ['2023年6月中旬', '2023-06-20'],
    ['2023年1-12月', '2023-12-31'],
    ['二〇二三年十二月三十一日', '2023-12-31'],
    ['23年12月底', '2023-12-31'],
  ])('%s is due %s', (text, expected) => {
    expect(read(text)).toBe(`date ${expected}`);
  });

  it.each([
    ['12月底前', '2022-12-31'],
    ['10月前', '2022-09-30'],
    ['6月30日前', '2022-06-30'],
    ['12月份', '2022-12-31'],
    ['年底前完成', '2022-12-31'],
    ['三季度末', '2022-09-30'],
    ['1-12月', '2022-12-31'],
    ['1至6月', '2022-06-30'],
    ['十二月底前', '2022-12-31'],
    ['次年3月底前', '2023-03-31'],
  ])('%s takes the year from its context: %s', (text, expected) => {
    expect(read(text, { year: 2022 })).toBe(`date ${expected}`);
    expect([read(text), ...warnings(text)]).toEqual(['date', 'date-without-year']);
  });

  it('44,561 in a date column is an Excel serial, elsewhere a number', () => {
    expect(read('44,561', { name: '完成时限' })).toBe('date 2021-12-31');
    expect(read('44561', { name: '完成时间' })).toBe('date 2021-12-31');
    expect(read('44,561', { name: '审理案件数' })).toBe('eq 44561');
    expect(read('44,561')).toBe('eq 44561');
    expect(read('2023', { name: '完成时限' })).toBe('date 2023-12-31');
  });

  it('a day that does not exist is a date without a day, with a warning', () => {
    expect([read('2023年2月30日'), ...warnings('2023年2月30日')]).toEqual(['date', 'date-impossible']);
  });

  it('a day within a sentence counts where the sentence states nothing else', () => {
    expect(read('2023年12月31日前完成100%')).toBe('date 2023-12-31');
    expect(warnings('2023年12月31日前完成100%')).toEqual(['value-says-more']);
    expect(read('2023年案件结案率≥90%')).toBe('gte 90 %');
  });

  it.each(['1年', '12个月', '24月', '3-5个月', '18-24月', '3年内', '30日内', '≥6年'])(
    '%s is a duration, not a date',
    (text) => {
      expect(parseTargetValue(text, { year: 2023 }).operator).not.toBe('date');
    },
  );
});
