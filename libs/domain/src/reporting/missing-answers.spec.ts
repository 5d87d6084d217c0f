import { describe, it, expect } from '@jest/globals';
import { assessProject } from '../monitoring/assess-project.js';
import type { AssessmentInput } from '../monitoring/assessment-types.js';
import { plan, sampleIndicator, sampleProject } from '../testing/assessment-samples.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import { gapsToFill, missingAnswers, reportGaps } from './missing-answers.js';
import type { IndicatorAnswer } from './report-types.js';

const TARGETS: Readonly<Record<string, Partial<IndicatorTarget>>> = {
  count: { kind: 'cumulative', name: '审理案件数', number: 27_000, unit: '件' },
  machines: { kind: 'cumulative', name: '设备购置数量', number: 2, unit: '台' },
  words: { kind: 'qualitative', operator: 'qualitative', number: null, unit: null, direction: null },
  rate: { kind: 'executionRate', name: '预算执行率' },
  satisfaction: { kind: 'yearEnd', name: '群众满意度', assessedFrom: 12 },
  passed: { kind: 'date', operator: 'date', number: null, dueDate: '2023-06-30' },
  later: { kind: 'date', operator: 'date', number: null, dueDate: '2023-12-31' },
};

function missing(month: number, answers: Record<string, IndicatorAnswer> = {}, project: Partial<AssessmentInput> = {}) {
  const indicators = Object.entries(TARGETS).map(([id, target]) =>
    sampleIndicator(target, answers[id] ?? null, { id }),
  );
  const input = sampleProject({ period: { year: 2023, month }, indicators, ...project });
  return missingAnswers(assessProject(input)).map(({ indicatorId, code }) => `${indicatorId}:${code}`);
}

describe('R28: what a report needs to be submitted', () => {
  it('asks for the expenditure and every indicator due, never for 预算执行率 and not for what is due later', () => {
    expect(missing(6, {}, { expenditureFen: null })).toEqual([
      'null:expenditure-missing',
      'count:answer-missing',
      'machines:answer-missing',
      'words:answer-missing',
      'passed:answer-missing',
    ]);
  });

  it('a year-end indicator and a later date are asked for once their time has come', () => {
    expect(missing(12)).toEqual(expect.arrayContaining(['satisfaction:answer-missing', 'later:answer-missing']));
    expect(missing(11)).not.toContain('satisfaction:answer-missing');
  });

  it('R18: a count of which the round expects nothing yet is not asked for', () => {
    expect(missing(3)).not.toContain('machines:answer-missing');
    expect(missing(6, {}, { schedule: plan(0, 0, 100, 100) })).not.toContain('count:answer-missing');
  });

  it('zero, "not done yet" and "no data" with a reason are answers; blank is not', () => {
    const answers: Record<string, IndicatorAnswer> = {
      count: { type: 'value', value: 0 },
      words: { type: 'noData', why: '尚未检查' },
      passed: { type: 'notDone' },
    };
    expect(missing(6, answers)).toEqual(['machines:answer-missing']);
  });

  it('an answer from before the target changed its kind does not count', () => {
    expect(missing(6, { words: { type: 'value', value: 1 } })).toContain('words:answer-missing');
  });

  it('nothing is asked of a project before it began, nor of an exempt one', () => {
    expect(missing(6, {}, { startMonth: 7, expenditureFen: null })).toEqual([]);
    expect(missing(6, {}, { exempt: true, expenditureFen: null })).toEqual([]);
  });
});

describe('R24–R26, R28: what keeps a report from being submitted', () => {
  const missed = sampleIndicator({ name: '档案合格率' }, 80, { id: 'missed' });
  const negative = sampleIndicator({ name: '增长率', number: -5 }, -3, { id: 'negative' });
  const gaps = (explained: { readonly reasons: readonly 'staff'[]; readonly reasonNote: string | null }) => {
    const input = sampleProject({ expenditureFen: null, indicators: [missed, negative] });
    const results = new Map([['missed', { ...explained, likelihood: 'impossible' as const, note: null }]]);
    const report = { reasons: [], reasonNote: null, results };
    return reportGaps(assessProject(input), report).map(({ indicatorId, code }) => `${indicatorId}:${code}`);
  };

  it('names every answer, reason, explanation and note that is missing, and no mere advice', () => {
    expect(gaps({ reasons: [], reasonNote: null })).toEqual([
      'null:expenditure-missing',
      'missed:reason-missing',
      'missed:likelihood-note-missing',
    ]);
    expect(gaps({ reasons: ['staff'], reasonNote: null })).toContain('missed:reason-note-missing');
  });

  it('asks of a report in which one indicator was reopened for what that one lacks', () => {
    const all = [
      { indicatorId: null, code: 'expenditure-missing' },
      { indicatorId: 'missed', code: 'answer-missing' },
      { indicatorId: 'other', code: 'answer-missing' },
    ] as const;
    expect(gapsToFill(all, 'missed')).toEqual([all[1]]);
    expect(gapsToFill(all, null)).toEqual(all);
  });
});
