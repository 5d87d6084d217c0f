import { expect } from '@jest/globals';

/** Milliseconds of the fastest of several runs: what the work costs when nothing else is in the way. */
export async function fastest(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return Math.min(...times);
}

/**
 * Shows a measurement beside a floor taken in the same run, and fails where the ratio leaves its bound. Milliseconds
 * differ by machine and by what else it does; the ratio hardly.
 */
export function compare(name: string, milliseconds: number, floor: number, atMost: number): void {
  const ratio = milliseconds / floor;
  const figures = `${milliseconds.toFixed(0)} ms, floor ${floor.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (at most ${atMost})`;
  process.stdout.write(`${name}: ${figures}\n`);
  expect(ratio).toBeLessThanOrEqual(atMost);
}

/** The middle one of some measurements, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
}
