import { describe, expect, it } from '@jest/globals';
import { carryCorrections } from './carry-corrections.js';
import { contentHash, type IndicatorContent, type TargetContent } from './target-content.js';

const indicator = (change: Partial<IndicatorContent> = {}): IndicatorContent => ({
  level1: '产出指标',
  level2: '质量指标',
  name: '结案率',
  description: null,
  rawValue: '90百分比',
  operator: 'eq',
  number: 90,
  unit: '%',
  dueDate: null,
  gate: null,
  operatorPrinted: false,
  direction: 'atLeast',
  directionInferred: true,
  basis: null,
  kind: 'progressRate',
  assessedFrom: 1,
  weight: null,
  corrected: [],
  sourceAt: 'line 3',
  ...change,
});
const content = (...indicators: readonly IndicatorContent[]): TargetContent => ({
  initialBudgetFen: 1,
  fiscalFundsFen: null,
  otherFundsFen: null,
  purpose: null,
  goals: [],
  schedule: null,
  sourceAt: null,
  indicators,
});
const carried = (stored: readonly IndicatorContent[], next: readonly IndicatorContent[]): readonly IndicatorContent[] =>
  carryCorrections(content(...stored), content(...next)).indicators;

describe('corrections of a person', () => {
  const corrected = indicator({
    operator: 'lte',
    direction: 'atMost',
    directionInferred: false,
    kind: 'level',
    corrected: ['operator'],
  });

  it('stay where the document prints the value as before, with what followed from them', () => {
    expect(carried([corrected], [indicator({ sourceAt: 'line 9' })])).toEqual([{ ...corrected, sourceAt: 'line 9' }]);
  });

  it('make the same document the same target', () => {
    const [stored, again] = [content(corrected), carryCorrections(content(corrected), content(indicator()))];
    expect(contentHash(again)).toBe(contentHash(stored));
  });

  it('end with another printed value, which is read anew', () => {
    const next = indicator({ rawValue: '95百分比', number: 95 });
    expect(carried([corrected], [next])).toEqual([next]);
  });

  it('leave what is corrected in the document itself', () => {
    const next = indicator({ operator: 'gt', number: 91, corrected: ['operator', 'number'] });
    const old = indicator({ operator: 'lte', unit: '天', corrected: ['operator', 'unit'] });
    expect(carried([old], [next])).toEqual([{ ...next, unit: '天', corrected: ['operator', 'number', 'unit'] }]);
  });

  it('of a name find the indicator again that is printed under its own name', () => {
    const renamed = indicator({ name: '案件结案率', corrected: ['name'] });
    const other = indicator({ name: '满意度', rawValue: '80%' });
    expect(carried([renamed, other], [other, indicator()])).toEqual([other, renamed]);
  });

  it('of a name are given to none rather than to one of two', () => {
    const renamed = indicator({ name: '案件结案率', corrected: ['name'] });
    const next = [indicator({ name: '甲' }), indicator({ name: '乙' })];
    expect(carried([renamed], next)).toEqual(next);
  });

  it('change nothing where there are none', () => {
    const next = content(indicator({ kind: 'level' }));
    expect(carryCorrections(content(indicator()), next)).toBe(next);
  });
});
