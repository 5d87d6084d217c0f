import type { AssessmentInput, Light, ProjectAssessment, ProjectReason, SpendAssessment } from './assessment-types.js';
import { assessGoals } from './goal-light.js';
import { assessIndicator } from './indicator-light.js';
import { combined, isOff, projectLight } from './project-light.js';
import { rulePackRef, type SpendRules } from './rule-pack.js';
import { spendFigures } from './spend-figures.js';
import { assessSpend } from './spend-light.js';

/**
 * The lights of one project in one round: spend (R7–R14), every indicator (R17–R21), goals (R22) and project (R23, in its
 * preset R13), with late or blank data (R28). A pure function of its input, so that recomputing gives the identical result (R49).
 */
export function assessProject(input: AssessmentInput): ProjectAssessment {
  const spend = assessSpend(input);
  const context = {
    period: input.period,
    rules: input.rulePack.indicators,
    spend: spendFigures(input),
    startMonth: input.startMonth,
    exempt: input.exempt,
  };
  const indicators = input.indicators.map((indicator) => assessIndicator(indicator, context));
  const goals = assessGoals(indicators);

  const missing = {
    expenditure: spend.reason === 'not-reported',
    indicators: indicators.filter((indicator) => indicator.missing === 'answer').length,
    withoutData: indicators.filter((indicator) => indicator.missing === 'data').length,
  };
  const isBlank = missing.expenditure || missing.indicators > 0;
  const notReported = input.deadlinePassed && (isBlank || missing.withoutData > 0);
  const awaitingReport = !input.deadlinePassed && isBlank;
  const { preset } = input.rulePack.spend;
  const light = projectLight(spend.light, goals.light, notReported, preset);

  return {
    rulePack: rulePackRef(input.rulePack),
    period: { year: input.period.year, month: input.period.month },
    light,
    reason: reasonOf({ spend, goals: goals.light, light, preset, awaitingReport }),
    spend,
    goals,
    missing,
    notReported,
    awaitingReport,
  };
}

interface Decided {
  readonly spend: SpendAssessment;
  readonly goals: Light;
  readonly light: Light;
  readonly preset: SpendRules['preset'];
  readonly awaitingReport: boolean;
}

/** Which part decided the colour; a yellow that neither part gave comes from missing data (R28). */
function reasonOf({ spend, goals, light, preset, awaitingReport }: Decided): ProjectReason {
  if (spend.reason === 'exempt') return 'exempt';
  if (light !== combined(spend.light, goals, preset)) return 'not-reported';
  if (light === 'grey') return awaitingReport ? 'awaiting-report' : 'not-judged';
  if (preset === 'hefei' && light === 'yellow' && isOff(goals)) return 'goals-off';
  if (spend.light === light) return goals === light ? 'spend-and-goals' : 'spend';
  return 'goals';
}
