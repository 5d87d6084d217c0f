import { ALERT_KINDS, type AlertKind } from '@jixiao/domain';
import type { TrialRound } from './alert-rules.api.js';

export interface TrialCell {
  readonly alerts: number;
  readonly new: number;
  readonly gone: number;
  readonly severity: number;
}

/** Of one round. */
export interface RoundCell extends TrialCell {
  readonly year: number;
  readonly month: number;
}

const NOTHING: TrialCell = { alerts: 0, new: 0, gone: 0, severity: 0 };

export interface TrialTable {
  /** Only rules that raise anything, or would no longer. */
  readonly rows: readonly { readonly kind: AlertKind; readonly cells: readonly RoundCell[]; readonly sum: TrialCell }[];
  /** By round, and all together. */
  readonly totals: readonly TrialCell[];
  readonly sum: TrialCell;
  readonly red: number;
  readonly yellow: number;
}

/** What a trial counts as a table of rules by rounds, with its sums. */
export function trialTable(rounds: readonly TrialRound[]): TrialTable {
  const kinds = ALERT_KINDS.filter((kind) => rounds.some((round) => round.kinds.some((each) => each.kind === kind)));
  const rows = kinds.map((kind) => {
    const cells = rounds.map((round) => cellOf(round, kind));
    return { kind, cells, sum: cells.reduce<TrialCell>(added, NOTHING) };
  });
  const totals = rounds.map((_, at) => rows.map<TrialCell>(({ cells }) => cells[at] ?? NOTHING).reduce(added, NOTHING));
  const counts = rounds.flatMap((round) => round.kinds);
  return {
    rows,
    totals,
    sum: totals.reduce(added, NOTHING),
    red: counts.reduce((sum, { red }) => sum + red, 0),
    yellow: counts.reduce((sum, { yellow }) => sum + yellow, 0),
  };
}

function cellOf({ year, month, kinds }: TrialRound, kind: AlertKind): RoundCell {
  const count = kinds.find((each) => each.kind === kind);
  if (count === undefined) return { year, month, ...NOTHING };
  const { new: fresh, gone, severity } = count.turns;
  return { year, month, alerts: count.red + count.yellow, new: fresh, gone, severity };
}

const added = (one: TrialCell, other: TrialCell): TrialCell => ({
  alerts: one.alerts + other.alerts,
  new: one.new + other.new,
  gone: one.gone + other.gone,
  severity: one.severity + other.severity,
});
