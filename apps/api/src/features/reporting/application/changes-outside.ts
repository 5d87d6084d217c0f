import type { Problem } from '@jixiao/domain';
import type { ReportReopening } from '../persistence/report-reopening.entity.js';
import { reportDifferences } from './report-differences.js';
import { NOTHING_ANSWERED, type ReportContent } from './stored-report.js';

/** Refuses a change of anything but the one indicator that is reopened; null where it may be made. */
export function outsideReopening(
  reopening: Pick<ReportReopening, 'lineageId' | 'indicatorName'> | null | undefined,
  before: ReportContent,
  after: ReportContent,
): Problem | null {
  const { lineageId = null, indicatorName = null } = reopening ?? {};
  if (lineageId === null || !changesOutside(lineageId, before, after)) return null;
  return { code: 'reopened-indicator-only', params: { indicator: indicatorName } };
}

/** Whether two contents of a report differ in anything but the result of this one indicator. */
export function changesOutside(lineageId: string, before: ReportContent, after: ReportContent): boolean {
  // An indicator that is left out is blank, so that blanking one counts as a change of it.
  const blanks = [...before.results.keys()].map((each) => [each, NOTHING_ANSWERED] as const);
  const stated = { ...after, results: new Map([...blanks, ...after.results]) };
  return reportDifferences(before, stated).some(({ indicatorId }) => indicatorId !== lineageId);
}
