import { describe, expect, it } from '@jest/globals';
import { contentOfDocument, reportDocument } from './report-document.js';
import { NOTHING_ANSWERED, NOTHING_REPORTED, type ReportContent } from './stored-report.js';

const CONTENT: ReportContent = {
  ...NOTHING_REPORTED,
  expenditure: { expenditureFen: 3, fiscalFen: 2, otherFen: 1 },
  reasons: ['staff'],
  results: new Map([
    ['b', { ...NOTHING_ANSWERED, answer: { type: 'value', value: 2.5 } }],
    ['a', { ...NOTHING_ANSWERED, answer: { type: 'noData', why: '未统计' }, note: '备注' }],
  ]),
};

describe('a report as a document', () => {
  it('survives being stored as JSON', () => {
    const stored = JSON.parse(JSON.stringify(reportDocument(CONTENT))) as ReturnType<typeof reportDocument>;
    expect(contentOfDocument(stored)).toEqual(CONTENT);
  });

  it('has its results in one order, whatever order they were read in', () => {
    const turned = { ...CONTENT, results: new Map([...CONTENT.results].reverse()) };
    expect(JSON.stringify(reportDocument(turned))).toBe(JSON.stringify(reportDocument(CONTENT)));
  });
});
