import type { IndicatorAssessment } from '../monitoring/assessment-types.js';
import type { EvaluationRules } from './evaluation-rules.js';
import { countsOf, rollUp, type EvaluatedProject, type RolledUp } from './roll-up.js';

/** What became of sentence indicators: 完成, 部分完成, 未完成, 未评判. */
export const SENTENCE_RESULTS = ['met', 'partly', 'unmet', 'notJudged'] as const;
export type SentenceResult = (typeof SENTENCE_RESULTS)[number];

/** A 分项目标 with its sentence indicators as the year's last round judged them, and the projects that are linked to it. */
export interface GoalToRollUp {
  readonly id: string;
  readonly projectIds: readonly string[];
  readonly sentences: readonly Pick<IndicatorAssessment, 'light'>[];
}

export interface RolledUpGoal {
  readonly id: string;
  readonly result: RolledUp;
  readonly sentences: Readonly<Record<SentenceResult, number>>;
}

/**
 * The result of every 分项目标 from its linked projects, and how many of its sentence indicators were met. A project that serves
 * several goals counts in full in each of them, so that goals do not sum to the department.
 */
export function rollUpGoals(
  goals: readonly GoalToRollUp[],
  projects: readonly EvaluatedProject[],
  rules: Pick<EvaluationRules, 'gradesFrom'>,
): RolledUpGoal[] {
  const byId = new Map(projects.map((project) => [project.id, project]));
  return goals.map(({ id, projectIds, sentences }) => {
    const linked = [...new Set(projectIds)].flatMap((projectId) => byId.get(projectId) ?? []);
    const results = sentences.map(({ light }) => sentenceResult(light));
    const ofResult = (result: SentenceResult): number => results.filter((each) => each === result).length;
    return { id, result: rollUp(linked, rules), sentences: countsOf(SENTENCE_RESULTS, ofResult) };
  });
}

/** At the end of the year green and blue are met, yellow is met in part; grey was not judged. */
export function sentenceResult(light: IndicatorAssessment['light']): SentenceResult {
  switch (light) {
    case 'green':
    case 'blue':
      return 'met';
    case 'yellow':
      return 'partly';
    case 'red':
      return 'unmet';
    case 'grey':
      return 'notJudged';
  }
}
