import { directionQuestion, explainIndicator, goalSides, REMARK_RULES } from '@jixiao/domain';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { NameOf } from '../../identity/index.js';
import { answerText } from '../../monitoring/index.js';
import type { DepartmentGoalView, GoalSentenceView, GoalsOfUnit } from '../http/department-goals.dto.js';
import type { DepartmentGoalResult } from '../persistence/department-goal-result.entity.js';
import type { FollowedGoal, FollowedSentence } from './followed-goals.js';
import { executionRateOf, linkedProjectView, moneyOf, type LinkedProject } from './linked-projects.js';
import { answerFields, suggestionsFor } from './suggestions.js';

/** What the views of one unit's goals share. */
export interface GoalViewContext {
  readonly locale: Locale;
  readonly nameOf: NameOf;
  /** Results of earlier rounds of the year by the key of the sentence. */
  readonly previous: ReadonlyMap<string, GoalSentenceView['previous']>;
}

export function goalView(
  { key, title, goal, light, notReported, sentences }: FollowedGoal,
  projects: readonly LinkedProject[],
  context: GoalViewContext,
): DepartmentGoalView {
  const money = moneyOf(projects);
  const results = sentences.filter(({ answer }) => answer !== null && answer.type !== 'noData').length;
  return {
    key,
    title,
    goal,
    light,
    notReported,
    sides: goalSides(results, money),
    indicators: sentences.map((sentence) => sentenceView(sentence, projects, context)),
    projects: projects.map(linkedProjectView),
    money: money && { ...money, executionRate: executionRateOf(money) },
  };
}

function sentenceView(
  sentence: FollowedSentence,
  projects: readonly LinkedProject[],
  { locale, nameOf, previous }: GoalViewContext,
): GoalSentenceView {
  const { key, text, target, answer, assessment, row } = sentence;
  // What the program settled at the lock was saved by nobody.
  const saved = row !== undefined && row.version > 0 ? row : null;
  const reasons = row?.reasons ?? [];
  return {
    key,
    sentence: text,
    name: target.name,
    rawValue: target.rawValue,
    unit: target.unit,
    kind: target.kind,
    direction: directionView(sentence, nameOf),
    ...answerFields(answer),
    resultText: answerText(answer, target.unit, locale),
    reasons: [...reasons],
    reasonNote: row?.reasonNote ?? null,
    reasonMissing: reasons.length === 0 && REMARK_RULES.reasonsFor.some((light) => light === assessment.light),
    light: assessment.light,
    reason: assessment.reason,
    explanation: explainIndicator(assessment, locale),
    completion: assessment.completion,
    standard: assessment.standard,
    version: row?.version ?? 0,
    savedBy: saved?.savedBy ?? null,
    savedByName: nameOf(saved?.savedBy ?? null),
    savedAt: saved?.savedAt ?? null,
    previous: previous.get(key) ?? null,
    suggestions: [...suggestionsFor(target, projects, locale)],
  };
}

function directionView(
  { target, directionConfirmed, decision }: FollowedSentence,
  nameOf: NameOf,
): GoalSentenceView['direction'] {
  if (target.direction === null) return null;
  return {
    side: target.direction,
    question: directionConfirmed ? null : directionQuestion(target),
    decided: directionConfirmed,
    decidedByName: nameOf(decision?.decidedBy ?? null),
    decidedAt: decision?.decidedAt ?? null,
  };
}

export const homelessView = (
  { sentenceKey, goalTitle, sentence, inputs, reasonNote, savedBy, savedAt }: DepartmentGoalResult,
  { locale, nameOf }: Pick<GoalViewContext, 'locale' | 'nameOf'>,
): GoalsOfUnit['homeless'][number] => ({
  key: sentenceKey,
  goalTitle,
  sentence,
  resultText: answerText(inputs.answer, inputs.target.unit, locale),
  reasonNote,
  savedByName: nameOf(savedBy),
  savedAt,
});
