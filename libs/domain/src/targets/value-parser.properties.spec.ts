import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import type { TargetValue } from './target-types.js';
import { parseTargetValue } from './value-parser.js';

describe('the parser is total', () => {
  const pieces = fc.constantFrom(
    ...[
      '≥',
      '≦',
      '>',
      '=',
      '大于等于',
      '不超过',
      '以上',
      '以内',
      '达到',
      '90',
      '1,234',
      '0',
      '3.5',
      '２０２３年',
      '12月',
      '31日',
    ],
    ...[
      '前',
      '底',
      '%',
      '％',
      '百分比',
      '万元',
      '元/户',
      '天/个',
      '人',
      '次',
      '（套）',
      '完成率小于60%不得分',
      '三级等保',
      ' ',
      '，',
      '-',
    ],
  );
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
  );
  const contexts = fc.record({
    name: fc.option(fc.constantFrom('满意度(≥**%)', '完成时限', '预算控制数', '投诉率', '案件数(件)'), {
      nil: undefined,
    }),
    year: fc.option(fc.integer({ min: 2000, max: 2100 }), { nil: null }),
  });

  const isConsistent = (value: TargetValue): boolean => {
    if (value.operator === 'qualitative') return value.number === null && value.direction === null;
    if (value.operator === 'date') return value.number === null && value.direction === null && value.unit === null;
    return Number.isFinite(value.number) && value.direction !== null && value.dueDate === null;
  };

  it('gives a consistent value for any text, never NaN, and keeps the raw text', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const value = parseTargetValue(text, context);
        expect(isConsistent(value)).toBe(true);
        expect(
          text.includes(value.rawValue) || /bookmark|[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/i.test(text),
        ).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('full-width and half-width characters are one thing', () => {
    const wide = (text: string) =>
      text
        .replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
        .replaceAll(' ', '\u3000');
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const { rawValue: _, warnings: one, ...narrow } = parseTargetValue(text, context);
        const { rawValue: __, warnings: other, ...widened } = parseTargetValue(wide(text), context);
        expect(widened).toEqual(narrow);
        expect(other.map(({ code }) => code)).toEqual(one.map(({ code }) => code));
      }),
      { numRuns: 1000 },
    );
  });

  it('reading the raw text again gives the same', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const value = parseTargetValue(text, context);
        expect(parseTargetValue(value.rawValue, context)).toEqual(value);
      }),
    );
  });

  it('a printed number, operator and unit come back as they are', () => {
    const operators = fc.constantFrom(
      ['≥', 'gte'],
      ['>=', 'gte'],
      ['≤', 'lte'],
      ['>', 'gt'],
      ['＜', 'lt'],
      ['不少于', 'gte'],
    );
    const units = fc.constantFrom('件', '人次', '%', '万元', '天/个', '元/户', '年', '张/册');
    const numbers = fc.integer({ min: 0, max: 1e9 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(operators, numbers, units, ([sign, operator], number, unit) => {
        expect(parseTargetValue(`${sign}${number}${unit}`)).toMatchObject({ operator, number, unit, warnings: [] });
      }),
    );
  });

  it('long or hostile texts are read in time that grows with their length only', () => {
    for (const part of ['1', '≥', '1,', '天/', '完成率', '2023年', '[bookmark:', '((', '含', '完成1%']) {
      const value = parseTargetValue(part.repeat(50_000), { name: part.repeat(10_000), year: 2023 });
      expect(isConsistent(value)).toBe(true);
    }
  }, 5_000);
});
