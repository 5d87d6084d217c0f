import { describe, expect, it } from '@jest/globals';
import { RATIO_RULE_PACK, type AssessmentInput } from '@jixiao/domain';
import { reportAnomalies, type ReportToReview } from './report-anomalies.js';
import { NOTHING_REPORTED, type ReportContent } from './stored-report.js';

const input: AssessmentInput = {
  period: { year: 2023, month: 6 },
  rulePack: RATIO_RULE_PACK,
  deadlinePassed: false,
  exempt: false,
  startMonth: 1,
  adjustedBudgetFen: 100_000_000,
  schedule: null,
  expenditureFen: 50_000_000,
  indicators: [],
};

const spent = (expenditureFen: number): ReportContent => ({
  ...NOTHING_REPORTED,
  expenditure: { expenditureFen, fiscalFen: expenditureFen, otherFen: 0 },
});

const anomalies = (now: number, before: number | null, more: Partial<ReportToReview> = {}) =>
  reportAnomalies({
    input,
    content: spent(now),
    previous: before === null ? null : { month: 3, content: spent(before) },
    differs: false,
    changedFields: null,
    ...more,
  });

describe('what a reviewer looks at first', () => {
  it('is spending that falls, or jumps, against the last round', () => {
    expect(anomalies(50_000_000, 25_000_000)).toEqual([]);
    expect(anomalies(20_000_000, 25_000_000)).toEqual(['expenditureFalls']);
    expect(anomalies(90_000_000, 20_000_000)).toEqual(['expenditureJumps']);
    expect(anomalies(90_000_000, null)).toEqual([]);
  });

  it("is another figure than the treasury's, and what changed since it was checked", () => {
    expect(anomalies(50_000_000, null, { differs: true, changedFields: 2 })).toEqual(['treasuryDiffers', 'changed']);
    expect(anomalies(50_000_000, null, { changedFields: 0 })).toEqual([]);
  });
});
