import type { Light } from './assessment-types.js';

/** Worst first; grey says nothing and ranks last. Also the order of lists "by worst" (R23). */
export const LIGHT_RANK: Readonly<Record<Light, number>> = { red: 0, yellow: 1, green: 2, blue: 3, grey: 4 };

/** The worst of red > yellow > green > blue, grey ignored; grey where nothing else is there (R22, R23). */
export function worstOf(lights: Iterable<Light>): Light {
  let worst: Light = 'grey';
  for (const light of lights) {
    if (LIGHT_RANK[light] < LIGHT_RANK[worst]) worst = light;
  }
  return worst;
}

/**
 * R23 with R28: the worst of spend and goal light. Where something due was not reported by the deadline the project is
 * at best yellow, also when nothing else was judged: a blank must never look better than a poor result.
 */
export function projectLight(spend: Light, goals: Light, notReported: boolean): Light {
  const worst = worstOf([spend, goals]);
  return notReported && worst !== 'red' ? 'yellow' : worst;
}
