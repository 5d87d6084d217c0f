import type { Light } from '../monitoring/assessment-types.js';
import { LIGHT_RANK } from '../monitoring/project-light.js';
import type { AlertFacts, EarlierLights } from './alert-facts.js';

type Standing = EarlierLights;

/**
 * The last rounds of a project where it became worse in each of so many, oldest first and the round itself last; null
 * where it did not. From one round to the next it is worse where the light is, or where the light is no better and the
 * project lies further behind its plan. Grey judges nothing, so neither a step to it nor from it is worse. A project that
 * is green all the same, or has fewer rounds than that in its year, is not getting worse; nor is one that is yellow for
 * nothing but what is blank, which has an alert of its own (R28).
 */
export function worseningCourse(facts: AlertFacts, rounds: number): readonly Standing[] | null {
  if (!isBehind(facts.light) || isYellowForBlanks(facts)) return null;
  const itself = { month: facts.period.month, light: facts.light, gapToPlan: facts.gapToPlan };
  const course = [...facts.earlier.slice(0, rounds)].reverse().concat(itself);
  if (course.length <= rounds) return null;
  const isWorse = course.every((now, at) => {
    const before = course[at - 1];
    return before === undefined || isWorseThan(before, now);
  });
  return isWorse ? course.map(({ month, light, gapToPlan }) => ({ month, light, gapToPlan })) : null;
}

const isBehind = (light: Light): boolean => light === 'red' || light === 'yellow';

const isYellowForBlanks = ({ notReported, spendLight, goalLight }: AlertFacts): boolean =>
  notReported && !isBehind(spendLight) && !isBehind(goalLight);

function isWorseThan(before: Standing, now: Standing): boolean {
  if (before.light === 'grey' || now.light === 'grey') return false;
  if (before.light !== now.light) return LIGHT_RANK[now.light] < LIGHT_RANK[before.light];
  if (before.gapToPlan === null || now.gapToPlan === null) return false;
  return now.gapToPlan < 0 && now.gapToPlan < before.gapToPlan;
}
