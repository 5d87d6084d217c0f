import type { Light } from './assessment-types.js';
import type { SpendRules } from './rule-pack.js';

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
 * R23, or R13 where the preset is `hefei`, with R28. Where something due was not reported by the deadline the project is
 * at best yellow, also when nothing else was judged: a blank must never look better than a poor result.
 */
export function projectLight(
  spend: Light,
  goals: Light,
  notReported: boolean,
  preset: SpendRules['preset'] = 'ratio',
): Light {
  const light = combined(spend, goals, preset);
  return notReported && light !== 'red' ? 'yellow' : light;
}

/** The light of both parts before anything is said of what is missing (R28). */
export const combined = (spend: Light, goals: Light, preset: SpendRules['preset']): Light =>
  preset === 'hefei' ? hefeiLight(spend, goals) : worstOf([spend, goals]);

/**
 * R13: goals that are off (yellow or red) turn what is otherwise green into yellow, never into red; spending alone does
 * that. Goals that are not judged (grey) leave the light to spending, and where spending is not judged either way the
 * goals decide between green and yellow, so that nothing is grey of which anything is known.
 */
function hefeiLight(spend: Light, goals: Light): Light {
  if (spend === 'red') return 'red';
  if (isOff(goals) || spend === 'yellow') return 'yellow';
  return spend === 'grey' && goals === 'grey' ? 'grey' : 'green';
}

/** R13: goals are off where they are yellow or red; grey says nothing of them. */
export const isOff = (goals: Light): boolean => goals === 'yellow' || goals === 'red';
