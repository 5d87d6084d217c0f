import type { AlertRoundMode, AlertRuleSet } from '@jixiao/domain';

/** What is the same for all projects of a round that are looked at in one transaction. */
export interface Evaluation {
  readonly roundId: string;
  readonly mode: AlertRoundMode;
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
