import { createHash } from 'node:crypto';
import type { IndicatorTarget, SpendSchedule } from '@jixiao/domain';

/** An indicator as a target version stores it, with the place of the document it was read from. */
export interface IndicatorContent extends IndicatorTarget {
  readonly sourceAt: string | null;
}

/** What one version of a project's performance targets says. Money in 分; null is "not stated". */
export interface TargetContent {
  readonly initialBudgetFen: number | null;
  readonly fiscalFundsFen: number | null;
  readonly otherFundsFen: number | null;
  readonly purpose: string | null;
  readonly goals: readonly string[];
  readonly schedule: SpendSchedule | null;
  readonly indicators: readonly IndicatorContent[];
  readonly sourceAt: string | null;
}

/**
 * Fingerprint of what the document prints: two imports with the same one are the same target and make no new version.
 * What is inferred (kind, direction) and where it stood is left out, so that neither a better inference
 * nor an added blank line makes a version that says nothing new.
 */
export const contentHash = (content: TargetContent): string =>
  createHash('sha256')
    .update(JSON.stringify(printedContent(content)))
    .digest('hex');

const printedContent = (content: TargetContent): unknown => [
  content.initialBudgetFen,
  content.fiscalFundsFen,
  content.otherFundsFen,
  content.purpose,
  content.goals,
  content.schedule?.map(({ month, percent }) => [month, percent]) ?? null,
  content.indicators.map((indicator) => [
    indicator.level1,
    indicator.level2,
    indicator.name,
    indicator.description,
    indicator.rawValue,
    indicator.basis,
  ]),
];
