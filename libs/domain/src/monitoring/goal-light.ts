import type { GoalAssessment, IndicatorAssessment, Light } from './assessment-types.js';
import { LIGHTS } from './assessment-types.js';
import { worstOf } from './project-light.js';

/** R22: the goal light of a project is the worst of its indicators, grey ignored; all grey is grey. */
export const goalLight = (indicators: readonly { readonly light: Light }[]): Light =>
  worstOf(indicators.map(({ light }) => light));

/** The goal part of an assessment: its light (R22), how many indicators have which colour, and the indicators. */
export function assessGoals(indicators: readonly IndicatorAssessment[]): GoalAssessment {
  const counts = Object.fromEntries(
    LIGHTS.map((light) => [light, indicators.filter((indicator) => indicator.light === light).length]),
  ) as Record<Light, number>;
  return { light: goalLight(indicators), counts, indicators };
}
