import {
  assessSentence,
  sentenceTarget,
  type IndicatorAnswer,
  type IndicatorAssessment,
  type IndicatorTarget,
  type Period,
  type RulePack,
} from '@jixiao/domain';
import type { DepartmentGoalDirection } from '../persistence/department-goal-direction.entity.js';
import type { KeyedSentence } from './goal-keys.js';

/** What finance has decided on a sentence; undefined where nothing is decided. */
export type Decision = Pick<DepartmentGoalDirection, 'direction' | 'decidedBy' | 'decidedAt'> | undefined;

/** A sentence with its answer and the light that it makes (R17–R21). */
export interface JudgedSentence extends KeyedSentence {
  readonly target: IndicatorTarget;
  readonly answer: IndicatorAnswer | null;
  /** Finance has confirmed or corrected the direction (R41). */
  readonly directionConfirmed: boolean;
  readonly decision: Decision;
  readonly assessment: IndicatorAssessment;
}

/** What a sentence is judged by: its text, read in the direction that is decided on. */
export const targetOf = ({ text }: KeyedSentence, year: number, decision: Decision): IndicatorTarget =>
  sentenceTarget(text, year, decision?.direction);

/** Judges a sentence by today's rules of a round, in the direction that is decided on. */
export function judgedSentence(
  sentence: KeyedSentence,
  answer: IndicatorAnswer | null,
  decision: Decision,
  period: Period,
  rulePack: RulePack,
): JudgedSentence {
  const target = targetOf(sentence, period.year, decision);
  const directionConfirmed = decision !== undefined;
  const assessment = assessSentence({ id: sentence.key, target, answer, directionConfirmed }, period, rulePack);
  return { ...sentence, target, answer, directionConfirmed, decision, assessment };
}
