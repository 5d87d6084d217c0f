import type { Locale, MessageCatalogue } from '../../../platform/http/message-catalogue.js';
import type { EvaluationStepsTaken } from '../application/take-evaluation-steps.js';
import type { EvaluationStepsResult } from './evaluations.dto.js';

export const stepsView = (
  { done, refused }: EvaluationStepsTaken,
  catalogue: MessageCatalogue,
  locale: Locale,
): EvaluationStepsResult => ({
  done: done.map(({ id, state, version }) => ({ id, state, version })),
  refused: [...refused].map(([id, error]) => ({
    id,
    code: error.code,
    message: catalogue.sentence(error, locale),
    issues: error.issues.map((issue) => ({
      path: issue.path,
      code: issue.code,
      message: catalogue.sentence(issue, locale),
    })),
  })),
});
