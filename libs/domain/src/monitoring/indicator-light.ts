import type { IndicatorAnswer } from '../reporting/report-types.js';
import { directionDoubt } from '../targets/direction-check.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import type { IndicatorAssessment, IndicatorBasis, IndicatorToAssess } from './assessment-types.js';
import { cumulativeLight, nothingDueYet } from './cumulative-light.js';
import { dateLight } from './date-light.js';
import type { Exact } from './figures.js';
import { given, percentOf, shown } from './figures.js';
import type { IndicatorContext, IndicatorVerdict } from './indicator-context.js';
import { annualTarget, grey, isDue } from './indicator-context.js';
import { judgedKind } from './judged-kind.js';
import { isAtMost, levelLight } from './level-light.js';
import { executionRateLight, progressLight } from './progress-light.js';
import { qualitativeLight } from './qualitative-light.js';

/**
 * The light of one indicator in a round (R17–R21), with its figures and everything that explains it.
 *
 * Whatever is given, the answer is a light: a blank, "no data", an answer that does not fit the kind, or a target
 * without a number gives grey with its reason, never a failure. An indicator whose printed direction is doubted (R41)
 * stays grey until finance has confirmed it; a blank is still counted as missing then (R28).
 */
export function assessIndicator(indicator: IndicatorToAssess, context: IndicatorContext): IndicatorAssessment {
  const { id, target, answer } = indicator;
  const annual = annualTarget(target);
  const result = resultOf(target, answer, context);
  const verdict = judge(indicator, annual, result, context);
  return {
    id,
    name: target.name,
    light: verdict.light,
    reason: verdict.reason,
    completion: completion(target, annual, result),
    standard: verdict.standardBasis === 'annualTarget' ? target.number : shown(verdict.standard ?? null),
    ratioToStandard: shown(verdict.ratio ?? null),
    result: target.kind === 'executionRate' ? shown(result) : numberOf(answer),
    missing: missingOf(indicator, annual, context),
    basis: basisOf(target, answer, verdict, context),
  };
}

function judge(
  indicator: IndicatorToAssess,
  annual: Exact | null,
  result: Exact | null,
  context: IndicatorContext,
): IndicatorVerdict {
  const { target, answer } = indicator;
  if (context.exempt) return grey('exempt');
  if (isBeforeAssessment(indicator, context)) return grey('not-due');
  if (isDirectionOpen(indicator)) return grey('direction-to-confirm');
  if (target.kind === 'executionRate') {
    return annual === null ? grey('target-unclear') : executionRateLight(target, annual, context);
  }
  if (!isAnswered(target, answer)) return unanswered(indicator, annual, context);
  if (target.kind === 'qualitative') return judgeOutcome(answer);
  if (target.kind === 'date') return judgeDate(target, answer, context);
  if (annual === null || result === null) return grey('target-unclear');
  return judgeNumber(indicator, annual, result, context);
}

/**
 * R17(b): nothing is judged before the month from which it is assessed. Only where the rules scale all satisfaction by
 * the month (`shanxi`) a result that is given earlier counts; a blank is not due there either.
 */
function isBeforeAssessment({ target, answer }: IndicatorToAssess, { period, rules }: IndicatorContext): boolean {
  if (period.month >= target.assessedFrom) return false;
  const isScaled = target.kind === 'yearEnd' && judgedKind(target, rules) === 'cumulative';
  return !isScaled || !isAnswered(target, answer);
}

/** Only upper limits are levels, whatever else their kind says: the less the better is no accumulation (R17c). */
function judgeNumber(
  { target, phasedTarget }: IndicatorToAssess,
  annual: Exact,
  result: Exact,
  context: IndicatorContext,
): IndicatorVerdict {
  const phased = given(phasedTarget);
  if (isAtMost(target)) return levelLight(target, annual, result);
  const kind = judgedKind(target, context.rules);
  if (kind === 'cumulative') return cumulativeLight(target, annual, result, phased, context);
  if (kind === 'progressRate') return progressLight(target, annual, result, phased, context);
  return levelLight(target, annual, result);
}

function judgeOutcome(answer: IndicatorAnswer | null): IndicatorVerdict {
  return answer?.type === 'outcome' ? qualitativeLight(answer.outcome) : grey('not-reported');
}

function judgeDate(
  target: IndicatorTarget,
  answer: IndicatorAnswer | null,
  context: IndicatorContext,
): IndicatorVerdict {
  if (target.dueDate === null) return grey('target-unclear');
  return dateLight(target.dueDate, answer?.type === 'doneOn' ? answer.doneOn : null, context.period);
}

/** R28: not due, not reported and "no data" are three different things. */
function unanswered(indicator: IndicatorToAssess, annual: Exact | null, context: IndicatorContext): IndicatorVerdict {
  if (!isExpected(indicator, annual, context)) return grey('not-due');
  return grey(indicator.answer?.type === 'noData' ? 'no-data' : 'not-reported');
}

function missingOf(
  indicator: IndicatorToAssess,
  annual: Exact | null,
  context: IndicatorContext,
): 'answer' | 'data' | null {
  const { target, answer } = indicator;
  if (context.exempt || target.kind === 'executionRate' || isAnswered(target, answer)) return null;
  if (!isExpected(indicator, annual, context)) return null;
  return answer?.type === 'noData' ? 'data' : 'answer';
}

/** Whether an answer is owed in this round: it is due, the project has begun, and the round expects something of it. */
function isExpected(indicator: IndicatorToAssess, annual: Exact | null, context: IndicatorContext): boolean {
  const { target, phasedTarget } = indicator;
  if (context.startMonth > context.period.month || !isDue(target, context.period)) return false;
  if (judgedKind(target, context.rules) !== 'cumulative' || annual === null || isAtMost(target)) return true;
  return !nothingDueYet(target, annual, given(phasedTarget), context);
}

/** Whether the answer is one that the kind can be judged by. "Not done yet" answers a date. */
function isAnswered(target: IndicatorTarget, answer: IndicatorAnswer | null): boolean {
  if (answer === null) return false;
  if (target.kind === 'qualitative') return answer.type === 'outcome';
  if (target.kind === 'date') return answer.type === 'doneOn' || answer.type === 'notDone';
  return numberOf(answer) !== null;
}

const isDirectionOpen = ({ target, directionConfirmed }: IndicatorToAssess): boolean =>
  directionConfirmed !== true && directionDoubt({ name: target.name, value: target }) !== null;

function numberOf(answer: IndicatorAnswer | null): number | null {
  return answer?.type === 'value' && Number.isFinite(answer.value) ? answer.value : null;
}

function resultOf(target: IndicatorTarget, answer: IndicatorAnswer | null, context: IndicatorContext): Exact | null {
  return target.kind === 'executionRate' ? context.spend.executionRate : given(numberOf(answer));
}

function completion(target: IndicatorTarget, annual: Exact | null, result: Exact | null): number | null {
  return annual === null || result === null || isAtMost(target) ? null : shown(percentOf(result, annual));
}

function basisOf(
  target: IndicatorTarget,
  answer: IndicatorAnswer | null,
  verdict: IndicatorVerdict,
  { rules }: IndicatorContext,
): IndicatorBasis {
  const blue = verdict.reason === 'far-over-target';
  const judgedAs = judgedKind(target, rules);
  return {
    kind: target.kind,
    ...(judgedAs === target.kind ? {} : { judgedAs }),
    rawValue: target.rawValue,
    operator: target.operator,
    number: target.number,
    unit: target.unit,
    direction: target.direction,
    directionInferred: target.directionInferred,
    dueDate: target.dueDate,
    assessedFrom: target.assessedFrom,
    standardBasis: verdict.standardBasis ?? null,
    progress: shown(verdict.progress ?? null),
    bands: verdict.bands ?? null,
    blueFrom: blue ? rules.blueFrom : null,
    blueOf: blue ? rules.blueOf : null,
    smallTargetBelow: verdict.smallTargetBelow ?? null,
    outcome: answer?.type === 'outcome' ? answer.outcome : null,
    doneOn: answer?.type === 'doneOn' ? answer.doneOn : null,
    noDataWhy: answer?.type === 'noData' ? answer.why : null,
  };
}
