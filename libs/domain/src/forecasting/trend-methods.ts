/** A forecast of the next `steps` values of a series without seasons, oldest first; needs two values. Floating point. */
export type TrendMethod = (values: readonly number[], steps: number) => readonly number[];

/** Smoothing parameters that are tried, in this order; of equally good ones the first is taken, so that fitting is repeatable. */
const HOLT_GRID = gridOf(10);
const DAMPING_GRID = [0.8, 0.9, 0.98];
const SES_GRID = gridOf(20);

/** `count` even steps up to 1. */
function gridOf(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => (at + 1) / count);
}

const ahead = (steps: number): readonly number[] => Array.from({ length: steps }, (_, at) => at + 1);

interface Smoothed {
  readonly level: number;
  readonly trend: number;
  /** Sum of the squared errors one step ahead. */
  readonly error: number;
}

/**
 * Holt's linear trend, damped (Gardner & McKenzie 1985): level and trend are smoothed, and the trend fades by φ with every
 * step. Begins with the first value and the first difference; α and β in steps of 0.1 up to 1, φ of 0.8, 0.9 and 0.98,
 * chosen by the squared errors one step ahead.
 */
export const dampedHolt: TrendMethod = (values, steps) => {
  let best = { ...smooth(values, 1, 1, 1), damping: 1, error: Infinity };
  for (const alpha of HOLT_GRID) {
    for (const beta of HOLT_GRID) {
      for (const damping of DAMPING_GRID) {
        const tried = smooth(values, alpha, beta, damping);
        if (tried.error < best.error) best = { ...tried, damping };
      }
    }
  }
  const { level, trend, damping } = best;
  return ahead(steps).map((step) => level + trend * dampedSteps(damping, step));
};

/** φ + φ² + … + φ^steps. */
const dampedSteps = (damping: number, steps: number): number =>
  ahead(steps).reduce((sum, step) => sum + damping ** step, 0);

function smooth(values: readonly number[], alpha: number, beta: number, damping: number): Smoothed {
  const [first = 0, second = first] = values;
  let level = first;
  let trend = second - first;
  let error = 0;
  for (const value of values.slice(1)) {
    const expected = level + damping * trend;
    error += (value - expected) ** 2;
    const next = expected + alpha * (value - expected);
    trend = beta * (next - level) + (1 - beta) * damping * trend;
    level = next;
  }
  return { level, trend, error };
}

/**
 * The Theta method (Assimakopoulos & Nikolopoulos 2000) in the form that Hyndman & Billah (2003) showed it to have: simple
 * exponential smoothing with half the slope of the regression line as drift,
 * ℓₙ + b/2 · (h − 1 + (1 − (1 − α)ⁿ)/α). Begins with the first value; α in steps of 0.05 up to 1, chosen as above.
 */
export const theta: TrendMethod = (values, steps) => {
  const drift = slopeOf(values) / 2;
  let best = { level: 0, alpha: 1, error: Infinity };
  for (const alpha of SES_GRID) {
    const tried = smoothLevel(values, alpha);
    if (tried.error < best.error) best = { ...tried, alpha };
  }
  const { level, alpha } = best;
  const base = (1 - (1 - alpha) ** values.length) / alpha;
  return ahead(steps).map((step) => level + drift * (step - 1 + base));
};

function smoothLevel(values: readonly number[], alpha: number): { readonly level: number; readonly error: number } {
  let level = values[0] ?? 0;
  let error = 0;
  for (const value of values.slice(1)) {
    error += (value - level) ** 2;
    level += alpha * (value - level);
  }
  return { level, error };
}

/** Slope of the least-squares line through the values at 1…n. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length + 1) / 2;
  const products = values.reduce((sum, value, at) => sum + (at + 1 - middle) * value, 0);
  const squares = values.reduce((sum, _, at) => sum + (at + 1 - middle) ** 2, 0);
  return squares === 0 ? 0 : products / squares;
}
