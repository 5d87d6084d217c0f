import type { FormKind } from '@jixiao/domain';

/** The official forms: 绩效目标执行监控表 and 绩效自评表 (R29). */
export const PAPER_KINDS = ['monitoringForm', 'selfEvaluationForm'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What the domain calls them. */
export const FORM_OF: Readonly<Record<PaperKind, FormKind>> = {
  monitoringForm: 'monitoring',
  selfEvaluationForm: 'selfEvaluation',
};

export const EXPORT_KINDS = [...PAPER_KINDS, 'evidence'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export const PAPER_FORMATS = ['xlsx', 'docx', 'pdf'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

export const PACKAGINGS = ['perProject', 'perUnit'] as const;
export type Packaging = (typeof PACKAGINGS)[number];

export const isPaperKind = (kind: ExportKind): kind is PaperKind => kind !== 'evidence';

/** How the round of a paper stood when it was given out. */
export interface RoundState {
  readonly locked: boolean;
  readonly lockedAt: string | null;
  /** The latest seal at that time; null where there was none. */
  readonly sealVersion: number | null;
  readonly sealHash: string | null;
}

/** How the self-evaluation of a form stood when it was given out. */
export interface EvaluationState {
  readonly state: string;
  readonly version: number;
  readonly sealHash: string | null;
}
