import type { StoredIndicator } from '../../targets/index.js';
import { reportDifferences, type ReportDifference } from './report-differences.js';
import { fieldText } from './report-field-text.js';
import type { ReportContent } from './stored-report.js';

/** The fields of one indicator that a save changed, in the words of the official form; null is blank, which is not zero (R28). */
export interface RecordedResult {
  readonly indicator: string;
  readonly [field: string]: string | null;
}

/** What a save changed besides amounts, on one of its two sides; nothing of what it left as it was. */
export interface RecordedSide {
  readonly results?: readonly RecordedResult[];
  readonly [projectField: string]: string | null | readonly RecordedResult[] | undefined;
}

/** In the audit trail `text` is what somebody searches for. */
const nameOf = (field: ReportDifference['field']): string => (field === 'text' ? 'outcomeText' : field);

/** Amounts are recorded as amounts, whether they changed or not. */
const AMOUNTS: ReadonlySet<ReportDifference['field']> = new Set(['expenditure', 'fiscal', 'other', 'expectedFullYear']);

type Side = 'before' | 'after';

/**
 * The answers, reasons and notes that a save changed, before and after it, as the audit trail keeps them.
 * @param indicators whose names stand beside their results
 */
export function recordedChanges(
  before: ReportContent,
  after: ReportContent,
  indicators: readonly Pick<StoredIndicator, 'lineageId' | 'name'>[],
): Readonly<Record<Side, RecordedSide>> {
  const differences = reportDifferences(before, after).filter(({ field }) => !AMOUNTS.has(field));
  const names = new Map(indicators.map(({ lineageId, name }) => [lineageId, name]));
  return { before: sideOf('before', differences, names), after: sideOf('after', differences, names) };
}

function sideOf(
  side: Side,
  differences: readonly ReportDifference[],
  names: ReadonlyMap<string, string>,
): RecordedSide {
  const project: Record<string, string | null> = {};
  const results = new Map<string, Record<string, string | null> & { indicator: string }>();
  for (const { indicatorId, field, [side]: value } of differences) {
    const text = fieldText(field, value, 'zh');
    if (indicatorId === null) {
      project[nameOf(field)] = text;
      continue;
    }
    const result = results.get(indicatorId) ?? { indicator: names.get(indicatorId) ?? indicatorId };
    result[nameOf(field)] = text;
    results.set(indicatorId, result);
  }
  return { ...project, ...(results.size > 0 ? { results: [...results.values()] } : {}) };
}
