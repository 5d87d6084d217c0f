import type { ReportContent, ResultContent } from './stored-report.js';

/** A report's content as it is kept with a step: JSON, so results are pairs and not a map. */
export type ReportSnapshot = Omit<ReportContent, 'results'> & {
  readonly results: readonly (readonly [lineageId: string, result: ResultContent])[];
};

export const snapshotOf = ({ results, ...content }: ReportContent): ReportSnapshot => ({
  ...content,
  results: [...results],
});

export const contentOf = ({ results, ...content }: ReportSnapshot): ReportContent => ({
  ...content,
  results: new Map(results),
});
