/** Makes the median absolute deviation of a normal distribution its standard deviation (Iglewicz & Hoaglin 1993). */
const MAD_FACTOR = 0.6745;
/** The same for the mean absolute deviation, √(π/2). */
const MEAN_DEVIATION_FACTOR = 1.2533;

/** The middle one of some values, or the mean of the middle two; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/**
 * R48: how unusual a value is among its peers, by the modified z-score of Iglewicz & Hoaglin (1993), 0.6745·(x − median)/MAD,
 * which a few strange peers do not disturb. Where more than half of the peers are equal (MAD 0) it is measured by their mean
 * absolute deviation, (x − median)/(1.2533·MeanAD); where all are, there is no measure: null, also without peers.
 * Floating point by nature.
 */
export function robustZ(value: number, peers: readonly number[]): number | null {
  const middle = median(peers);
  if (middle === null) return null;
  const deviations = peers.map((peer) => Math.abs(peer - middle));
  const mad = median(deviations) ?? 0;
  if (mad > 0) return (MAD_FACTOR * (value - middle)) / mad;
  const mean = deviations.reduce((sum, deviation) => sum + deviation, 0) / deviations.length;
  return mean > 0 ? (value - middle) / (MEAN_DEVIATION_FACTOR * mean) : null;
}
