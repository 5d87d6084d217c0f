import { describe, expect, it } from '@jest/globals';
import { formatCodeOf, numberText } from './number-format.js';

const text = (value: number, code: string): string => numberText(value, code, false);

describe('the text of a number in a sheet', () => {
  it.each([
    [0.9, '0%', '90%'],
    [0.9, '0.00%', '90.00%'],
    [0.905, '0%', '90.5%'],
    [0.29, '0%', '29%'],
    [1 / 3, '0.0%', '33.3%'],
    [12, 'General', '12'],
    [0.1 + 0.2, 'General', '0.3'],
    [12.340000000000002, '0.00', '12.34'],
    [1234567.5, '#,##0', '1234567.5'],
    [1234567.5, '#,##0.00_ ', '1234567.50'],
    [100 / 3, '0.00', '33.33'],
    [17, '000', '017'],
    [13028322500001, 'General', '13028322500001'],
    [0.0000001, 'General', '0.0000001'],
    [1.5e22, 'General', '15000000000000000000000'],
    [-5, '#,##0;[Red](#,##0)', '-5'],
    [0, '0;-0;"无"', '0'],
    [0, '0.00', '0.00'],
    [30, '0"人次"', '30人次'],
    [0.9, '"≥"0%', '≥90%'],
    [5, '≥0', '≥5'],
    [50, 'General"元"', '50元'],
    [50, '[$¥-804]#,##0.00', '50.00'],
    [7, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '7'],
    [12, '[>10]"多"0;0', '多12'],
    [3, '@', '3'],
  ])('%d in the format %s is %s', (value, code, shown) => expect(text(value, code)).toBe(shown));

  it.each([
    [45657, 'yyyy"年"m"月"d"日"', '2024年12月31日'],
    [45657, formatCodeOf(14, new Map()), '2024年12月31日'],
    [45657, formatCodeOf(57, new Map()), '2024年12月'],
    [45657, 'm"月"d"日"', '12月31日'],
    [45657, '[$-804]yyyy/m/d dddd', '2024年12月31日'],
    [45657.604166, 'yyyy-mm-dd hh:mm', '2024年12月31日 14:30'],
    [0.604166, 'h:mm AM/PM', '14:30'],
    [1.5, '[h]:mm', '36:00'],
    [59, 'yyyy/m/d', '1900年2月28日'],
    [-3, 'yyyy/m/d', '-3'],
    [4e9, 'yyyy/m/d', '4000000000'],
  ])('day %d in the format %s is %s', (value, code, shown) => expect(text(value, code)).toBe(shown));

  it('counts days from 1904 where the workbook does', () => {
    expect(numberText(44195, 'yyyy/m/d', true)).toBe('2024年12月31日');
  });

  it('gives a text for any format', () => {
    for (const code of ['', ';;;', '0.0.0', '"', '\\', '[', '# ?/?', '0E+00', '#,##0.0,"千"', '"";""', '[>x]0', '%%']) {
      for (const value of [0, -1.5, 1e300, 0.25]) expect(typeof text(value, code)).toBe('string');
    }
  });
});
