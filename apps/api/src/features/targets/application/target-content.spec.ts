import { describe, it, expect } from '@jest/globals';
import { contentHash, type TargetContent } from './target-content.js';

const content: TargetContent = {
  initialBudgetFen: 50_000_000,
  fiscalFundsFen: 50_000_000,
  otherFundsFen: null,
  purpose: '保障审判',
  goals: ['目标1'],
  schedule: [{ month: 12, percent: 100 }],
  sourceAt: 'line 10',
  indicators: [
    {
      level1: '产出指标',
      level2: '数量指标',
      name: '案件数',
      description: null,
      rawValue: '≥100件',
      operator: 'gte',
      number: 100,
      unit: '件',
      dueDate: null,
      gate: null,
      operatorPrinted: true,
      direction: 'atLeast',
      directionInferred: false,
      basis: null,
      kind: 'cumulative',
      assessedFrom: 1,
      weight: null,
      corrected: [],
      sourceAt: 'line 20',
    },
  ],
};

const withIndicator = (change: Partial<TargetContent['indicators'][number]>): TargetContent => ({
  ...content,
  indicators: content.indicators.map((indicator) => ({ ...indicator, ...change })),
});

describe('fingerprint of a target', () => {
  it('is the same where only the place in the document or an inference differs', () => {
    const moved: TargetContent = {
      ...content,
      sourceAt: 'line 11',
      indicators: content.indicators.map((each) => ({ ...each, sourceAt: 'line 21', kind: 'level' as const })),
    };
    expect(contentHash(moved)).toBe(contentHash(content));
  });

  it.each([
    ['budget', { initialBudgetFen: 1 }],
    ['schedule', { schedule: null }],
    ['goals', { goals: [] }],
    ['indicators', { indicators: [] }],
  ])('differs where the %s differs', (_field, change) => {
    expect(contentHash({ ...content, ...change })).not.toBe(contentHash(content));
  });

  it('is what earlier releases computed, where there is neither weight nor correction', () => {
    expect(contentHash(content)).toBe('f50eac9ca7a81af141fdaa8bfa4b25300699a71e76a9b5804577339113788c4e');
  });

  it.each([
    ['a weight', { weight: 10 }],
    ['a correction', { corrected: ['number' as const], number: 120 }],
    ['the mark of a correction that keeps the value', { corrected: ['number' as const] }],
  ])('differs by %s', (_what, change) => {
    expect(contentHash(withIndicator(change))).not.toBe(contentHash(content));
  });

  it('knows what a corrected field says, in whatever order the corrections were made', () => {
    const corrected = withIndicator({ corrected: ['number', 'unit'], number: 120 });
    expect(contentHash(withIndicator({ corrected: ['unit', 'number'], number: 120 }))).toBe(contentHash(corrected));
    expect(contentHash(withIndicator({ corrected: ['number', 'unit'], number: 130 }))).not.toBe(contentHash(corrected));
  });

  it('tells a missing amount from zero', () => {
    expect(contentHash({ ...content, otherFundsFen: 0 })).not.toBe(contentHash(content));
  });
});
