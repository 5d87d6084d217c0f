import type { IndicatorAnswer } from '@jixiao/domain';
import type { Column } from './report-file/columns.js';
import { NOTHING_ANSWERED, type ReportContent, type ResultContent } from './stored-report.js';

/** What a report holds besides names; each is a column of a report file. */
export type ReportField = Extract<
  Column,
  | 'expenditure'
  | 'fiscal'
  | 'other'
  | 'expectedFullYear'
  | 'spendReasons'
  | 'spendReasonNote'
  | 'differenceNote'
  | 'result'
  | 'text'
  | 'expected'
  | 'reasons'
  | 'reasonNote'
  | 'likelihood'
  | 'note'
>;
export type FieldValue = string | number | readonly string[] | IndicatorAnswer | null;

/** One field that differs between two contents of a report; `indicatorId` is null for those of the project. */
export interface ReportDifference {
  readonly indicatorId: string | null;
  readonly field: ReportField;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

type Fields = readonly (readonly [ReportField, FieldValue])[];

/** What differs between two contents of one report, field by field; amounts in 分. */
export function reportDifferences(before: ReportContent, after: ReportContent): readonly ReportDifference[] {
  const differences = differing(null, projectFields(before), projectFields(after));
  for (const indicatorId of new Set([...after.results.keys(), ...before.results.keys()])) {
    const stored = before.results.get(indicatorId) ?? NOTHING_ANSWERED;
    const stated = after.results.get(indicatorId) ?? NOTHING_ANSWERED;
    differences.push(...differing(indicatorId, resultFields(stored), resultFields(stated)));
  }
  return differences;
}

const projectFields = ({
  expenditure,
  expectedFullYearFen,
  reasons,
  reasonNote,
  differenceNote,
}: ReportContent): Fields => [
  ['expenditure', expenditure?.expenditureFen ?? null],
  ['fiscal', expenditure?.fiscalFen ?? null],
  ['other', expenditure?.otherFen ?? null],
  ['expectedFullYear', expectedFullYearFen],
  ['spendReasons', reasons],
  ['spendReasonNote', reasonNote],
  ['differenceNote', differenceNote],
];

const resultFields = ({ answer, text, expected, reasons, reasonNote, likelihood, note }: ResultContent): Fields => [
  // The text of an outcome is a field of its own.
  ['result', answer?.type === 'outcome' ? { type: 'outcome', outcome: answer.outcome } : answer],
  ['text', text],
  ['expected', expected],
  ['reasons', reasons],
  ['reasonNote', reasonNote],
  ['likelihood', likelihood],
  ['note', note],
];

function differing(indicatorId: string | null, before: Fields, after: Fields): ReportDifference[] {
  return after.flatMap(([field, value], index) => {
    const stored = before[index]?.[1] ?? null;
    return JSON.stringify(stored) === JSON.stringify(value)
      ? []
      : [{ indicatorId, field, before: stored, after: value }];
  });
}
