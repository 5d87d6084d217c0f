import { departmentGoalLight, type Light, type Period, type RulePack } from '@jixiao/domain';
import { groupBy } from '../../../platform/runtime/group-by.js';
import type { DepartmentGoal } from '../../targets/index.js';
import type { DepartmentGoalDirection } from '../persistence/department-goal-direction.entity.js';
import type { DepartmentGoalResult } from '../persistence/department-goal-result.entity.js';
import { keyedGoals, type KeyedGoal } from './goal-keys.js';
import { judgedSentence, type JudgedSentence } from './judged-sentence.js';

/** One sentence of a goal in a round. */
export interface FollowedSentence extends JudgedSentence {
  /** What is stored of it; undefined where nothing is. */
  readonly row: DepartmentGoalResult | undefined;
}

/** A department goal in a round with its light (R22, R28). */
export interface FollowedGoal extends Omit<KeyedGoal, 'sentences'> {
  readonly light: Light;
  readonly notReported: boolean;
  readonly sentences: readonly FollowedSentence[];
}

export interface FollowedGoals {
  readonly goals: readonly FollowedGoal[];
  /** Results of sentences that the present document has no longer, with what was reported of them. */
  readonly homeless: readonly DepartmentGoalResult[];
}

/** What the lights of an open round are made of. */
export interface GoalRules {
  readonly period: Period;
  readonly rulePack: RulePack;
  /** Whether the reporting of this organisation is over (R28). */
  readonly deadlinePassed: (organisationId: string) => boolean;
}

/**
 * The goals of a round that is not locked: those of the document in force, judged by the round's rules of today, each sentence
 * with the result and the decision on its direction that are stored for exactly this text.
 * @param goals of any number of organisations
 */
export function goalsInForce(
  goals: readonly DepartmentGoal[],
  rows: readonly DepartmentGoalResult[],
  decisions: readonly DepartmentGoalDirection[],
  rules: GoalRules,
): FollowedGoals {
  const { period, rulePack } = rules;
  const decisionOf = new Map(decisions.map((each) => [placeOf(each.organisationId, each.sentenceKey), each]));
  const rowOf = new Map(rows.map((row) => [placeOf(row.organisationId, row.sentenceKey), row]));
  const keyed = [...groupBy(goals, ({ organisationId }) => organisationId).values()].flatMap(keyedGoals);
  const followed = keyed.map((goal) => {
    const sentences = goal.sentences.map((sentence) => {
      const place = placeOf(goal.organisationId, sentence.key);
      const row = rowOf.get(place);
      rowOf.delete(place);
      const answer = row?.inputs.answer ?? null;
      return { ...judgedSentence(sentence, answer, decisionOf.get(place), period, rulePack), row };
    });
    return followedGoal(goal, sentences, rules.deadlinePassed(goal.organisationId));
  });
  return { goals: followed, homeless: [...rowOf.values()].filter(saysSomething) };
}

/** The goals of a locked round, as they stood at the lock: nothing that came later is looked at (R49). */
export function goalsAsLocked(rows: readonly DepartmentGoalResult[]): FollowedGoals {
  const inForce = rows.filter((row) => row.inForce);
  const byGoal = groupBy(inForce, ({ organisationId, goalKey }) => placeOf(organisationId, goalKey));
  const goals = [...byGoal.values()].flatMap((ofGoal) => {
    const [first] = ofGoal;
    if (first === undefined) return [];
    const { organisationId, goalKey, goalOrdinal, goalTitle, goalText } = first;
    const goal = { organisationId, key: goalKey, ordinal: goalOrdinal, title: goalTitle, goal: goalText };
    return [followedGoal(goal, ofGoal.map(lockedSentence), true)];
  });
  return { goals, homeless: rows.filter((row) => !row.inForce).filter(saysSomething) };
}

const lockedSentence = (row: DepartmentGoalResult): FollowedSentence => ({
  key: row.sentenceKey,
  ordinal: row.sentenceOrdinal,
  text: row.sentence,
  target: row.inputs.target,
  answer: row.inputs.answer,
  directionConfirmed: row.inputs.directionConfirmed ?? false,
  decision: undefined,
  assessment: row.assessment,
  row,
});

const followedGoal = (
  { organisationId, key, ordinal, title, goal }: Omit<KeyedGoal, 'sentences'>,
  sentences: readonly FollowedSentence[],
  deadlinePassed: boolean,
): FollowedGoal => {
  const assessments = sentences.map(({ assessment }) => assessment);
  return { organisationId, key, ordinal, title, goal, ...departmentGoalLight(assessments, deadlinePassed), sentences };
};

const placeOf = (organisationId: string, key: string): string => `${organisationId} ${key}`;

/** A row that was saved empty again leaves nothing to be told of. */
const saysSomething = ({ inputs, reasons, reasonNote }: DepartmentGoalResult): boolean =>
  inputs.answer !== null || reasons.length > 0 || reasonNote !== null;
