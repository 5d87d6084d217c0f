import type { ProjectIdentity } from './compare-targets.js';

/** What an import did to one project, and what there is of the project now. */
export interface UndoStep extends ProjectIdentity {
  readonly projectId: string;
  readonly year: number;
  readonly organisationId: string;
  readonly startMonth: number;
  /** The version that the import made. */
  readonly versionId: string;
  readonly version: number;
  /** The newest version, and the one whose content it has: itself, or an older one that it brings back. */
  readonly currentVersion: number;
  readonly versionInForce: number;
  /** The version before the import's; null where the import made the project. */
  readonly previous: PreviousVersion | null;
}

export interface PreviousVersion extends ProjectIdentity {
  readonly versionId: string;
  readonly initialBudgetFen: number | null;
}

/** A project that the undo takes back to the version before. */
export interface RestoreStep extends UndoStep {
  readonly previous: PreviousVersion;
}

export const isRestored = (step: UndoStep): step is RestoreStep => step.previous !== null;
