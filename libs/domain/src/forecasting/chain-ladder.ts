import { linkVariances, type LinkObservations } from './chain-ladder-variance.js';

/**
 * Cumulative figures by origin (row) and development (column): each row is observed from the first development on and ends
 * with its latest figure. Rows may be in any order and of any length; full ones are welcome (a trapezoid).
 */
export type Triangle = readonly (readonly number[])[];

/** One origin: its latest figure, what it will be in the end, and the standard error of that (of the rest, likewise). */
export interface OriginForecast {
  readonly latest: number;
  /** Null where the figures do not tell: nothing reached yet, or a development that was never observed. */
  readonly ultimate: number | null;
  readonly reserve: number | null;
  /** Mack's standard error; null also where no variance can be estimated. */
  readonly standardError: number | null;
}

export interface ChainLadder {
  /** Volume-weighted development factors, one per step; null where there is nothing to develop from. */
  readonly factors: readonly (number | null)[];
  /** σ² per step; null where none can be estimated. */
  readonly variances: readonly (number | null)[];
  readonly origins: readonly OriginForecast[];
  /** Null as soon as it is unknown for one origin. */
  readonly totalReserve: number | null;
  readonly totalStandardError: number | null;
}

/** One step of development as the whole triangle shows it. */
interface Link {
  readonly factor: number | null;
  readonly variance: number | null;
  /** Sum of the figures that the factor was taken from. */
  readonly volume: number;
}

/**
 * R45: the volume-weighted chain ladder with the distribution-free standard error of Mack (ASTIN Bulletin 23(2), 1993,
 * formulas (7) and (9)), where a step's σ² is taken over the origins that have it observed, and the last by his rule
 * for the tail (see {@link linkVariances}). Floating point by nature. Never NaN: what cannot be estimated is null.
 * An empty triangle has nothing to come, and a row without a figure is no origin.
 *
 * A step whose figures all were zero and stay zero has the factor 1; one that begins from zero has none. An origin that
 * has reached nothing yet has no ultimate, unless it is fully developed.
 */
export function chainLadder(triangle: Triangle): ChainLadder {
  const rows = triangle.filter((row) => row.length > 0);
  const links = linksOf(rows);
  const origins = rows.map((row) => developed(row, links));
  return {
    factors: links.map(({ factor }) => factor),
    variances: links.map(({ variance }) => variance),
    origins,
    totalReserve: sumKnown(origins.map(({ reserve }) => reserve)),
    totalStandardError: totalError(rows, origins, links),
  };
}

function linksOf(rows: Triangle): readonly Link[] {
  const steps = Math.max(1, ...rows.map((row) => row.length)) - 1;
  const observed = Array.from({ length: steps }, (_, at) => observationsOf(rows, at));
  const variances = linkVariances(observed);
  return observed.map(({ factor, pairs }, at) => ({
    factor,
    variance: variances[at] ?? null,
    volume: pairs.reduce((sum, [from]) => sum + from, 0),
  }));
}

function observationsOf(rows: Triangle, at: number): LinkObservations {
  const pairs = rows.flatMap((row) => {
    const [from, to] = [row[at], row[at + 1]];
    return from === undefined || to === undefined ? [] : [[from, to] as const];
  });
  return { factor: factorOf(pairs), pairs };
}

function factorOf(pairs: LinkObservations['pairs']): number | null {
  if (pairs.every(([from, to]) => from === 0 && to === 0)) return 1;
  const before = pairs.reduce((sum, [from]) => sum + from, 0);
  const after = pairs.reduce((sum, [, to]) => sum + to, 0);
  return before > 0 && after > 0 ? after / before : null;
}

function developed(row: readonly number[], links: readonly Link[]): OriginForecast {
  const latest = row.at(-1) ?? 0;
  const rest = links.slice(row.length - 1);
  if (rest.length === 0) return { latest, ultimate: latest, reserve: 0, standardError: 0 };
  const unknown = { latest, ultimate: null, reserve: null, standardError: null };
  if (latest <= 0) return unknown;
  const factor = productOf(rest.map((link) => link.factor));
  if (factor === null) return unknown;
  const ultimate = latest * factor;
  return { latest, ultimate, reserve: ultimate - latest, standardError: originError(latest, ultimate, rest) };
}

/** Mack's formula (7): process and estimation error of one origin. */
function originError(latest: number, ultimate: number, rest: readonly Link[]): number | null {
  let reached = latest;
  let sum = 0;
  for (const { factor, variance, volume } of rest) {
    if (factor === null || variance === null) return null;
    if (variance > 0) sum += (variance / factor ** 2) * (1 / reached + 1 / volume);
    reached *= factor;
  }
  return ultimate * Math.sqrt(sum);
}

/** Mack's formula (9): the origins share their factors, so that the errors of any two move together. */
function totalError(rows: Triangle, origins: readonly OriginForecast[], links: readonly Link[]): number | null {
  const squares = sumKnown(origins.map(({ standardError }) => standardError && standardError ** 2));
  if (squares === null) return null;
  const toCome = rows.map((row, at) => ({ from: row.length - 1, ultimate: origins[at]?.ultimate ?? 0 }));
  const shared = toCome.flatMap((one, at) =>
    toCome
      .slice(at + 1)
      .map((other) => 2 * one.ultimate * other.ultimate * sharedError(links.slice(Math.max(one.from, other.from)))),
  );
  return Math.sqrt(shared.reduce((sum, each) => sum + each, squares));
}

const sharedError = (links: readonly Link[]): number =>
  links.reduce((sum, { factor, variance, volume }) => {
    if (factor === null || variance === null || variance === 0) return sum;
    return sum + variance / factor ** 2 / volume;
  }, 0);

const sumKnown = (figures: readonly (number | null)[]): number | null =>
  figures.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);

const productOf = (factors: readonly (number | null)[]): number | null =>
  factors.reduce<number | null>((product, each) => (product === null || each === null ? null : product * each), 1);
