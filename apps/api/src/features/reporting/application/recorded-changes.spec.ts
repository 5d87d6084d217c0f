import { describe, expect, it } from '@jest/globals';
import { recordedResults } from './recorded-results.js';
import { NOTHING_ANSWERED, NOTHING_REPORTED, type ReportContent, type ResultContent } from './stored-report.js';

const NAMES = new Map([
  ['a', '培训人次'],
  ['b', '等级保护测评'],
  ['c', '管理水平'],
]);
const report = (results: Readonly<Record<string, Partial<ResultContent>>>): ReportContent => ({
  ...NOTHING_REPORTED,
  results: new Map(Object.entries(results).map(([id, one]) => [id, { ...NOTHING_ANSWERED, ...one }])),
});
const value = (number: number): Partial<ResultContent> => ({ answer: { type: 'value', value: number } });

describe('what the audit trail keeps of the results that a save changed', () => {
  it('names the indicator with its result before and after, and leaves the others out', () => {
    const before = report({ a: value(240), b: { answer: { type: 'notDone' } } });
    const after = report({ a: value(150), b: { answer: { type: 'notDone' } } });
    expect(recordedResults(before, after, NAMES)).toEqual({
      before: [{ indicator: '培训人次', result: '240' }],
      after: [{ indicator: '培训人次', result: '150' }],
    });
  });

  it('R28: tells blank from zero, and writes dates and outcomes as the form does', () => {
    const after = report({
      a: value(0),
      b: { answer: { type: 'doneOn', doneOn: '2026-08-28' } },
      c: { answer: { type: 'outcome', outcome: 'met', text: null } },
    });
    const recorded = recordedResults(NOTHING_REPORTED, after, NAMES);
    expect(recorded?.before.map(({ result }) => result)).toEqual([null, null, null]);
    expect(recorded?.after.map(({ result }) => result)).toEqual(['0', '2026-08-28', '达成']);
  });

  it('is nothing where only a note was written', () => {
    expect(recordedResults(report({ a: value(1) }), report({ a: { ...value(1), note: '已核对' } }), NAMES)).toBeNull();
  });
});
