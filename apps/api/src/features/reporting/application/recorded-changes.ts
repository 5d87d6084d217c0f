import { reportDifferences, type FieldValue } from './report-differences.js';
import { fieldText } from './report-field-text.js';
import type { ReportContent } from './stored-report.js';

/** What an indicator was answered by, in the words of the official form; null is blank, which is not zero (R28). */
export interface RecordedResult {
  readonly indicator: string;
  readonly result: string | null;
}

/** The results that a save changed, before and after it, as the audit trail keeps them. */
export interface RecordedResults {
  readonly before: readonly RecordedResult[];
  readonly after: readonly RecordedResult[];
}

const text = (value: FieldValue): string | null => fieldText('result', value, 'zh');

/** @param names of the indicators by their id @returns null where no result changed */
export function recordedResults(
  before: ReportContent,
  after: ReportContent,
  names: ReadonlyMap<string, string>,
): RecordedResults | null {
  const changed = reportDifferences(before, after).flatMap((one) => {
    if (one.field !== 'result' || one.indicatorId === null) return [];
    return [{ ...one, indicator: names.get(one.indicatorId) ?? one.indicatorId }];
  });
  if (changed.length === 0) return null;
  return {
    before: changed.map(({ indicator, before: value }) => ({ indicator, result: text(value) })),
    after: changed.map(({ indicator, after: value }) => ({ indicator, result: text(value) })),
  };
}
