import type { IndicatorContent, TargetContent, TargetToSave } from '../../apps/api/src/features/targets/index.js';

/** An indicator as a document prints it: `≥90%` of the quality, judged as a level. */
export const indicatorDraft = (name: string, change: Partial<IndicatorContent> = {}): IndicatorContent => ({
  level1: '产出指标',
  level2: '质量指标',
  name,
  description: null,
  rawValue: '≥90%',
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
  sourceAt: 'line 12',
  ...change,
});

export const contentDraft = (change: Partial<TargetContent> = {}): TargetContent => ({
  initialBudgetFen: 50_000_000,
  fiscalFundsFen: 50_000_000,
  otherFundsFen: null,
  purpose: '保障日常工作',
  goals: ['目标1'],
  schedule: [
    { month: 6, percent: 50 },
    { month: 12, percent: 100 },
  ],
  indicators: [indicatorDraft('结案率'), indicatorDraft('满意度')],
  sourceAt: 'line 1',
  ...change,
});

/** A project that is not stored yet. */
export const newTarget = (
  place: Pick<TargetToSave, 'year' | 'organisationId'>,
  name: string,
  change: Partial<TargetContent> = {},
): TargetToSave => ({ ...place, code: null, name, content: contentDraft(change), stored: null });
