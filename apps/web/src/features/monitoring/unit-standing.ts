import type { Light } from '@jixiao/domain';
import type { OverviewUnit } from '../../shared/api/schema.gen.js';
import { perLight } from '../../shared/per-light.js';

/** What a unit, or a department as a whole, is compared by. Money in 分. */
export interface Peer {
  readonly id: string;
  readonly departmentId: string | null;
  readonly budgetFen: number;
  readonly expenditureFen: number;
  readonly lagFen: number;
  readonly byLight: OverviewUnit['byLight'];
  readonly judgedFen: number;
  readonly onTrackFen: number;
}

export const MEASURES = ['executionRate', 'onTrack', 'onTrackMoney', 'lag'] as const;
export type Measure = (typeof MEASURES)[number];

/** Where one stands among others by one measure, in percent; the best is 1. */
export interface Standing {
  readonly measure: Measure;
  readonly value: number | null;
  /** Null where it cannot be compared. */
  readonly place: number | null;
  /** How many have a figure. */
  readonly of: number;
  readonly median: number | null;
}

const HUNDRED = 100;
const part = (some: number, all: number): number | null => (all > 0 ? (some / all) * HUNDRED : null);
const count = ({ byLight }: Pick<Peer, 'byLight'>, lights: readonly Light[]): number =>
  lights.reduce((all, light) => all + (byLight[light] ?? 0), 0);

const FIGURE: Readonly<Record<Measure, (peer: Omit<Peer, 'id' | 'departmentId'>) => number | null>> = {
  /** R7 of all projects together. */
  executionRate: ({ expenditureFen, budgetFen }) => part(expenditureFen, budgetFen),
  /** Green and blue projects, of those that have a colour. */
  onTrack: (peer) => part(count(peer, ['green', 'blue']), count(peer, ['red', 'yellow', 'green', 'blue'])),
  /** The same by their budgets, so that one large project weighs more than many small ones. */
  onTrackMoney: ({ onTrackFen, judgedFen }) => part(onTrackFen, judgedFen),
  /** What the plans wanted spent by now and is not, of the budget. */
  lag: ({ lagFen, budgetFen }) => part(lagFen, budgetFen),
};
export const figureOf = (measure: Measure, peer: Omit<Peer, 'id' | 'departmentId'>): number | null =>
  FIGURE[measure](peer);

const isLess = (measure: Measure): boolean => measure === 'lag';

function median(sorted: readonly number[]): number | null {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Where `id` stands among its peers; as good as each other is the same place. */
export function standingsOf(peers: readonly Peer[], id: string): Standing[] {
  const own = peers.find((peer) => peer.id === id);
  return MEASURES.map((measure) => {
    const value = own ? figureOf(measure, own) : null;
    const figures = peers.flatMap((peer) => figureOf(measure, peer) ?? []);
    const better = figures.filter((figure) => value !== null && (isLess(measure) ? figure < value : figure > value));
    return {
      measure,
      value,
      place: value === null ? null : better.length + 1,
      of: figures.length,
      median: median(figures.sort((a, b) => a - b)),
    };
  });
}

export const unitPeers = (units: readonly OverviewUnit[]): Peer[] =>
  units.map(({ organisationId: id, departmentId, ...unit }) => ({
    id,
    departmentId,
    budgetFen: unit.budgetFen,
    expenditureFen: unit.expenditureFen,
    lagFen: unit.lagFen,
    byLight: unit.byLight,
    judgedFen: unit.judgedFen,
    onTrackFen: unit.onTrackFen,
  }));

/** Departments with everything below them, each as one. */
export function departmentPeers(units: readonly OverviewUnit[]): Peer[] {
  const departments = new Map<string, Peer>();
  for (const unit of units) {
    if (unit.departmentId === null) continue;
    const before = departments.get(unit.departmentId);
    departments.set(unit.departmentId, {
      id: unit.departmentId,
      departmentId: null,
      budgetFen: (before?.budgetFen ?? 0) + unit.budgetFen,
      expenditureFen: (before?.expenditureFen ?? 0) + unit.expenditureFen,
      lagFen: (before?.lagFen ?? 0) + unit.lagFen,
      judgedFen: (before?.judgedFen ?? 0) + unit.judgedFen,
      onTrackFen: (before?.onTrackFen ?? 0) + unit.onTrackFen,
      byLight: perLight((light) => (before?.byLight[light] ?? 0) + unit.byLight[light]),
    });
  }
  return [...departments.values()];
}
