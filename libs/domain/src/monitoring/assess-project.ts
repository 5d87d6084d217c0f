import type { AssessmentInput, Light, ProjectAssessment, ProjectReason, SpendAssessment } from './assessment-types.js';
import { assessGoals } from './goal-light.js';
import { assessIndicator } from './indicator-light.js';
import { projectLight, worstOf } from './project-light.js';
import { rulePackRef } from './rule-pack.js';
import { assessSpend, spendFigures } from './spend-light.js';

/**
 * The lights of one project in one round: spend (R7–R11), every indicator (R17–R21), goals (R22) and project (R23),
 * with late or blank data (R28). A pure function of its input, so that recomputing gives the identical result (R49).
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
  const light = projectLight(spend.light, goals.light, notReported);

  return {
    rulePack: rulePackRef(input.rulePack),
    period: { year: input.period.year, month: input.period.month },
    light,
    reason: reasonOf(spend, goals.light, light, awaitingReport),
    spend,
    goals,
    missing,
    notReported,
    awaitingReport,
  };
}

/** Which part decided the colour; a yellow that neither part gave comes from missing data (R28). */
function reasonOf(spend: SpendAssessment, goals: Light, light: Light, awaitingReport: boolean): ProjectReason {
  if (spend.reason === 'exempt') return 'exempt';
  if (light !== worstOf([spend.light, goals])) return 'not-reported';
  if (light === 'grey') return awaitingReport ? 'awaiting-report' : 'not-judged';
  if (spend.light === light) return goals === light ? 'spend-and-goals' : 'spend';
  return 'goals';
}
