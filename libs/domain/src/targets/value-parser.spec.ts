import { describe, it, expect } from '@jest/globals';
import { parseTargetValue } from './value-parser.js';

/** `operator number unit`, or the day or the operator alone where there is no number. */
function read(text: string, context: { name?: string; year?: number } = {}): string {
  const { operator, number, unit, dueDate } = parseTargetValue(text, context);
  return [operator, number ?? dueDate ?? '', unit ?? ''].join(' ').trim();
}

const warnings = (text: string, context = {}) => parseTargetValue(text, context).warnings.map(({ code }) => code);

describe('R16: operators and units', () => {
  it.each([
    ['≥80百分比', 'gte 80 %'],
    ['≧90%', 'gte 90 %'],
    ['>90%', 'gt 90 %'],
    ['>=5000', 'gte 5000'],
    ['大于等于90%', 'gte 90 %'],
    ['90%以上', 'gte 90 %'],
    ['不低于90%', 'gte 90 %'],
    ['不少于6次', 'gte 6 次'],
    ['达到90%', 'gte 90 %'],
    ['不超过100万元', 'lte 100 万元'],
    ['100人以内', 'lte 100 人'],
    ['48天/个', 'eq 48 天/个'],
    ['20元/户', 'eq 20 元/户'],
    ['≥50000张/册', 'gte 50000 张/册'],
    ['≤2h', 'lte 2 h'],
    ['≤10分钟', 'lte 10 分钟'],
    ['<5', 'lt 5'],
    ['=100%', 'eq 100 %'],
    ['1090个', 'eq 1090 个'],
    ['0起', 'eq 0 起'],
    ['17万元', 'eq 17 万元'],
    ['1年', 'eq 1 年'],
    ['≥6年', 'gte 6 年'],
  ])('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['＞＝５０００', 'gte 5000'],
    ['＞ ＝ 5000件', 'gte 5000 件'],
    ['≥ ９０ ％', 'gte 90 %'],
    ['＜５％', 'lt 5 %'],
    ['﹥90﹪', 'gt 90 %'],
    ['=>90%', 'gte 90 %'],
    ['≮90%', 'gte 90 %'],
    ['≦2%', 'lte 2 %'],
    ['≥27,000件', 'gte 27000 件'],
    ['２７，０００件', 'eq 27000 件'],
    ['1,234,567.5元', 'eq 1234567.5 元'],
    ['[bookmark: _GoBack]≥95%', 'gte 95 %'],
    ['≥9[bookmark: x]5%', 'gte 95 %'],
    ['≥99.99%', 'gte 99.99 %'],
    ['≤-3%', 'lte -3 %'],
    ['〈5%', 'lt 5 %'],
    ['〉90％', 'gt 90 %'],
  ])('full-width, ASCII, commas and bookmark noise: %s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['不小于90%', 'gte 90 %'],
    ['不得低于90%', 'gte 90 %'],
    ['至少3次', 'gte 3 次'],
    ['小于等于5%', 'lte 5 %'],
    ['不高于5%', 'lte 5 %'],
    ['不多于5起', 'lte 5 起'],
    ['控制在100万元以内', 'lte 100 万元'],
    ['控制在90%以上', 'gte 90 %'],
    ['5%以下', 'lte 5 %'],
    ['3天之内', 'lte 3 天'],
    ['5个工作日内', 'lte 5 个工作日'],
    ['2小时内响应', 'lte 2 小时'],
    ['大于90%', 'gt 90 %'],
    ['超过90%', 'gt 90 %'],
    ['小于5起', 'lt 5 起'],
    ['不足3%', 'lt 3 %'],
    ['等于100%', 'eq 100 %'],
    ['90%(含)以上', 'gte 90 %'],
    ['3次及以上', 'gte 3 次'],
    ['百分之九十以上', 'gte 90 %'],
    ['百分之百', 'eq 100 %'],
    ['不少于三次', 'gte 3 次'],
    ['十二次', 'eq 12 次'],
    ['大于等于90%为优秀', 'gte 90 %'],
    ['案件结案率≧90%', 'gte 90 %'],
    ['案件判决数占审判案件总数的比例大于等于90%为优秀', 'gte 90 %'],
    ['达到50起', 'gte 50 起'],
    ['完成率100%', 'eq 100 %'],
    ['全年组织宣传活动6次', 'eq 6 次'],
  ])('Chinese wording: %s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['≥1.5万户', 'gte 1.5 万户'],
    ['≥2台（套）', 'gte 2 台(套)'],
    ['17万元（含税）', 'eq 17 万元'],
    ['≥100人次', 'gte 100 人次'],
    ['≥100人/次', 'gte 100 人/次'],
    ['300元/人/月', 'eq 300 元/人/月'],
    ['10元/人·天', 'eq 10 元/人·天'],
    ['≤10元/人•天', 'lte 10 元/人·天'],
    ['48 天 / 个', 'eq 48 天/个'],
    ['PM2.5≤35μg/m3', 'lte 35 μg/m3'],
    ['≥500㎡', 'gte 500 ㎡'],
    ['≥5个百分点', 'gte 5 个百分点'],
    ['≤3‰', 'lte 3 ‰'],
    ['≥3标段', 'gte 3 标段'],
    ['每月≥1次', 'gte 1 次/月'],
    ['1000余人', 'eq 1000 人'],
    ['12个月', 'eq 12 个月'],
  ])('units: %s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('keeps whether an operator is printed: =100% is explicit, 100% is not', () => {
    const printed = ['=100%', '100%', '≥100%', '100%以上', '达到100%'];
    expect(printed.map((text) => parseTargetValue(text).operatorPrinted)).toEqual([true, false, true, true, true]);
  });

  it('an operator and a unit in the name go with a bare number', () => {
    expect(read('90', { name: '满意度（≥**%）' })).toBe('gte 90 %');
    expect(read('100', { name: '培训人数（人）' })).toBe('eq 100 人');
    expect(read('≤5', { name: '满意度(≥**%)' })).toBe('lte 5 %');
    expect(read('5%', { name: '差错（≤**%）' })).toBe('lte 5 %');
    expect(read('3天', { name: '差错（≤**%）' })).toBe('eq 3 天');
  });

  it('零 alone is the number 0, words that only hold it are words', () => {
    expect([read('零'), read('〇'), read('零起')]).toEqual(['eq 0', 'eq 0', 'eq 0 起']);
    expect([read('零投诉'), read('无'), read('一')]).toEqual(['qualitative', 'qualitative', 'qualitative']);
  });

  it('warns of a missing unit, a range, a second number, an unreadable number, an empty value', () => {
    expect(warnings('≥95')).toEqual(['unit-missing']);
    expect(warnings('≥95%')).toEqual([]);
    expect([read('80%-90%'), ...warnings('80%-90%')]).toEqual(['gte 80 %', 'value-is-range']);
    expect([read('3至5天'), ...warnings('3至5天')]).toEqual(['lte 5 天', 'value-is-range']);
    expect(warnings('≥80%，≤100%')).toEqual(['value-says-more']);
    expect(warnings('≥')).toEqual(['value-unreadable']);
    expect(warnings('≥99999999999999999999')).toEqual(['value-unreadable']);
    expect([read(''), ...warnings('')]).toEqual(['qualitative', 'value-missing']);
    expect(warnings('————')).toEqual(['value-missing']);
  });
});

describe('R16: a scoring rule glued to the value', () => {
  it('≥95 with 完成率小于60%不得分: no unit, gate 60, "unit missing"', () => {
    const {
      operator,
      number,
      unit,
      gate,
      warnings: given,
    } = parseTargetValue('≥95全年完成数/计划数，完成率小于60%不得分，其余按完成率计分');
    expect({ operator, number, unit, gate }).toEqual({ operator: 'gte', number: 95, unit: null, gate: 60 });
    expect(given.map(({ code }) => code)).toEqual(['unit-missing']);
  });

  it.each([
    ['≥95完成率小于60%不得分', null, 60],
    ['≥95项目完成率低于60％的，不得分', null, 60],
    ['≥20个完成率<60%得0分', '个', 60],
    ['≥95%，完成率60%以下不得分', '%', 60],
    ['≥95%', '%', null],
  ])('%s has unit %p and gate %p', (text, unit, gate) => {
    const value = parseTargetValue(text);
    expect([value.operator, value.unit, value.gate]).toEqual(['gte', unit, gate]);
  });
});

describe('R16: qualitative values', () => {
  it.each([
    ...['是', '充分保障', '不断提高', '保障工作正常开展', '三级等保', '3级等保', 'GB50016', '按GB50016执行', '等保2.0'],
    ...['24小时值班', '7×24小时', '12345热线', '5A级景区', '第1名', '前3名', '一次性', '每月1次', '万无一失'],
    ...['年末考核优秀', '2022年度绩效考核优秀', '365天不间断', '零投诉', '1:1'],
  ])('%s is qualitative, also where a digit stands inside words', (text) => {
    expect(parseTargetValue(text, { year: 2023 })).toEqual({
      rawValue: text,
      operator: 'qualitative',
      number: null,
      unit: null,
      dueDate: null,
      gate: null,
      operatorPrinted: false,
      direction: null,
      directionInferred: false,
      warnings: [],
    });
  });
});

describe('R17b: direction', () => {
  const direction = (text: string, name?: string) => {
    const value = parseTargetValue(text, { name });
    return `${value.direction}${value.directionInferred ? ' inferred' : ''}`;
  };

  it.each([
    ['0起', undefined, 'atMost inferred'],
    ['20元/户', undefined, 'atMost inferred'],
    ['48天/个', '平均审理天数', 'atMost inferred'],
    ['17万元', undefined, 'atMost inferred'],
    ['100百分比', '预算控制数', 'atMost inferred'],
    ['100%', '项目超支率', 'atMost inferred'],
    ['2%', '投诉率', 'atMost inferred'],
    ['2%', '发回重审率', 'atMost inferred'],
    ['1%', '差错率', 'atMost inferred'],
    ['1090个', undefined, 'atLeast inferred'],
    ['100%', '工作完成率', 'atLeast inferred'],
    ['1年', '运维年限', 'atLeast inferred'],
    ['100%', '及时维修率', 'atLeast inferred'],
    ['5000张/册', undefined, 'atLeast inferred'],
    ['10%', '成本节约率', 'atLeast inferred'],
    ['10%', '投诉率下降幅度', 'atLeast inferred'],
  ])('%s under %p is %s', (text, name, expected) => {
    expect(direction(text, name)).toBe(expected);
  });

  it('a printed operator decides; an explicit = is judged as ≥, but a target of none is a ceiling (R19, R34)', () => {
    expect(direction('≥90%', '受援群众投诉率')).toBe('atLeast');
    expect(direction('≤100%', '工作完成率')).toBe('atMost');
    expect(direction('=100%', '预算控制数')).toBe('atLeast');
    expect(direction('=0起', '安全事故')).toBe('atMost');
    expect(direction('5%以内')).toBe('atMost');
  });
});

describe('R16: what a person reads differently from its first figure', () => {
  it.each(['≥1/3', '1/3以上', '不低于2/3', '1/3年', '三分之一以上', '≥1:3', '±5%', '5±1', '1e5', '10^4', '24/7'])(
    '%s is no plain number: qualitative, with a warning',
    (text) => {
      expect(read(text, { year: 2024 })).toBe('qualitative');
      expect(warnings(text, { year: 2024 })).toEqual(['value-unreadable']);
    },
  );

  it.each([
    ['6月底前完成80%', 'date 2024-06-30'],
    ['2023年6月底前完成80%以上', 'date 2023-06-30'],
    ['10月前拨付80%', 'date 2024-09-30'],
    ['第三季度完成60%', 'date 2024-09-30'],
    ['上半年完成50%', 'date 2024-06-30'],
    ['6月底前培训5次', 'date 2024-06-30'],
  ])('%s is due with that part of the year, and the figure is pointed out', (text, expected) => {
    expect(read(text, { year: 2024 })).toBe(expected);
    expect(warnings(text, { year: 2024 })).toEqual(['value-says-more']);
  });

  it.each([
    ['年底前完成100%', 'eq 100 %'],
    ['12月底前支付率≥95%', 'gte 95 %'],
  ])('%s is a target of the year', (text, expected) => {
    expect(read(text, { year: 2024 })).toBe(expected);
  });

  it('12.31 is a day before 前 or under the name of one, else a number without unit', () => {
    expect(read('12.31前', { year: 2024 })).toBe('date 2024-12-31');
    expect(read('12.31', { year: 2024, name: '项目完成时间' })).toBe('date 2024-12-31');
    expect(warnings('12.31', { name: '项目完成时间' })).toEqual(['date-without-year']);
    expect(read('12.31', { year: 2024, name: '响应时间' })).toBe('eq 12.31');
    expect(warnings('12.31', { year: 2024 })).toEqual(['unit-missing']);
    expect(read('13.45', { year: 2024, name: '完成时间' })).toBe('eq 13.45');
    expect(read('1.5', { year: 2024, name: '完成时间' })).toBe('eq 1.5');
  });
});
