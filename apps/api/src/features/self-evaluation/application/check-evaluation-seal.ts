import { scoreEvaluation, type EvaluationRules, type ReviewedPoints } from '@jixiao/domain';
import { plain } from '../../../platform/runtime/plain.js';
import { differingPaths, sha256 } from '../../seals/index.js';
import type { SelfEvaluationSeal } from '../persistence/self-evaluation-seal.entity.js';
import type { SelfEvaluationStep } from '../persistence/self-evaluation-step.entity.js';
import type { PlacedEvaluation } from './evaluation-access.js';
import { evaluationFinding, type EvaluationFinding, type EvaluationFindingCode } from './evaluation-finding.js';
import { evaluationSealHash, sealedEvaluation, sealedStep, type SealedEvaluation } from './sealed-evaluation.js';

/** What a seal is compared with. */
export interface PresentEvaluation {
  /** Undefined where the row is gone. */
  readonly placed: PlacedEvaluation | undefined;
  readonly steps: readonly SelfEvaluationStep[];
  /** The published rules, by their reference. */
  readonly rules: ReadonlyMap<string, EvaluationRules>;
}

/**
 * Whether a seal is what its hashes say, its scores are what its inputs give (R49), and the rows are still what it says: the
 * trail of steps in any case, the row itself as long as it is accepted by this very seal.
 */
export function checkEvaluationSeal(
  seal: SelfEvaluationSeal,
  present: PresentEvaluation,
): readonly EvaluationFinding[] {
  const { seq, version, evaluationId } = seal;
  const found = (code: EvaluationFindingCode, fields: readonly string[] = [], project: string | null = null) =>
    evaluationFinding(code, { seq, version, evaluationId, project, fields });
  if (evaluationSealHash(seal) !== seal.hash) return [found('evaluation-seal-changed')];
  if (sha256(seal.content) !== seal.contentHash) return [found('evaluation-seal-content-changed')];
  const sealed = JSON.parse(seal.content) as SealedEvaluation;
  const name = [sealed.project.code, sealed.project.name].filter((text) => text !== null).join(' ');
  const findings: EvaluationFinding[] = [];
  const compare = (code: EvaluationFindingCode, one: unknown, other: unknown): void => {
    const fields = differingPaths(plain(one), plain(other));
    if (fields.length > 0) findings.push(found(code, fields, name));
  };
  compare('evaluation-seal-miscomputed', sealed.scores, recomputed(sealed));
  const rules = present.rules.get(sealed.rulesRef);
  compare('evaluation-seal-rules-changed', sealed.input.rules, rules ?? null);
  compare('evaluation-seal-steps-changed', sealed.steps, present.steps.slice(0, sealed.steps.length).map(sealedStep));
  const { placed } = present;
  if (placed === undefined || rules === undefined) return [...findings, found('evaluation-seal-row-changed', [], name)];
  if (placed.row.state === 'accepted' && placed.row.sealVersion === version) {
    const now = sealedEvaluation(placed, rules, version, present.steps);
    compare('evaluation-seal-row-changed', comparable(sealed), comparable(now));
  }
  return findings;
}

function recomputed({ input, points, scores }: SealedEvaluation): SealedEvaluation['scores'] {
  const reviewed = (given: ReviewedPoints | null) => scoreEvaluation(input, given ?? {});
  return {
    unit: scoreEvaluation(input),
    department: scores.department === null ? null : reviewed(points.department),
    finance: scores.finance === null ? null : reviewed(points.finance),
  };
}

/** Names may change, and a final account may come later; steps and rules are compared by themselves. */
function comparable(evaluation: SealedEvaluation): unknown {
  const { project, organisation, finalAccountFen: _account, steps: _steps, input, ...rest } = evaluation;
  const { rules: _rules, ...inputs } = input;
  return { ...rest, input: inputs, projectId: project.id, organisationId: organisation.id };
}
