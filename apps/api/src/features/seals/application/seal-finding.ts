import type { SealedProject } from './snapshot.js';

/** What verifying can find wrong, in the order in which it looks; each has its sentence in the message catalogue. */
export type FindingCode =
  | 'seal-missing'
  | 'seal-changed'
  | 'seal-chain-broken'
  | 'seal-chain-cut'
  | 'seal-audit-changed'
  | 'seal-part-missing'
  | 'seal-part-changed'
  | 'seal-content-changed'
  | 'seal-round-changed'
  | 'seal-rules-changed'
  | 'seal-light-miscomputed'
  | 'seal-light-stale'
  | 'seal-light-missing'
  | 'seal-light-changed'
  | 'seal-light-added'
  | 'seal-report-changed'
  | 'seal-evidence-changed'
  | 'seal-goal-miscomputed'
  | 'seal-goal-missing'
  | 'seal-goal-changed'
  | 'seal-goal-added';

/** One thing that is not as it was sealed, with the place where it was found. */
export interface SealFinding {
  readonly code: FindingCode;
  /** Place in the chain of seals. */
  readonly seq: number | null;
  readonly version: number | null;
  /** Ordinal of the part of the snapshot. */
  readonly part: number | null;
  readonly project: Pick<SealedProject['project'], 'id' | 'code' | 'name'> | null;
  /** Dotted paths of the fields; those of an indicator begin with its name. */
  readonly fields: readonly string[];
}

export const finding = (code: FindingCode, place: Partial<Omit<SealFinding, 'code'>> = {}): SealFinding => ({
  code,
  seq: null,
  version: null,
  part: null,
  project: null,
  fields: [],
  ...place,
});

/** The figures of a finding's sentence. */
export const findingParams = ({ seq, version, part, project, fields }: SealFinding) => ({
  seq,
  version,
  part,
  project: project === null ? null : [project.code, project.name].filter((text) => text !== null).join(' '),
  fields: fields.join(', '),
});
