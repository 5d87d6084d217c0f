import type { AssessmentInput, IndicatorAssessment, IndicatorToAssess } from '../monitoring/assessment-types.js';
import type { IndicatorContext } from '../monitoring/indicator-context.js';
import { assessIndicator } from '../monitoring/indicator-light.js';
import { RATIO_RULE_PACK } from '../monitoring/rule-pack.js';
import { spendFigures } from '../monitoring/spend-figures.js';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import type { IndicatorTarget, SpendSchedule } from '../targets/target-types.js';

/** 235.8 万元, the budget of the worked figures of R7–R9. */
export const SAMPLE_BUDGET_FEN = 235_800_000;

/** A cumulative plan at the end of March, June, October and December. */
export const plan = (...percents: [number, number, number, number]): SpendSchedule =>
  [3, 6, 10, 12].map((month, at) => ({ month, percent: percents[at] ?? 0 }));

/** 万元 in 分. */
export const wan = (amount: number): number => Math.round(amount * 1_000_000);

/** A project of 235.8 万元 with the plan 25/50/80/100 that spent exactly half by June, before the deadline. */
export function sampleProject(changes: Partial<AssessmentInput> = {}): AssessmentInput {
  return {
    period: { year: 2023, month: 6 },
    rulePack: RATIO_RULE_PACK,
    deadlinePassed: false,
    exempt: false,
    startMonth: 1,
    adjustedBudgetFen: SAMPLE_BUDGET_FEN,
    schedule: plan(25, 50, 80, 100),
    expenditureFen: SAMPLE_BUDGET_FEN / 2,
    indicators: [],
    ...changes,
  };
}

/** A level indicator ≥90%; the changes make it another one. */
export function sampleTarget(changes: Partial<IndicatorTarget> = {}): IndicatorTarget {
  return {
    level1: '产出指标',
    level2: '质量指标',
    name: '档案合格率',
    description: null,
    basis: null,
    kind: 'level',
    assessedFrom: 1,
    rawValue: '≥90%',
    operator: 'gte',
    number: 90,
    unit: '%',
    dueDate: null,
    gate: null,
    operatorPrinted: true,
    direction: 'atLeast',
    directionInferred: false,
    ...changes,
  };
}

export const sampleIndicator = (
  target: Partial<IndicatorTarget>,
  answer: IndicatorAnswer | number | null,
  rest: Partial<IndicatorToAssess> = {},
): IndicatorToAssess => ({
  id: 'indicator-1',
  target: sampleTarget(target),
  answer: typeof answer === 'number' ? { type: 'value', value: answer } : answer,
  ...rest,
});

/** What the indicators of `sampleProject(changes)` share. */
export function sampleContext(changes: Partial<AssessmentInput> = {}): IndicatorContext {
  const input = sampleProject(changes);
  return {
    period: input.period,
    rules: input.rulePack.indicators,
    spend: spendFigures(input),
    startMonth: input.startMonth,
    exempt: input.exempt,
  };
}

/** The cumulative target of R18's worked figures. */
export const COUNTED_CASES = {
  kind: 'cumulative',
  name: '审理案件数',
  rawValue: '≥27000件',
  number: 27_000,
  unit: '件',
} as const;

/** The assessment of one indicator in a month of 2023, in `sampleProject(project)`. */
export function lightIn(
  month: number,
  target: Partial<IndicatorTarget>,
  answer: IndicatorAnswer | number | null,
  project: Partial<AssessmentInput> = {},
  rest: Partial<IndicatorToAssess> = {},
): IndicatorAssessment {
  const context = sampleContext({ period: { year: 2023, month }, ...project });
  return assessIndicator(sampleIndicator(target, answer, rest), context);
}
