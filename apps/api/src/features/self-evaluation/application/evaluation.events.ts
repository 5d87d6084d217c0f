import type { EvaluationStep } from '@jixiao/domain';
import { defineEvent } from '../../../platform/events/domain-events.js';
import type { EvaluationYear } from '../persistence/evaluation-year.entity.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';

/** The self-evaluation of a year was opened and its drafts are made, or those that were missing were made later. */
export const evaluationsDrafted = defineEvent<{ readonly year: EvaluationYear }>('self-evaluation.drafted');

/** Self-evaluations were moved on; the rows are as they are afterwards. */
export const evaluationStepped = defineEvent<{
  readonly step: EvaluationStep;
  readonly evaluations: readonly SelfEvaluation[];
  /** The rows as they were before, by their ids. */
  readonly before: ReadonlyMap<string, SelfEvaluation>;
  /** Username. */
  readonly actor: string;
  /** What the person wrote. */
  readonly message: string | null;
}>('self-evaluation.stepped');

/** Final accounts came; `evaluations` are those that are scored by them, `rescored` those of them that have other points now. */
export const finalAccountsTaken = defineEvent<{
  readonly year: number;
  readonly projectIds: readonly string[];
  readonly evaluations: readonly SelfEvaluation[];
  readonly rescored: readonly SelfEvaluation[];
  readonly actor: string;
}>('self-evaluation.final-accounts-taken');
