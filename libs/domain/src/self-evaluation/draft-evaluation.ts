import { REASON_WORDS, REASON_SEPARATOR } from '../reporting/report-words.js';
import type { Reason } from '../reporting/report-types.js';
import type { AssessmentInput, IndicatorToAssess } from '../monitoring/assessment-types.js';
import { draftWeights, type DraftedWeights } from './draft-weights.js';
import type { EvaluationRules, FrameName } from './evaluation-rules.js';
import type { EvaluationInput, LeafToScore } from './evaluation-types.js';
import { proposedPoints } from './outcome-points.js';

/** An indicator as December's round has it, with what the unit said about it and the weight that its table prints. */
export interface ReportedIndicator extends Pick<IndicatorToAssess, 'id' | 'target' | 'answer' | 'directionConfirmed'> {
  readonly printedWeight: number | null;
  readonly reasons: readonly Reason[];
  readonly reasonNote: string | null;
}

/** December's locked judgement of a project, as far as a self-evaluation begins with it. */
export interface YearToEvaluate extends Pick<AssessmentInput, 'adjustedBudgetFen' | 'expenditureFen'> {
  readonly indicators: readonly ReportedIndicator[];
}

/** What a self-evaluation begins with, and where its weights come from. */
export interface DraftedEvaluation {
  readonly input: EvaluationInput;
  readonly weightsFrom: DraftedWeights['source'];
}

/**
 * A self-evaluation to begin with, so that nobody starts from an empty form: results and execution of December's round, weights
 * printed or by the frame (R30), the explanations that were reported with the reasons. Full points are proposed for 达成; what
 * was met partly or not at all is for a person to weigh (R36). Nothing is taken for not applicable, and nothing is deducted.
 */
export function draftEvaluation(year: YearToEvaluate, frame: FrameName, rules: EvaluationRules): DraftedEvaluation {
  const { adjustedBudgetFen, expenditureFen, indicators } = year;
  const { source, weights } = draftWeights(indicators, frame, rules);
  const leaves = indicators.map((indicator): LeafToScore => {
    const { id, target, answer, directionConfirmed = false } = indicator;
    const weight = weights[id] ?? 0;
    const chosenPoints = proposedPoints(answer, weight);
    const explanation = reportedExplanation(indicator);
    const scored = { weight, notApplicableWhy: null, chosenPoints, cut: null, explanation };
    return { id, target, directionConfirmed, answer, ...scored };
  });
  const input = { rules, frame: source === 'frame' ? frame : null, adjustedBudgetFen, expenditureFen, leaves };
  return { input, weightsFrom: source };
}

/**
 * 原因说明 behind the reasons it was given for, which the 自评表 has no cells for: `经费保障、人员保障：资金年末到位`. Reasons
 * alone explain no deviation: null.
 */
export function reportedExplanation({
  reasons,
  reasonNote,
}: Pick<ReportedIndicator, 'reasons' | 'reasonNote'>): string | null {
  const note = reasonNote?.trim() ?? '';
  if (note === '') return null;
  const words = reasons.map((reason) => REASON_WORDS[reason].zh).join(REASON_SEPARATOR);
  return words === '' ? note : `${words}：${note}`;
}
