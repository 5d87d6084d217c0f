import { exact } from '../kernel/exact.js';
import type { Period } from '../kernel/period.js';
import { plannedPercent } from './spend-schedule.js';
import type { IndicatorTarget, SpendSchedule } from './target-types.js';

/**
 * How a target fell behind the one it replaces: it asks for less, it is gone, or it is stated so differently that the two
 * cannot be compared, which would otherwise be a way around the comparison.
 */
export type Lowering = 'lower' | 'dropped' | 'incomparable';

export interface TargetOf {
  readonly id: string;
  readonly target: IndicatorTarget;
}

export interface LoweredTarget {
  readonly id: string;
  readonly lowering: Lowering;
}

/** Which of the original targets the present ones fall behind (R27), in the order of the original ones. */
export function loweredTargets(original: readonly TargetOf[], present: readonly TargetOf[]): readonly LoweredTarget[] {
  const presentOf = new Map(present.map(({ id, target }) => [id, target]));
  return original.flatMap(({ id, target }) => {
    const now = presentOf.get(id);
    const lowering = now === undefined ? 'dropped' : loweringOf(target, now);
    return lowering === null ? [] : [{ id, lowering }];
  });
}

/** Whether the present plan asks for less spending by the end of a period than the original one did (R5, R27). */
export function isPlanLowered(original: SpendSchedule | null, present: SpendSchedule | null, period: Period): boolean {
  if (original === null || present === null) return false;
  return plannedPercent(present, period).lt(plannedPercent(original, period));
}

function loweringOf(original: IndicatorTarget, present: IndicatorTarget): Lowering | null {
  if (original.kind !== present.kind || original.unit !== present.unit || original.direction !== present.direction) {
    return 'incomparable';
  }
  if (present.assessedFrom > original.assessedFrom) return 'lower';
  if (original.operator === 'date' || original.operator === 'qualitative') return loweringOfWords(original, present);
  return isNumberLowered(original, present) ? 'lower' : null;
}

function loweringOfWords(original: IndicatorTarget, present: IndicatorTarget): Lowering | null {
  if (original.dueDate !== null && present.dueDate !== null) return present.dueDate > original.dueDate ? 'lower' : null;
  return original.rawValue === present.rawValue ? null : 'incomparable';
}

const isStrict = ({ operator }: IndicatorTarget): boolean => operator === 'gt' || operator === 'lt';

function isNumberLowered(original: IndicatorTarget, present: IndicatorTarget): boolean {
  if (original.number === null || present.number === null) return original.number !== present.number;
  const [before, now] = [exact(original.number), exact(present.number)];
  if (before.equals(now)) return isStrict(original) && !isStrict(present);
  return original.direction === 'atMost' ? now.gt(before) : now.lt(before);
}
