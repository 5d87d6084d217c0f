import type { DocumentWarning, RecognisedDocument, RecognisedProject } from '@jixiao/domain';
import type { Difference, StoredTarget, TargetContent } from '../../targets/index.js';

export type Change = 'new' | 'changed' | 'unchanged' | 'refused';

/**
 * Where a document's projects belong; `isNew` where saving would add the unit to the tree, `isAssumed` where the document
 * names none and it is the caller's own.
 */
export interface PlannedUnit {
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
  readonly isNew: boolean;
  readonly isAssumed: boolean;
}

/** What saving would do with one project of a document. */
export interface PlannedProject {
  readonly recognised: RecognisedProject;
  readonly content: TargetContent;
  readonly stored: StoredTarget | null;
  readonly change: Change;
  /** Code of the reason where refused. */
  readonly refusal: string | null;
  readonly differences: readonly Difference[];
}

/** What saving would do with one file. */
export interface PlannedDocument {
  readonly file: string;
  readonly sha256: string;
  readonly year: number;
  readonly document: RecognisedDocument;
  readonly unit: PlannedUnit;
  readonly projects: readonly PlannedProject[];
  readonly warnings: readonly DocumentWarning[];
}
