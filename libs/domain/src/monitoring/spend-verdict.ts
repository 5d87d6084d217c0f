import type { Checkpoint } from '../targets/target-types.js';
import type { AssessmentInput, Light, SpendReason } from './assessment-types.js';
import type { LargeProjectRules, RulePack } from './rule-pack.js';

/** What a spend light depends on besides its exact figures. */
export type SpendInput = Pick<
  AssessmentInput,
  'period' | 'startMonth' | 'adjustedBudgetFen' | 'schedule' | 'expenditureFen' | 'expenditureSource' | 'exempt'
> & { readonly rulePack: Pick<RulePack, 'spend' | 'largeProject'> };

/** What a rule of R9–R14 decides about spending. */
export interface SpendVerdict {
  readonly light: Light;
  readonly reason: SpendReason;
  /** The passed checkpoint that keeps the light from turning red (R9). */
  readonly lastCheckpoint?: Checkpoint;
  /** The limits under which a large project is far behind, where they made the light red (R14). */
  readonly largeProject?: LargeProjectRules;
}
