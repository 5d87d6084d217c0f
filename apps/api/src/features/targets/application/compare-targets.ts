import { wanFromFen } from '@jixiao/domain';
import { correctedText } from './corrected-text.js';
import { matchLineage } from './match-lineage.js';
import { contentHash, type IndicatorContent, type TargetContent } from './target-content.js';

/** One thing that differs between two versions of a target, as a person reads it; null is "not stated" or "not there". */
export interface Difference {
  /**
   * `name`, `code`, `budget`, `fiscalFunds`, `otherFunds`, `purpose`, `schedule`, `goals`, `order`, or
   * `indicator: <name>`.
   */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a project is called and known by. */
export interface ProjectIdentity {
  readonly name: string;
  readonly code: string | null;
}

export const compareIdentity = (before: ProjectIdentity, after: ProjectIdentity): readonly Difference[] =>
  [difference('name', before.name, after.name), difference('code', before.code, after.code)].filter(
    (each) => each !== null,
  );

/**
 * What differs between two contents, usually the stored one and a document's, in the order of the official table.
 * Empty exactly where both have the same fingerprint, so that "unchanged" and "no differences" are one thing.
 */
export function compareTargets(before: TargetContent, after: TargetContent): readonly Difference[] {
  if (contentHash(before) === contentHash(after)) return [];
  const differences = [
    difference('budget', money(before.initialBudgetFen), money(after.initialBudgetFen)),
    difference('fiscalFunds', money(before.fiscalFundsFen), money(after.fiscalFundsFen)),
    difference('otherFunds', money(before.otherFundsFen), money(after.otherFundsFen)),
    difference('purpose', before.purpose, after.purpose),
    difference('schedule', schedule(before), schedule(after)),
    difference('goals', before.goals.join('\n') || null, after.goals.join('\n') || null),
    ...indicatorDifferences(before.indicators, after.indicators),
  ].filter((each) => each !== null);
  return differences.length > 0 ? differences : [orderDifference(before.indicators, after.indicators)];
}

const difference = (field: string, before: string | null, after: string | null): Difference | null =>
  before === after ? null : { field, before, after };

const money = (fen: number | null): string | null => (fen === null ? null : `${wanFromFen(fen)} 万元`);

const schedule = ({ schedule: points }: TargetContent): string | null =>
  points?.map(({ month, percent }) => `${month}月底 ${percent}%`).join(' / ') ?? null;

const indicatorText = (indicator: IndicatorContent): string => {
  const { level1, level2, description, rawValue, basis, weight } = indicator;
  const weightText = weight === null ? null : `权重 ${weight}`;
  return [level1, level2, rawValue, description, basis, weightText, correctedText(indicator)]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
};

function indicatorDifferences(
  before: readonly IndicatorContent[],
  after: readonly IndicatorContent[],
): readonly (Difference | null)[] {
  const matches = matchLineage(before, after);
  const kept = new Set(matches);
  const changedOrNew = after.map((indicator, index) => {
    const match = matches[index];
    const old = match === null || match === undefined ? undefined : before[match];
    return difference(
      `indicator: ${indicator.name}`,
      old === undefined ? null : indicatorText(old),
      indicatorText(indicator),
    );
  });
  const removed = before
    .filter((_, index) => !kept.has(index))
    .map((indicator) => difference(`indicator: ${indicator.name}`, indicatorText(indicator), null));
  return [...changedOrNew, ...removed];
}

const orderDifference = (before: readonly IndicatorContent[], after: readonly IndicatorContent[]): Difference => ({
  field: 'order',
  before: before.map(({ name }) => name).join('、'),
  after: after.map(({ name }) => name).join('、'),
});
