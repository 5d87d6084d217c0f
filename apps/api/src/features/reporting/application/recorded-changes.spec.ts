import { describe, expect, it } from '@jest/globals';
import { recordedChanges } from './recorded-changes.js';
import { NOTHING_ANSWERED, NOTHING_REPORTED, type ReportContent, type ResultContent } from './stored-report.js';

const INDICATORS = [
  { lineageId: 'a', name: '培训人次' },
  { lineageId: 'b', name: '等级保护测评' },
  { lineageId: 'c', name: '管理水平' },
];
const report = (
  results: Readonly<Record<string, Partial<ResultContent>>>,
  fields: Partial<ReportContent> = {},
): ReportContent => ({
  ...NOTHING_REPORTED,
  ...fields,
  results: new Map(Object.entries(results).map(([id, one]) => [id, { ...NOTHING_ANSWERED, ...one }])),
});
const value = (number: number): Partial<ResultContent> => ({ answer: { type: 'value', value: number } });

describe('what the audit trail keeps of what a save changed', () => {
  it('names the indicator with its result before and after, and leaves the others out', () => {
    const before = report({ a: value(240), b: { answer: { type: 'notDone' } } });
    const after = report({ a: value(150), b: { answer: { type: 'notDone' } } });
    expect(recordedChanges(before, after, INDICATORS)).toEqual({
      before: { results: [{ indicator: '培训人次', result: '240' }] },
      after: { results: [{ indicator: '培训人次', result: '150' }] },
    });
  });

  it('R28: tells blank from zero, and writes dates and outcomes as the form does', () => {
    const after = report({
      a: value(0),
      b: { answer: { type: 'doneOn', doneOn: '2026-08-28' } },
      c: { answer: { type: 'outcome', outcome: 'met', text: null } },
    });
    const recorded = recordedChanges(NOTHING_REPORTED, after, INDICATORS);
    expect(recorded.before.results?.map(({ result }) => result)).toEqual([null, null, null]);
    expect(recorded.after.results?.map(({ result }) => result)).toEqual(['0', '2026-08-28', '达成']);
  });

  it('R24–R26: keeps the reasons and notes of an indicator and of the expenditure', () => {
    const before = report({ a: value(1) }, { reasons: ['staff'], reasonNote: '缺编' });
    const after = report({ a: { ...value(1), note: '已核对' } }, { reasons: ['funding'], reasonNote: null });
    expect(recordedChanges(before, after, INDICATORS)).toEqual({
      before: { spendReasons: '人员保障', spendReasonNote: '缺编', results: [{ indicator: '培训人次', note: null }] },
      after: { spendReasons: '经费保障', spendReasonNote: null, results: [{ indicator: '培训人次', note: '已核对' }] },
    });
  });

  it('is nothing where only an amount changed, which is recorded as an amount', () => {
    const after = report({}, { expectedFullYearFen: 100 });
    expect(recordedChanges(NOTHING_REPORTED, after, INDICATORS)).toEqual({ before: {}, after: {} });
  });
});
