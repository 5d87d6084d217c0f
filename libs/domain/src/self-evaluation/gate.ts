import { exact } from '../kernel/exact.js';
import { ZERO } from '../monitoring/figures.js';
import type { LeafVerdict } from './leaf-verdict.js';

/** The gate of a leaf (R35): the one that its target prints, else that of the rules; what was agreed for the one leaf goes first. */
export const gateOf = (
  { gate }: { readonly gate: number | null },
  { gatePercent }: { readonly gatePercent: number | null },
): number | null => gate ?? gatePercent;

/**
 * R35 (Tianjin): below so many percent completion no points, compared unrounded; from there on completion × weight as without
 * it. ≥20个, weight 10, gate 60: 11 → 0, 12 → 6.00, 19 → 9.50; without it 11 → 5.50. A ceiling is held to it by the
 * completion that R33 leaves. Where there is no completion (R34) there is nothing to gate.
 */
export function gated(verdict: LeafVerdict, gate: number | null): LeafVerdict {
  if (gate === null || verdict.completion === undefined) return verdict;
  return verdict.completion.lt(exact(gate)) ? { ...verdict, rule: 'gate', points: ZERO, gate } : { ...verdict, gate };
}
