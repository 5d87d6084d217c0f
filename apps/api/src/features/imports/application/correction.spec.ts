import { describe, expect, it } from '@jest/globals';
import { applyCorrection, mergePatches, type ProjectPatch } from './apply-correction.js';
import { correctionIssues, judgementIssues } from './check-correction.js';
import { recheckWarnings } from './recheck-warnings.js';
import type { StagedContent, StagedIndicatorContent } from './staged-content.js';

const indicator = (change: Partial<StagedIndicatorContent> = {}): StagedIndicatorContent => ({
  level1: '产出指标',
  level2: '数量指标',
  name: '办理案件数',
  description: null,
  rawValue: '1200件',
  operator: 'eq',
  number: 1200,
  unit: '件',
  dueDate: null,
  gate: null,
  operatorPrinted: false,
  direction: 'atLeast',
  directionInferred: true,
  kind: 'cumulative',
  assessedFrom: 1,
  basis: null,
  weight: null,
  corrected: [],
  sourceAt: 'line 9',
  valueAt: 'line 9',
  ...change,
});

const content = (...indicators: StagedIndicatorContent[]): StagedContent => ({
  code: null,
  name: '办案经费',
  unitCode: null,
  unitName: null,
  incompleteIndicators: [],
  classified: false,
  sources: { schedule: { text: '25/20/80/100', at: 'line 4' } },
  correctedFields: [],
  targets: {
    initialBudgetFen: 5_000_000,
    fiscalFundsFen: 4_000_000,
    otherFundsFen: null,
    purpose: null,
    goals: [],
    schedule: null,
    indicators,
    sourceAt: 'line 1',
  },
});

const first = (patch: ProjectPatch, of = indicator()): StagedIndicatorContent | undefined =>
  applyCorrection(content(of), patch).targets.indicators[0];
const issues = (patch: ProjectPatch, of = indicator()): string[] =>
  correctionIssues(patch, applyCorrection(content(of), patch)).map(({ path, code }) => `${path} ${code}`);

describe('A correction of what was understood', () => {
  it('R17, R17b: brings with it the direction and the kind that follow from it', () => {
    expect(first({ indicators: [{ index: 0, operator: 'lte' }] })).toMatchObject({
      operatorPrinted: true,
      direction: 'atMost',
      directionInferred: false,
      kind: 'level',
      corrected: ['operator'],
    });
    expect(first({ indicators: [{ index: 0, name: '群众满意度', unit: '%' }] })).toMatchObject({
      kind: 'yearEnd',
      assessedFrom: 12,
      corrected: ['name', 'unit'],
    });
  });

  it('leaves what finance has decided as it is', () => {
    const decided = indicator({ direction: 'atMost', kind: 'level', corrected: ['direction', 'kind'] });
    expect(first({ indicators: [{ index: 0, name: '结案率', operator: 'gte' }] }, decided)).toMatchObject({
      direction: 'atMost',
      kind: 'level',
    });
  });

  it('makes a target of another form of it, without what belonged to the one before', () => {
    expect(first({ indicators: [{ index: 0, operator: 'date', dueDate: '2023-10-31' }] })).toMatchObject({
      ...{ operator: 'date', dueDate: '2023-10-31', number: null, unit: null, direction: null, kind: 'date' },
    });
    expect(first({ indicators: [{ index: 0, operator: 'qualitative' }] })).toMatchObject({
      number: null,
      kind: 'qualitative',
    });
  });

  it('of nothing is none', () => {
    const corrected = applyCorrection(content(indicator()), {
      name: '办案经费',
      indicators: [{ index: 0, number: 1200 }],
    });
    expect(corrected).toEqual(content(indicator()));
  });

  it('adds up with another one', () => {
    const patches: ProjectPatch[] = [
      { name: '甲', indicators: [{ index: 0, number: 1 }] },
      {
        code: null,
        indicators: [
          { index: 0, unit: '个' },
          { index: 1, number: 2 },
        ],
      },
    ];
    const merged = patches.reduce<ProjectPatch | null>(mergePatches, null);
    expect(merged).toEqual({
      name: '甲',
      code: null,
      indicators: [
        { index: 0, number: 1, unit: '个' },
        { index: 1, number: 2 },
      ],
    });
  });

  it('R1, R4, R16: is refused where it cannot be right', () => {
    expect(issues({ code: '123' })).toEqual(['code project-code-malformed']);
    expect(issues({ code: null })).toEqual([]);
    const schedule = (...percents: number[]) => ({
      schedule: percents.map((percent, at) => ({ month: at + 9, percent })),
    });
    expect(issues(schedule(25, 25, 25, 25))).toEqual(['schedule schedule-looks-non-cumulative']);
    expect(issues(schedule(20, 40, 60, 90))).toEqual(['schedule schedule-last-not-100']);
    expect(issues(schedule(20, 40, 60, 100))).toEqual([]);
    expect(issues({ indicators: [{ index: 0, number: null }] })).toEqual(['indicators.0.number number-needed']);
    expect(issues({ indicators: [{ index: 0, number: 1e20 }] })).toEqual(['indicators.0.number number-not-storable']);
    expect(issues({ indicators: [{ index: 0, dueDate: '2023-01-01' }] })).toEqual([
      'indicators.0.dueDate day-out-of-place',
    ]);
    expect(issues({ indicators: [{ index: 0, kind: 'date' }] })).toEqual(['indicators.0.kind kind-does-not-fit']);
    expect(issues({ indicators: [{ index: 7, number: 1 }] })).toEqual(['indicators.0.index indicator-not-there']);
  });

  it('R17: of direction, kind and first month is told apart from others', () => {
    const patch: ProjectPatch = { indicators: [{ index: 0, number: 5, direction: 'atMost', assessedFrom: 1 }] };
    expect(judgementIssues(content(indicator()), patch).map(({ path }) => path)).toEqual(['indicators.0.direction']);
  });

  it('R2, R4, R41: takes the remarks about what it puts right away, and makes those about what it says', () => {
    const before = [
      { code: 'schedule-decreasing', message: '', at: 'line 4', project: '办案经费' },
      { code: 'purpose-missing', message: '', at: 'line 2', project: '办案经费' },
      { code: 'value-unreadable', message: '', at: 'line 9', project: '办案经费' },
    ];
    const schedule = [3, 6, 10, 12].map((month, at) => ({ month, percent: [20, 40, 50, 100][at] ?? 100 }));
    const patch: ProjectPatch = {
      schedule,
      indicators: [{ index: 0, name: '群众投诉率', operator: 'gte', unit: '%' }],
    };
    const codes = recheckWarnings(applyCorrection(content(indicator()), patch), before).map(({ code }) => code);
    expect(codes.slice(0, 2)).toEqual(['purpose-missing', 'schedule-low-late']);
    expect(codes).toHaveLength(3);
    expect(codes).not.toContain('value-unreadable');
  });
});
