import { describe, it, expect } from '@jest/globals';
import { lintCosts, lintIndicator, type LintedIndicator } from './lint.js';
import { parseTargetValue } from './value-parser.js';

const indicator = (level2: string, name: string, value: string): LintedIndicator => ({
  level2,
  name,
  value: parseTargetValue(value, { name }),
});
const codes = (level2: string, name: string, value: string) =>
  lintIndicator(indicator(level2, name, value)).map(({ code }) => code);
const wan = (amount: number) => amount * 1_000_000;

describe('R41: remarks on an indicator', () => {
  it.each([
    ['时效指标', '数据报送时限', '≥95百分比', 'percent-of-time'],
    ['时效指标', '宣传、活动完成时间', '≥90百分比', 'percent-of-time'],
    ['时效指标', '完成时限(%)', '100%', 'percent-of-time'],
    ['数量指标', '社区矫正人数(人）', '≤100人', 'met-by-doing-nothing'],
    ['数量指标', '审理案件数', '100件以内', 'met-by-doing-nothing'],
    ['成本指标', '预算执行率', '≥95%', 'execution-rate-counted-twice'],
    ['满意度指标', '受援群众投诉率', '≥90', 'direction-doubtful-at-least'],
    ['时效指标', '响应时间', '2小时', 'duration-without-operator'],
  ])('%s %s %s: %s', (level2, name, value, expected) => {
    expect(codes(level2, name, value)).toEqual([expected]);
  });

  it.each([
    ['数量指标', '社区矫正人数(人）', '≥100人'],
    ['数量指标', '安全事故起数', '0起'],
    ['成本指标', '聘用人数', '≤100人'],
    ['数量指标', '车辆购置', '≤2台'],
    ['时效指标', '完成时限', '2023年12月31日'],
    ['时效指标', '响应时间', '≤2小时'],
    ['质量指标', '社区矫正执法人员学习时间达标率', '≥90百分比'],
    ['质量指标', '人员经费执行率', '100%'],
    ['时效指标', '运维年限', '1年'],
  ])('%s %s %s: nothing', (level2, name, value) => {
    expect(codes(level2, name, value)).toEqual([]);
  });
});

describe('R42: costs against the budget', () => {
  const check = (budget: number | null, ...leaves: [string, string, string][]) =>
    lintCosts(
      leaves.map((leaf) => indicator(...leaf)),
      budget === null ? null : wan(budget),
    );

  it('17 + 10 = 27', () => {
    expect(check(27, ['成本指标', '设备', '≤17万元'], ['成本指标', '安装', '10万元'])).toEqual([]);
    expect(check(27, ['成本指标', '设备', '≤17万元'], ['成本指标', '安装', '100,000元'])).toEqual([]);
  });

  it('17 + 11 against 27 is a warning', () => {
    expect(check(27, ['成本指标', '设备', '≤17万元'], ['成本指标', '安装', '≤11万元'])).toEqual([
      { code: 'cost-not-budget', params: { costs: '28.00', budget: '27.00' } },
    ]);
  });

  it('20元/户 × 4.5万户 = 90万元', () => {
    const price: [string, string, string] = ['成本指标', '补助标准', '20元/户'];
    const households: [string, string, string] = ['数量指标', '补助户数', '≥4.5万户'];
    expect(check(90, price, households)).toEqual([]);
    expect(check(100, price, households, ['成本指标', '补助', '90万元'], ['成本指标', '管理', '10万元'])).toEqual([]);
    expect(check(80, price, households)).toEqual([
      { code: 'price-times-quantity-not-budget', params: { costs: '90.00', budget: '80.00' } },
    ]);
  });

  it('says nothing without cost leaves, without a budget, or where the quantity is not clear', () => {
    expect(check(27, ['数量指标', '设备', '≥2台'], ['成本指标', '预算控制数', '≤100%'])).toEqual([]);
    expect(check(null, ['成本指标', '设备', '≤17万元'])).toEqual([]);
    expect(check(80, ['成本指标', '标准', '20元/户'], ['数量指标', '一', '1户'], ['数量指标', '二', '2户'])).toEqual(
      [],
    );
  });
});
