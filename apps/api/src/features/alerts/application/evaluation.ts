import type { AlertRuleSet } from '@jixiao/domain';

/**
 * How a round counts. `current`: the newest of its year, in which alerts are raised. `past`: a later one is looked at, so
 * that nothing is raised any more. `history`: it was over before there were alerts, and nobody has to answer.
 */
export type EvaluationMode = 'current' | 'past' | 'history';

/** What is the same for all projects of a round that are looked at in one transaction. */
export interface Evaluation {
  readonly roundId: string;
  readonly mode: EvaluationMode;
  readonly set: AlertRuleSet;
  readonly ruleSetRef: string;
  readonly now: string;
  readonly today: string;
  /** Of alerts that are opened today. */
  readonly deadline: string;
  readonly escalatesOn: string;
  /** The rounds before in the same year, nearest first. */
  readonly earlierRoundIds: readonly string[];
}
