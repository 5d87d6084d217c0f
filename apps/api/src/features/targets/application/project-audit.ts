import type { ProjectIdentity } from './compare-targets.js';
import type { TargetContent } from './target-content.js';

/** What the trail keeps of a project's targets at one version. */
export const targetSummary = (
  { name, code }: ProjectIdentity,
  version: number,
  content: Pick<TargetContent, 'initialBudgetFen' | 'indicators'>,
): object => ({
  name,
  code,
  version,
  initialBudgetFen: content.initialBudgetFen,
  indicators: content.indicators.length,
});
