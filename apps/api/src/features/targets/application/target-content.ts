import { createHash } from 'node:crypto';
import type { IndicatorTarget, SpendSchedule } from '@jixiao/domain';

/** What of an indicator a person may correct, in the order in which corrections are shown. */
export const CORRECTABLE_FIELDS = [
  'level1',
  'level2',
  'name',
  'operator',
  'number',
  'unit',
  'dueDate',
  'direction',
  'kind',
  'assessedFrom',
] as const;
export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number];

/** An indicator as a target version stores it, with the place of the document it was read from. */
export interface IndicatorContent extends IndicatorTarget {
  /** Weight in points (R30); null where the document prints none. */
  readonly weight: number | null;
  /** The fields whose value a person gave, because what was read of the document was not right. */
  readonly corrected: readonly CorrectableField[];
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
 * Fingerprint of what the document prints and a person corrected: two imports with the same one are the same target and
 * make no new version. What is inferred (kind, direction) and where it stood is left out, so that neither a better
 * inference nor an added blank line makes a version that says nothing new.
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
    ...additions(indicator),
  ]),
];

/** Nothing where there is neither weight nor correction: stored fingerprints are compared with new ones. */
function additions(indicator: IndicatorContent): readonly unknown[] {
  const corrected = correctionsOf(indicator).map((field) => [field, indicator[field]]);
  return indicator.weight === null && corrected.length === 0 ? [] : [[indicator.weight, corrected]];
}

/** The corrected fields, each once and always in the same order. */
export const correctionsOf = ({ corrected }: Pick<IndicatorContent, 'corrected'>): readonly CorrectableField[] =>
  CORRECTABLE_FIELDS.filter((field) => corrected.includes(field));
