import { isDeepStrictEqual } from 'node:util';
import { assessSentence, rulePackRef, type Period, type Reason, type RulePack } from '@jixiao/domain';
import { newId } from '../../../platform/runtime/ids.js';
import { plain } from '../../../platform/runtime/plain.js';
import type { DepartmentGoalResult } from '../persistence/department-goal-result.entity.js';
import type { FollowedGoal, FollowedSentence } from './followed-goals.js';

/** Who saved what when; of a row that nobody saved, the program at the lock. */
export type SavedBy = Pick<DepartmentGoalResult, 'version' | 'savedAt' | 'savedBy' | 'savedFor'>;

export interface Explanation {
  readonly reasons: readonly Reason[];
  readonly reasonNote: string | null;
}

/** What keeps the light of a sentence with every input and figure that made it (R49), in the row that is there or a new one. */
export const resultRow = (
  roundId: string,
  goal: Omit<FollowedGoal, 'sentences' | 'light' | 'notReported'>,
  { key, ordinal, text, target, answer, directionConfirmed, assessment, row }: FollowedSentence,
  { reasons, reasonNote }: Explanation,
  rulePack: RulePack,
  saved: SavedBy,
): DepartmentGoalResult => ({
  id: row?.id ?? newId(),
  roundId,
  organisationId: goal.organisationId,
  goalKey: goal.key,
  goalOrdinal: goal.ordinal,
  goalTitle: goal.title,
  goalText: goal.goal,
  sentenceKey: key,
  sentenceOrdinal: ordinal,
  sentence: text,
  inputs: { id: key, target, answer, directionConfirmed },
  reasons,
  reasonNote,
  inForce: true,
  light: assessment.light,
  assessment,
  rulePackRef: rulePackRef(rulePack),
  version: saved.version,
  savedAt: saved.savedAt,
  savedBy: saved.savedBy,
  savedFor: saved.savedFor,
});

type Judged = Pick<DepartmentGoalResult, 'inputs' | 'light' | 'assessment'>;

/** R49: whether a stored light is another one than its own inputs give. @param rulePack the one that it names */
export function isGoalMiscomputed({ inputs, light, assessment }: Judged, period: Period, rulePack: RulePack): boolean {
  const { year, month } = period;
  const again = assessSentence(inputs, { year, month }, rulePack);
  return light !== again.light || !isDeepStrictEqual(plain(assessment), plain(again));
}
