import { describe, it, expect } from '@jest/globals';
import { assessProject } from '../monitoring/assess-project.js';
import { sampleIndicator, sampleProject } from '../testing/assessment-samples.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import { parseTargetValue } from '../targets/value-parser.js';
import { REMARK_RULES, remarkRulesOf } from './remark-rules.js';
import { reportRemarks, type ExplainedReport } from './report-remarks.js';

type Explanation = Partial<ExplainedReport extends { results: ReadonlyMap<string, infer R> } ? R : never>;

const explained = (parts: Explanation = {}) => ({
  reasons: [],
  reasonNote: null,
  likelihood: null,
  note: null,
  ...parts,
});

/** Remarks on one indicator of kind `level`, with spending on plan. */
function remarksOn(value: string, result: number, given: Explanation = {}, kind: Partial<IndicatorTarget> = {}) {
  const { warnings: _, ...target } = parseTargetValue(value, { name: '审理案件数' });
  const indicator = sampleIndicator({ ...target, name: '审理案件数', kind: 'level', ...kind }, result);
  const assessment = assessProject(sampleProject({ indicators: [indicator] }));
  const report = { reasons: [], reasonNote: null, results: new Map([[indicator.id, explained(given)]]) };
  return reportRemarks(assessment, report).map(({ code }) => code);
}

/** Remarks on the spending of June at half the plan (red) or on plan (green). */
function spendRemarks(share: number, given: Partial<ExplainedReport> = {}, rules = REMARK_RULES) {
  const { expenditureFen, ...project } = sampleProject();
  const assessment = assessProject({ ...project, expenditureFen: Math.round((expenditureFen ?? 0) * share) });
  return reportRemarks(assessment, { reasons: [], reasonNote: null, results: new Map(), ...given }, rules);
}

describe('R24: reasons', () => {
  it('red or yellow spending needs a reason; green needs none', () => {
    expect(spendRemarks(0.5)).toEqual([
      { indicatorId: null, code: 'spend-reason-missing', params: { indicator: null, light: 'red' }, required: true },
    ]);
    expect(spendRemarks(0.7).map(({ code }) => code)).toEqual(['spend-reason-missing']);
    expect(spendRemarks(1)).toEqual([]);
  });

  it('a chosen reason needs 原因说明', () => {
    const codes = (note: string | null) =>
      spendRemarks(0.5, { reasons: ['funding'], reasonNote: note }).map(({ code }) => code);
    expect(codes(null)).toEqual(['spend-reason-note-missing']);
    expect(codes('  ')).toEqual(['spend-reason-note-missing']);
    expect(codes('上级资金 9 月下达')).toEqual([]);
  });

  it('option "red only": yellow needs none', () => {
    expect(spendRemarks(0.7, {}, { ...REMARK_RULES, reasonsFor: ['red'] })).toEqual([]);
    expect(spendRemarks(0.5, {}, { ...REMARK_RULES, reasonsFor: ['red'] })).toHaveLength(1);
  });

  it('a rule pack may say so, and leaves the rest as usual', () => {
    expect(remarkRulesOf({ remarks: { reasonsFor: ['red'] } })).toEqual({ ...REMARK_RULES, reasonsFor: ['red'] });
    expect(remarkRulesOf({})).toEqual(REMARK_RULES);
  });

  it('holds for indicators too', () => {
    expect(remarksOn('≥90%', 80)).toEqual(['reason-missing']);
    expect(remarksOn('≥90%', 80, { reasons: ['staff'] })).toEqual(['reason-note-missing']);
    expect(remarksOn('≥90%', 80, { reasons: ['staff'], reasonNote: '缺编三人' })).toEqual([]);
    expect(remarksOn('≥90%', 91)).toEqual([]);
  });
});

describe('R24: 预算执行率', () => {
  const rate = sampleIndicator({ name: '预算执行率', kind: 'executionRate', number: 100 }, null);
  const remarks = (given: Partial<ExplainedReport>) => {
    const { expenditureFen, ...project } = sampleProject({ indicators: [rate] });
    const assessment = assessProject({ ...project, expenditureFen: Math.round((expenditureFen ?? 0) * 0.5) });
    const report = { reasons: [], reasonNote: null, results: new Map(), ...given };
    return reportRemarks(assessment, report).map(({ code }) => code);
  };

  it('is explained by the reason for the spending, which is given once', () => {
    expect(remarks({})).toEqual(['spend-reason-missing', 'reason-missing']);
    expect(remarks({ reasons: ['funding'], reasonNote: '上级资金 9 月下达' })).toEqual([]);
  });

  it('has to be complete where it has a reason of its own', () => {
    const results = new Map([[rate.id, explained({ reasons: ['staff'] })]]);
    expect(remarks({ reasons: ['funding'], reasonNote: '资金未到', results })).toEqual(['reason-note-missing']);
  });
});

describe('R25: over-target', () => {
  it.each([
    ['≥100件', 115, false],
    ['≥100件', 116, true],
    ['>100件', 115.01, true],
    ['100件', 115, false],
    ['100件', 116, true],
    ['=100件', 100, false],
    ['=100件', 100.01, true],
    ['≥100%', 150, false],
    ['≤100件', 50, false],
  ])('%s with %p: reason needed %p', (value, result, expected) => {
    expect(remarksOn(value, result).includes('over-target-reason-missing')).toBe(expected);
  });

  it('a reason and its explanation settle it', () => {
    expect(remarksOn('≥100件', 150, { reasons: ['other'], reasonNote: '专项行动' })).toEqual([]);
    expect(remarksOn('≥100件', 150, { reasons: ['other'] })).toEqual(['reason-note-missing']);
  });

  it('is measured against the annual value also in June', () => {
    expect(remarksOn('≥100件', 110, {}, { kind: 'cumulative' })).toEqual([]);
    expect(remarksOn('≥100件', 116, {}, { kind: 'cumulative' })).toEqual(['over-target-reason-missing']);
  });
});

describe('R26: likelihood', () => {
  it('完全不可能 needs 备注', () => {
    expect(remarksOn('≥90%', 95, { likelihood: 'impossible' })).toEqual(['likelihood-note-missing']);
    expect(remarksOn('≥90%', 95, { likelihood: 'impossible', note: '设备停产，改租' })).toEqual([]);
    expect(remarksOn('≥90%', 95, { likelihood: 'possible' })).toEqual([]);
  });
});

describe('R32: negative results', () => {
  it('are judged as they stand, and pointed out', () => {
    expect(remarksOn('≥-5%', -3)).toEqual(['result-negative']);
    expect(remarksOn('≥90%', -3)).toEqual(['reason-missing', 'result-negative']);
    expect(remarksOn('≥-5%', 0)).toEqual([]);
  });
});
