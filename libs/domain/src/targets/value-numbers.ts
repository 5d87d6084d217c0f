import { isKnownUnit, isStateUnit } from './units.js';
import { OPERATOR_SOURCE } from './value-operators.js';

/** Regular-expression source of a number as printed: thousands commas or none, decimals. */
export const NUMBER_SOURCE = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?(?!\\d|\\.\\d)';

/** Beyond 15 digits a number is no target but a code or a slip. */
const MAX_DIGITS = 15;

/** The number that a matched text prints, commas dropped; null where it is too long to be one. */
export function numberOf(printed: string): number | null {
  const plain = printed.replaceAll(',', '');
  return plain.replace(/\D/g, '').length > MAX_DIGITS ? null : Number(plain);
}

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'零一二三四五六七八九']
    .map((digit, value) => [digit, value])
    .concat([
      ['〇', 0],
      ['两', 2],
    ]),
);
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const CHINESE_NUMBER = '[零〇一二两三四五六七八九十百千]+';

/** `三` → 3, `十二` → 12, `一百二十` → 120. */
function chineseNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const scale = SCALES[character];
    if (scale === undefined) {
      digit = DIGITS[character] ?? 0;
      continue;
    }
    total += (digit === 0 ? 1 : digit) * scale;
    digit = 0;
  }
  return total + digit;
}

const PERCENT_WORDS = new RegExp(`百分之(${CHINESE_NUMBER}|\\d+(?:\\.\\d+)?)`, 'g');
const COUNT_WORDS = new RegExp(`^(${OPERATOR_SOURCE})?(${CHINESE_NUMBER})([\\p{L}]{1,4}?)(以上|以下|以内|之内)?$`, 'u');

const DAY_WORDS =
  /^(?:([〇零一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})(?=[日号]))?(?=[日号底末份上中下旬之以前完成]*$)/;

/** `二〇二三年十二月底前` → `2023年12月底前`; other texts as they are. */
function withDateDigits(text: string): string {
  return text.replace(DAY_WORDS, (_, year: string | undefined, month: string, day: string | undefined) => {
    const years = year ? `${[...year].map((digit) => DIGITS[digit] ?? digit).join('')}年` : '';
    return `${years}${chineseNumber(month)}月${day ? chineseNumber(day) : ''}`;
  });
}

/**
 * Arabic digits for a number in words, only where the whole text is one: `百分之九十以上` → `90%以上`, `不少于三次` → `不少于3次`.
 * So for a day: `十二月底前` → `12月底前`. `三级等保` stays words; `零` alone is the number 0.
 */
export function withArabicDigits(text: string): string {
  if (/^[零〇]$/.test(text)) return '0';
  const percents = withDateDigits(text).replace(PERCENT_WORDS, (_, amount: string) => {
    return `${/\d/.test(amount) ? amount : chineseNumber(amount)}%`;
  });
  const match = COUNT_WORDS.exec(percents);
  if (!match) return percents;
  const [, operator = '', amount = '', unit = '', suffix = ''] = match;
  return isKnownUnit(unit) && !isStateUnit(unit) ? `${operator}${chineseNumber(amount)}${unit}${suffix}` : percents;
}
