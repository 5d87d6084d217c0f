import type { EvaluationStep } from '@jixiao/domain';
import { defineEvent } from '../../../platform/events/domain-events.js';
import type { EvaluationYear } from '../persistence/evaluation-year.entity.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';

/** The self-evaluation of a year was opened; its drafts are being made. */
export const evaluationYearOpened = defineEvent<{
  readonly year: EvaluationYear;
  /** Username. */
  readonly actor: string;
}>('self-evaluation.year-opened');

/** Self-evaluations were moved on; the rows are as they are afterwards. */
export const evaluationStepped = defineEvent<{
  readonly step: EvaluationStep;
  readonly evaluations: readonly SelfEvaluation[];
  /** Username. */
  readonly actor: string;
  /** What the person wrote. */
  readonly message: string | null;
}>('self-evaluation.stepped');

/** Final accounts came; `evaluations` are those that are scored by them. */
export const finalAccountsTaken = defineEvent<{
  readonly year: number;
  readonly projectIds: readonly string[];
  readonly evaluations: readonly SelfEvaluation[];
  readonly actor: string;
}>('self-evaluation.final-accounts-taken');
