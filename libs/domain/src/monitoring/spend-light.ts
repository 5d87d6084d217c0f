import type { SpendAssessment } from './assessment-types.js';
import type { Exact } from './figures.js';
import { percentOf, shown, ZERO } from './figures.js';
import { judgeLargeProject } from './large-project.js';
import { judgeRatio, referenceOf } from './ratio-spend.js';
import type { HefeiSpendRules, RatioSpendRules, SpendRules } from './rule-pack.js';
import { judgeThreshold, thresholdOf } from './sichuan-spend.js';
import { spendFigures, type SpendFigures } from './spend-figures.js';
import type { SpendInput, SpendVerdict } from './spend-verdict.js';

/**
 * The spend light of a project with its figures: R7 execution rate, R8 gaps to plan and to straight-line, and the
 * colour by precedence R11 > R14 > R10 > R9, where R12 or R13 takes the place of R10 and R9 in its preset.
 */
export function assessSpend(input: SpendInput): SpendAssessment {
  const figures = spendFigures(input);
  const verdict = judge(input, figures);
  const { executionRate: rate } = figures;
  return {
    light: verdict.light,
    reason: verdict.reason,
    executionRate: shown(rate),
    plannedRate: shown(figures.planned) ?? 0,
    straightLineRate: shown(figures.straightLine) ?? 0,
    gapToPlan: shown(rate && rate.sub(figures.planned)),
    gapToStraightLine: shown(rate && rate.sub(figures.straightLine)),
    ...comparison(input, figures, rate),
    planMissing: figures.planMissing,
    adjustedBudgetFen: figures.budget === null ? null : input.adjustedBudgetFen,
    expenditureFen: figures.expenditure === null ? null : input.expenditureFen,
    ...(input.expenditureSource === undefined ? {} : { expenditureSource: input.expenditureSource }),
    lastCheckpoint: verdict.lastCheckpoint ?? null,
    ...(verdict.largeProject === undefined ? {} : { largeProject: verdict.largeProject }),
  };
}

/** What the preset compares the rate with, and by which limits. */
function comparison(
  input: SpendInput,
  figures: SpendFigures,
  rate: Exact | null,
): Pick<SpendAssessment, 'reference' | 'byStraightLine' | 'ratioToReference' | 'bands' | 'threshold'> {
  const { spend } = input.rulePack;
  if (spend.preset === 'sichuan') {
    return { reference: 'threshold', ratioToReference: null, bands: null, threshold: thresholdOf(spend, input) };
  }
  const { redBelow, yellowBelow, ...rules } = ratioRulesOf(spend);
  const reference = referenceOf(rules, figures);
  return {
    reference: reference.of,
    ...(rules.reference === 'straightLine' ? { byStraightLine: true } : {}),
    ratioToReference: shown(rate && percentOf(rate, reference.percent)),
    bands: { redBelow, yellowBelow },
  };
}

/** R13: what is not up to straight-line progress is red, so both limits of the ratio are one. */
const ratioRulesOf = (rules: RatioSpendRules | HefeiSpendRules): RatioSpendRules =>
  rules.preset === 'ratio'
    ? rules
    : { preset: 'ratio', reference: 'straightLine', redBelow: rules.behindBelow, yellowBelow: rules.behindBelow };

function judge(input: SpendInput, figures: SpendFigures): SpendVerdict {
  if (input.exempt) return { light: 'grey', reason: 'exempt' };
  const { budget, expenditure } = figures;
  if (expenditure === null) return unreported(input);
  if (budget === null || (budget.lte(ZERO) && expenditure.lte(ZERO))) return { light: 'grey', reason: 'no-budget' };
  if (expenditure.gt(budget)) return { light: 'red', reason: 'overspent' };
  const { spend, largeProject } = input.rulePack;
  return judgeLargeProject(largeProject, figures) ?? judgeByPreset(spend, figures, input);
}

const judgeByPreset = (rules: SpendRules, figures: SpendFigures, input: SpendInput): SpendVerdict =>
  rules.preset === 'sichuan' ? judgeThreshold(rules, figures, input) : judgeRatio(ratioRulesOf(rules), figures, input);

/** R28: blank is not zero. A project that only starts after the round has nothing to report yet. */
function unreported({ period, startMonth }: Pick<SpendInput, 'period' | 'startMonth'>): SpendVerdict {
  return { light: 'grey', reason: startMonth > period.month ? 'not-due' : 'not-reported' };
}
