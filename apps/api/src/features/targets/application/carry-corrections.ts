import { matchLineage } from './match-lineage.js';
import {
  CORRECTABLE_FIELDS,
  correctionsOf,
  type CorrectableField,
  type IndicatorContent,
  type TargetContent,
} from './target-content.js';

/**
 * What a document says with what a person corrected of the stored target: an indicator whose value is printed as before
 * keeps its corrections, so that reading the same document again changes nothing. Another printed value is read anew.
 * What was corrected in `next` itself counts more than what was corrected earlier.
 */
export function carryCorrections<C extends TargetContent>(stored: TargetContent, next: C): C {
  if (stored.indicators.every(({ corrected }) => corrected.length === 0)) return next;
  const matches = matchPrinted(stored.indicators, next.indicators);
  const indicators = next.indicators.map((indicator, index) => {
    const match = matches[index];
    const old = match === null || match === undefined ? undefined : stored.indicators[match];
    return old === undefined ? indicator : withCorrections(old, indicator);
  });
  return { ...next, indicators };
}

function withCorrections<I extends IndicatorContent>(old: IndicatorContent, next: I): I {
  if (old.corrected.length === 0 || old.rawValue !== next.rawValue) return next;
  if (next.corrected.length === 0) return { ...next, ...understood(old), corrected: correctionsOf(old) };
  const kept = correctionsOf(old).filter((field) => !next.corrected.includes(field));
  const corrected = CORRECTABLE_FIELDS.filter((field) => kept.includes(field) || next.corrected.includes(field));
  return { ...next, ...Object.fromEntries(kept.map((field) => [field, old[field]])), corrected };
}

/** All that was understood, not only what was corrected: a corrected operator has decided the direction as well. */
const understood = (
  old: IndicatorContent,
): Pick<IndicatorContent, CorrectableField | 'operatorPrinted' | 'directionInferred'> => ({
  level1: old.level1,
  level2: old.level2,
  name: old.name,
  operator: old.operator,
  number: old.number,
  unit: old.unit,
  dueDate: old.dueDate,
  direction: old.direction,
  kind: old.kind,
  assessedFrom: old.assessedFrom,
  operatorPrinted: old.operatorPrinted,
  directionInferred: old.directionInferred,
});

/** By lineage; then, a corrected name not being the printed one, by everything else where only one is left on each side. */
function matchPrinted(
  stored: readonly IndicatorContent[],
  next: readonly IndicatorContent[],
): readonly (number | null)[] {
  const matches = [...matchLineage(stored, next)];
  const taken = new Set(matches);
  const renamed = [...stored.keys()].filter((index) => !taken.has(index) && isRenamed(stored[index]));
  const free = [...next.keys()].filter((index) => matches[index] === null);
  for (const index of renamed) {
    const candidates = free.filter((candidate) => isPrintOf(stored[index], next[candidate]));
    const [only] = candidates;
    if (only === undefined || candidates.length > 1) continue;
    if (renamed.filter((other) => isPrintOf(stored[other], next[only])).length === 1) matches[only] = index;
  }
  return matches;
}

const NAMING = ['level1', 'level2', 'name'] as const;

const isRenamed = (indicator: IndicatorContent | undefined): boolean =>
  indicator !== undefined && NAMING.some((field) => indicator.corrected.includes(field));

const isPrintOf = (stored: IndicatorContent | undefined, next: IndicatorContent | undefined): boolean =>
  stored !== undefined &&
  next !== undefined &&
  stored.rawValue === next.rawValue &&
  stored.description === next.description &&
  stored.basis === next.basis &&
  NAMING.every((field) => stored.corrected.includes(field) || stored[field] === next[field]);
