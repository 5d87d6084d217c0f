import type { IndicatorAnswer } from '../reporting/report-types.js';
import { assessProject } from './assess-project.js';
import type { AssessmentInput, ProjectAssessment } from './assessment-types.js';

/** What finance found instead of what was reported; an indicator that is not named was not verified. */
export interface VerifiedFigures {
  /** In 分; null where the expenditure was not verified. */
  readonly expenditureFen: number | null;
  readonly answers: ReadonlyMap<string, IndicatorAnswer>;
}

/** The lights that a project would have by the verified figures, the rest as reported: beside the lights that count. */
export const assessVerified = (
  input: AssessmentInput,
  { expenditureFen, answers }: VerifiedFigures,
): ProjectAssessment =>
  assessProject({
    ...input,
    expenditureFen: expenditureFen ?? input.expenditureFen,
    indicators: input.indicators.map((indicator) => ({
      ...indicator,
      answer: answers.get(indicator.id) ?? indicator.answer,
    })),
  });
