import type { IndicatorAnswer, IndicatorKind } from '@jixiao/domain';
import type { ReportContent, ResultContent } from '../stored-report.js';

export interface WorkbookIndicator {
  readonly lineageId: string;
  readonly level2: string;
  readonly name: string;
  readonly rawValue: string;
  readonly unit: string | null;
  readonly kind: IndicatorKind;
  readonly assessedFrom: number;
  /** The answer of the last earlier round of the year that has a report. */
  readonly previous: IndicatorAnswer | null;
  readonly result: ResultContent;
}

/** A project as the template shows it. */
export interface WorkbookProject {
  readonly projectId: string;
  /** Of the stored report: a file with an older one is refused where it differs. */
  readonly version: number;
  readonly code: string | null;
  readonly name: string;
  readonly unit: string;
  /** R6, at the end of the round. */
  readonly budgetFen: number | null;
  /** R5: planned percentage of the date; straight-line where the plan is missing. */
  readonly plannedPercent: number;
  readonly previousFen: number | null;
  /** What the treasury paid until the end of the round; null where it gave nothing. */
  readonly treasuryFen: number | null;
  readonly content: ReportContent;
  /** Whether the report may be filled in: it was not submitted, and the round is not locked. */
  readonly isOpen: boolean;
  readonly indicators: readonly WorkbookIndicator[];
}
