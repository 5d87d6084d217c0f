/** What verifying can find wrong, in the order in which it looks; each has its sentence in the message catalogue. */
export type EvaluationFindingCode =
  | 'evaluation-seal-missing'
  | 'evaluation-seal-changed'
  | 'evaluation-seal-chain-broken'
  | 'evaluation-seal-chain-cut'
  | 'evaluation-seal-content-changed'
  | 'evaluation-seal-miscomputed'
  | 'evaluation-seal-rules-changed'
  | 'evaluation-seal-steps-changed'
  | 'evaluation-seal-row-changed'
  | 'evaluation-seal-lacking';

/** One thing that is not as it was sealed. */
export interface EvaluationFinding {
  readonly code: EvaluationFindingCode;
  readonly evaluationId: string | null;
  /** What it is called, as sealed. */
  readonly project: string | null;
  /** Place in the chain. */
  readonly seq: number | null;
  readonly version: number | null;
  /** Dotted paths of the fields. */
  readonly fields: readonly string[];
}

export const evaluationFinding = (
  code: EvaluationFindingCode,
  place: Partial<Omit<EvaluationFinding, 'code'>> = {},
): EvaluationFinding => ({
  code,
  evaluationId: null,
  project: null,
  seq: null,
  version: null,
  fields: [],
  ...place,
});

/** The figures of a finding's sentence. */
export const evaluationFindingParams = ({ project, seq, version, fields }: EvaluationFinding) => ({
  project,
  seq,
  version,
  fields: fields.join(', '),
});
