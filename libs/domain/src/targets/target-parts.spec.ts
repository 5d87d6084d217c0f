import { describe, expect, it } from '@jest/globals';
import { joinTarget, type TargetParts } from './target-parts.js';

const join = (parts: Partial<TargetParts>, year = 2024) =>
  joinTarget({ name: '指标', value: '', operator: '', measure: '', direction: '', ...parts }, { year });
const read = (parts: Partial<TargetParts>): string => {
  const { rawValue, operator, number, unit, dueDate } = join(parts).value;
  return [rawValue, operator, number ?? dueDate ?? '', unit ?? ''].join(' ').trim();
};
const codes = (parts: Partial<TargetParts>): string[] => join(parts).value.warnings.map(({ code }) => code);

describe('R16: a target in columns of its own', () => {
  it.each([
    [{ operator: '大于等于', value: '90', measure: '%' }, '大于等于90% gte 90 %'],
    [{ operator: '≥', value: '5,000', measure: '卷' }, '≥5,000卷 gte 5000 卷'],
    [{ operator: '>=', value: '90', measure: '百分比' }, '>=90百分比 gte 90 %'],
    [{ operator: '小于等于', value: '2', measure: '小时' }, '小于等于2小时 lte 2 小时'],
    [{ operator: '不低于', value: '３', measure: '次/月' }, '不低于３次/月 gte 3 次/月'],
    [{ operator: '等于', value: '100', measure: '%' }, '等于100% eq 100 %'],
    [{ operator: '≥（大于等于）', value: '90', measure: '%' }, '≥90% gte 90 %'],
    [{ operator: '', value: '12', measure: '台（套）' }, '12台（套） eq 12 台(套)'],
    [{ operator: '≥', value: '90%', measure: '%' }, '≥90% gte 90 %'],
    [{ operator: '≥', value: '≥90', measure: '%' }, '≥90% gte 90 %'],
    [{ operator: '≥', value: '90', measure: '/' }, '≥90 gte 90'],
    [{ operator: '=', value: '2024', measure: '年' }, '=2024年 date 2024-12-31'],
    [{ operator: '≤', value: '6', measure: '月底前' }, '≤6月底前 date 2024-06-30'],
    [{ operator: '≤', value: '12', measure: '月' }, '≤12月 lte 12 月'],
    [{ operator: '定性', value: '明显提高', measure: '' }, '明显提高 qualitative'],
    [{ operator: '=', value: '优良', measure: '' }, '优良 qualitative'],
  ])('%j → %s', (parts, expected) => {
    expect(read(parts)).toBe(expected);
    expect(codes(parts).filter((code) => code !== 'unit-missing')).toEqual([]);
  });

  it.each([
    [{ operator: '≤', value: '≥90', measure: '%' }, 'gte', 'operator-contradicts-value'],
    [{ operator: '≥', value: '90%', measure: '件' }, 'gte', 'unit-contradicts-value'],
    [{ operator: '大约', value: '90', measure: '%' }, 'eq', 'operator-unreadable'],
    [{ operator: '≥', value: '90', measure: '%', direction: '朝上' }, 'gte', 'direction-unreadable'],
    [{ operator: '≥', value: '90', measure: '%', direction: '反向' }, 'gte', 'direction-contradicts-operator'],
    [{ operator: '≥', value: '90', measure: '%', direction: '定性' }, 'qualitative', 'qualitative-with-number'],
    [{ operator: '≥', value: '0.95', measure: '%' }, 'gte', 'fraction-of-percent'],
  ])('%j: never guessed about in silence', (parts, operator, code) => {
    expect(join(parts).value.operator).toBe(operator);
    expect(codes(parts)).toEqual([code]);
  });
});

describe('R16: an operator or a value that is none', () => {
  it.each([
    [{ operator: '≥', value: '优良' }, '≥优良 qualitative'],
    [{ operator: '大于等于', value: '优良', measure: '级' }, '大于等于优良 qualitative'],
  ])('%j keeps the operator and says that it has no number', (parts, expected) => {
    expect(read(parts)).toBe(expected);
    expect(codes(parts)).toEqual(['operator-without-number']);
  });

  it.each(['#N/A', '#REF!', '#DIV/0!', '#VALUE!', '#NAME?', '#NUM!', '＃N/A'])(
    '%s is an error of the spreadsheet, with and without parts',
    (value) => {
      expect(codes({ value })).toEqual(['value-is-error']);
      expect(codes({ operator: '≥', value, measure: '%' })).toEqual(['value-is-error']);
    },
  );

  it('reads a compact day beside an operator, but no quantity as one', () => {
    expect(read({ name: '完成时间', operator: '≤', value: '20251031' })).toBe('≤20251031 date 2025-10-31');
    expect(read({ name: '完成时间', operator: '≤', value: '45' })).toBe('≤45 lte 45');
  });
});

describe('R17b: a direction that is printed', () => {
  it.each([
    ['正向', 'atLeast'],
    ['反向', 'atMost'],
    ['逆向指标', 'atMost'],
    ['越小越好', 'atMost'],
  ])('%s is %s and not inferred, whatever the name suggests', (direction, expected) => {
    expect(join({ name: '单位成本', value: '20', measure: '元/户', direction }).value).toMatchObject({
      operator: 'eq',
      number: 20,
      direction: expected,
      directionInferred: false,
    });
  });

  it('may stand in the column of operators; 定量 says nothing', () => {
    expect(join({ value: '20', measure: '次', operator: '反向' }).value).toMatchObject({
      operator: 'eq',
      direction: 'atMost',
    });
    expect(join({ value: '20', measure: '次', direction: '定量' }).value).toMatchObject({ directionInferred: true });
  });

  it('without one the unit beside the number counts: 20 | 元/户 is a ceiling', () => {
    expect(join({ value: '20', measure: '元/户' }).value).toMatchObject({
      direction: 'atMost',
      directionInferred: true,
    });
  });
});

describe('§11: operator and unit inside the name', () => {
  it.each([
    ['群众满意度(≥**%)', '95', '群众满意度', '≥95%', 'gte', '%'],
    ['群众满意度（≥XX%）', '95%', '群众满意度', '≥95%', 'gte', '%'],
    ['办结时间（<=**天）', '10', '办结时间', '<=10天', 'lte', '天'],
    ['培训人次（＞＝　人次）', '300', '培训人次', '＞＝300人次', 'gte', '人次'],
  ])('%s with %s', (name, value, plainName, rawValue, operator, unit) => {
    const joined = join({ name, value });
    expect(joined.name).toBe(plainName);
    expect(joined.value).toMatchObject({ rawValue, operator, unit, operatorPrinted: true });
  });

  it('stays in the name where the value is no bare number', () => {
    expect(join({ name: '满意度(≥**%)', value: '较高' })).toMatchObject({
      name: '满意度(≥**%)',
      value: { operator: 'qualitative' },
    });
  });
});
