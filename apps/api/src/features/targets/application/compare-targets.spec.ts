import { describe, it, expect } from '@jest/globals';
import { compareIdentity, compareTargets } from './compare-targets.js';
import type { TargetContent } from './target-content.js';

type Indicator = TargetContent['indicators'][number];

const indicator = (name: string, rawValue = '≥90%'): Indicator => ({
  level1: '产出指标',
  level2: '质量指标',
  name,
  description: null,
  rawValue,
  operator: 'gte',
  number: 90,
  unit: '%',
  dueDate: null,
  gate: null,
  operatorPrinted: true,
  direction: 'atLeast',
  directionInferred: false,
  basis: null,
  kind: 'level',
  assessedFrom: 1,
  weight: null,
  corrected: [],
  sourceAt: null,
});
const content = (change: Partial<TargetContent> = {}): TargetContent => ({
  initialBudgetFen: 50_000_000,
  fiscalFundsFen: 50_000_000,
  otherFundsFen: null,
  purpose: null,
  goals: ['甲'],
  schedule: [
    { month: 6, percent: 50 },
    { month: 12, percent: 100 },
  ],
  indicators: [indicator('结案率'), indicator('满意度')],
  sourceAt: null,
  ...change,
});

describe('differences between the stored target and a document', () => {
  it('are none where the document says the same', () => {
    expect(compareTargets(content(), content())).toEqual([]);
  });

  it('name money, schedule and goals as a person reads them', () => {
    const after = content({ initialBudgetFen: 60_000_000, schedule: null, goals: [] });
    expect(compareTargets(content(), after)).toEqual([
      { field: 'budget', before: '50.00 万元', after: '60.00 万元' },
      { field: 'schedule', before: '6月底 50% / 12月底 100%', after: null },
      { field: 'goals', before: '甲', after: null },
    ]);
  });

  it('name changed, new and removed indicators', () => {
    const after = content({ indicators: [indicator('结案率', '≥95%'), indicator('新指标')] });
    expect(compareTargets(content(), after).map(({ field, before, after: now }) => [field, before, now])).toEqual([
      ['indicator: 结案率', '产出指标 · 质量指标 · ≥90%', '产出指标 · 质量指标 · ≥95%'],
      ['indicator: 新指标', null, '产出指标 · 质量指标 · ≥90%'],
      ['indicator: 满意度', '产出指标 · 质量指标 · ≥90%', null],
    ]);
  });

  it('name the weight and what a person corrected', () => {
    const [first, second] = content().indicators;
    if (first === undefined || second === undefined) throw new Error('two indicators');
    const weighted = { ...first, weight: 22.5 };
    const corrected = {
      ...second,
      operator: 'lte' as const,
      direction: 'atMost' as const,
      unit: null,
      corrected: ['direction' as const, 'operator' as const, 'unit' as const],
    };
    expect(compareTargets(content(), content({ indicators: [weighted, corrected] })).map(({ after }) => after)).toEqual(
      ['产出指标 · 质量指标 · ≥90% · 权重 22.5', '产出指标 · 质量指标 · ≥90% · 更正 比较 ≤、计量单位 无、方向 不高于'],
    );
  });

  it('name another name or code of the project', () => {
    expect(compareIdentity({ name: '甲', code: null }, { name: '乙', code: null })).toEqual([
      { field: 'name', before: '甲', after: '乙' },
    ]);
    expect(compareIdentity({ name: '甲', code: null }, { name: '甲', code: 'C' })).toEqual([
      { field: 'code', before: null, after: 'C' },
    ]);
  });

  it('say so where only the order changed', () => {
    const after = content({ indicators: [indicator('满意度'), indicator('结案率')] });
    expect(compareTargets(content(), after)).toEqual([
      { field: 'order', before: '结案率、满意度', after: '满意度、结案率' },
    ]);
  });
});
