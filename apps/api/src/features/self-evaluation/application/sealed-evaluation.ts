import type { EvaluationInput, EvaluationScores, EvaluationStep, ReviewedPoints } from '@jixiao/domain';
import { canonical, sha256 } from '../../seals/index.js';
import type { SelfEvaluationSeal } from '../persistence/self-evaluation-seal.entity.js';
import type { SelfEvaluationStep } from '../persistence/self-evaluation-step.entity.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import type { PlacedEvaluation } from './evaluation-access.js';
import type { EvaluationContent } from './evaluation-content.js';
import { evaluationInput } from './scored-evaluation.js';

/** A step as it is sealed; of what was handed in the hash. */
export interface SealedStep extends Pick<
  SelfEvaluationStep,
  'ordinal' | 'fromState' | 'toState' | 'actor' | 'onBehalfOf' | 'at' | 'message'
> {
  readonly step: EvaluationStep;
  readonly contentHash: string | null;
  readonly total: number | null;
  readonly points: ReviewedPoints | null;
}

/** Everything that made the scores of an accepted self-evaluation; canonical JSON of it is what is hashed. */
export interface SealedEvaluation {
  readonly format: 1;
  readonly id: string;
  readonly year: number;
  readonly version: number;
  readonly project: { readonly id: string; readonly code: string | null; readonly name: string };
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly rulesRef: string;
  readonly input: EvaluationInput;
  /** What the form says beside what is scored. */
  readonly form: Omit<EvaluationContent, 'leaves'>;
  readonly expenditureSource: SelfEvaluation['expenditureSource'];
  readonly roundExpenditureFen: number | null;
  readonly finalAccountFen: number | null;
  readonly drafted: SelfEvaluation['drafted'];
  readonly points: { readonly department: ReviewedPoints | null; readonly finance: ReviewedPoints | null };
  readonly scores: {
    readonly unit: EvaluationScores;
    readonly department: EvaluationScores | null;
    readonly finance: EvaluationScores | null;
  };
  readonly steps: readonly SealedStep[];
}

/** What is told of an evaluation by its row and the rules; the same for the sealed and the present one. */
export function sealedEvaluation(
  { row, project, unit }: PlacedEvaluation,
  rules: EvaluationInput['rules'],
  version: number,
  steps: readonly SelfEvaluationStep[],
): SealedEvaluation {
  const { leaves: _leaves, ...form } = row.content;
  return {
    format: 1,
    id: row.id,
    year: row.year,
    version,
    project: { id: project.id, code: project.code, name: project.name },
    organisation: { id: unit.id, code: unit.code, name: unit.name },
    rulesRef: row.rulesRef,
    input: evaluationInput(row, rules),
    form,
    expenditureSource: row.expenditureSource,
    roundExpenditureFen: row.roundExpenditureFen,
    finalAccountFen: row.finalAccountFen,
    drafted: row.drafted,
    points: { department: row.departmentPoints, finance: row.financePoints },
    scores: { unit: row.unitScores, department: row.departmentScores, finance: row.financeScores },
    steps: steps.map(sealedStep),
  };
}

export const sealedStep = (step: SelfEvaluationStep): SealedStep => ({
  ordinal: step.ordinal,
  step: step.step,
  fromState: step.fromState,
  toState: step.toState,
  actor: step.actor,
  onBehalfOf: step.onBehalfOf,
  at: step.at,
  message: step.message,
  contentHash: step.content === null ? null : sha256(canonical(step.content)),
  total: step.scores?.total ?? null,
  points: step.points,
});

/** Hash of a seal, over everything it says but the hash itself and the content, for which its hash stands. */
export const evaluationSealHash = ({
  hash: _hash,
  content: _content,
  ...seal
}: Omit<SelfEvaluationSeal, 'hash' | 'content'> & Partial<SelfEvaluationSeal>): string => sha256(canonical(seal));
