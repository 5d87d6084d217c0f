import { describe, expect, it } from '@jest/globals';
import { changesOutside } from './changes-outside.js';
import { NOTHING_ANSWERED, NOTHING_REPORTED, type ReportContent, type ResultContent } from './stored-report.js';

const value = (number: number): ResultContent => ({ ...NOTHING_ANSWERED, answer: { type: 'value', value: number } });
const report = (results: Readonly<Record<string, ResultContent>>): ReportContent => ({
  ...NOTHING_REPORTED,
  expenditure: { expenditureFen: 3, fiscalFen: 3, otherFen: 0 },
  results: new Map(Object.entries(results)),
});
const BEFORE = report({ a: value(1), b: value(2) });

describe('changes outside the one reopened indicator', () => {
  it('are none where only its result changes, or is blanked, or nothing at all', () => {
    expect(changesOutside('a', BEFORE, report({ a: value(9), b: value(2) }))).toBe(false);
    expect(changesOutside('a', BEFORE, report({ b: value(2) }))).toBe(false);
    expect(changesOutside('a', BEFORE, BEFORE)).toBe(false);
  });

  it('are another result, another result that is left out, and the spending', () => {
    expect(changesOutside('a', BEFORE, report({ a: value(1), b: value(3) }))).toBe(true);
    expect(changesOutside('a', BEFORE, report({ a: value(1) }))).toBe(true);
    expect(changesOutside('a', BEFORE, { ...BEFORE, expenditure: null })).toBe(true);
    expect(changesOutside('a', BEFORE, { ...BEFORE, reasonNote: '说明' })).toBe(true);
  });

  it('take an indicator of which nothing is said for one that is left out', () => {
    expect(changesOutside('a', report({}), report({ b: NOTHING_ANSWERED }))).toBe(false);
    expect(changesOutside('a', report({ b: NOTHING_ANSWERED }), report({}))).toBe(false);
  });
});
