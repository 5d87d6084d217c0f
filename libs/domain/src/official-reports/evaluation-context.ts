import { rollUp, type RolledUp } from '../self-evaluation/roll-up.js';
import { SELF } from './monitoring-context.js';
import type { EvaluationReportFacts, ReportedEvaluation, ReportedLeaf } from './evaluation-report-facts.js';
import type { SentenceSource } from './report-content.js';

/** A unit with what its evaluations come to by money. */
export interface EvaluatedUnitSums {
  readonly id: string;
  readonly name: string;
  readonly result: RolledUp;
}

export interface LeafOfEvaluation {
  readonly evaluation: ReportedEvaluation;
  readonly leaf: ReportedLeaf;
}

/** The facts of a report with what several of its sections need of them. */
export interface EvaluationContext {
  readonly facts: EvaluationReportFacts;
  readonly self: string;
  readonly result: RolledUp;
  /** Worst first; what has no total at the end. */
  readonly evaluations: readonly ReportedEvaluation[];
  readonly units: readonly EvaluatedUnitSums[];
  /** Indicators that apply (R40). */
  readonly leaves: readonly LeafOfEvaluation[];
  readonly place: SentenceSource;
  readonly round: SentenceSource;
}

export function evaluationContext(facts: EvaluationReportFacts): EvaluationContext {
  const { place, year, roundId } = facts;
  const evaluations = [...facts.evaluations].sort(
    (a, b) => (a.total ?? Infinity) - (b.total ?? Infinity) || (a.projectId < b.projectId ? -1 : 1),
  );
  return {
    facts,
    self: SELF[place.kind],
    result: resultOf(facts, evaluations),
    evaluations,
    units: unitsOf(facts, evaluations),
    leaves: evaluations.flatMap((evaluation) =>
      evaluation.leaves.filter((leaf) => leaf.notApplicableWhy === null).map((leaf) => ({ evaluation, leaf })),
    ),
    place: { kind: 'unit', id: place.id, label: place.name },
    round: { kind: 'round', id: roundId, label: `${year}年12月监控期` },
  };
}

const resultOf = ({ rules }: EvaluationReportFacts, evaluations: readonly ReportedEvaluation[]): RolledUp =>
  rollUp(
    evaluations.map(({ projectId, budgetFen, spentFen, total, grade }) => ({
      id: projectId,
      adjustedBudgetFen: budgetFen,
      expenditureFen: spentFen,
      total,
      grade,
    })),
    rules,
  );

function unitsOf(facts: EvaluationReportFacts, evaluations: readonly ReportedEvaluation[]): EvaluatedUnitSums[] {
  const names = new Map(evaluations.map(({ unitId, unitName }) => [unitId, unitName]));
  return [...names]
    .map(([id, name]) => ({
      id,
      name,
      result: resultOf(
        facts,
        evaluations.filter(({ unitId }) => unitId === id),
      ),
    }))
    .sort((a, b) => (a.result.score ?? Infinity) - (b.result.score ?? Infinity) || (a.id < b.id ? -1 : 1));
}

export const evaluationSource = ({ id, projectName }: ReportedEvaluation): SentenceSource => ({
  kind: 'evaluation',
  id,
  label: projectName,
});
