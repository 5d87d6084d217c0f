import type { AssessmentInput, IndicatorToAssess, ProjectAssessment } from './assessment-types.js';
import { assessProject } from './assess-project.js';
import { isPlanLowered, loweredTargets, type LoweredTarget, type TargetOf } from '../targets/lowered-targets.js';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import type { IndicatorTarget, SpendSchedule } from '../targets/target-types.js';

/** The targets that were approved at the beginning of the year. */
export interface OriginalTargets {
  readonly schedule: SpendSchedule | null;
  readonly indicators: readonly (TargetOf & { readonly directionConfirmed: boolean })[];
}

/** The lights of a project by its original targets, beside the ones that count. */
export interface OriginalAssessment {
  readonly lowered: readonly LoweredTarget[];
  readonly planLowered: boolean;
  readonly assessment: ProjectAssessment;
}

/**
 * The lights that a project would have by its original targets, with the same answers, spending and budget (R6, R27); null
 * where the targets that it is judged by fall behind them in nothing. What is no longer asked for has no answer.
 */
export function assessByOriginal(input: AssessmentInput, original: OriginalTargets): OriginalAssessment | null {
  const lowered = loweredTargets(original.indicators, input.indicators);
  const planLowered = isPlanLowered(original.schedule, input.schedule, input.period);
  if (lowered.length === 0 && !planLowered) return null;
  const answers = new Map(input.indicators.map(({ id, answer }) => [id, answer]));
  const indicators = original.indicators.map(({ id, target, directionConfirmed }): IndicatorToAssess => ({
    id,
    target,
    directionConfirmed,
    answer: fittingAnswer(target, answers.get(id) ?? null),
  }));
  const assessment = assessProject({ ...input, schedule: original.schedule, indicators });
  return { lowered, planLowered, assessment };
}

/** An answer to another form of target says nothing about this one. */
function fittingAnswer({ operator }: IndicatorTarget, answer: IndicatorAnswer | null): IndicatorAnswer | null {
  if (answer === null || answer.type === 'noData') return answer;
  const isDone = answer.type === 'doneOn' || answer.type === 'notDone';
  if (operator === 'date') return isDone ? answer : null;
  if (operator === 'qualitative') return answer.type === 'outcome' ? answer : null;
  return answer.type === 'value' || answer.type === 'notDone' ? answer : null;
}
