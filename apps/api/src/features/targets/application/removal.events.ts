import { defineEvent } from '../../../platform/events/domain-events.js';

/** Why an undo cannot take a project's targets back; `code` has its sentence in the message catalogue. */
export interface UndoObstacle {
  readonly projectId: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * Targets of these projects (some hundred at most) are about to be taken back to what they were before an import. A
 * subscriber that knows why not puts it into `obstacles`.
 */
export const beforeTargetsUndone = defineEvent<{
  readonly year: number;
  /** Instant at which the import was saved. */
  readonly savedAt: string;
  readonly projects: readonly {
    readonly projectId: string;
    readonly startMonth: number;
    /** Lineages of the indicators that the project would have no longer. */
    readonly vanishing: readonly string[];
  }[];
  readonly obstacles: UndoObstacle[];
}>('targets.before-targets-undone');

/**
 * These projects (some hundred at most) are about to be removed, because the import that made them is undone. A
 * subscriber that keeps something of a project that must not be lost puts it into `obstacles`; nothing is removed yet.
 */
export const beforeProjectsRemoved = defineEvent<{
  readonly projectIds: readonly string[];
  readonly obstacles: UndoObstacle[];
}>('targets.before-projects-removed');

/**
 * These projects (some hundred at most) are being removed: whoever has rows that refer to them deletes them now, in the
 * same transaction. The projects' own rows are still there.
 */
export const projectsRemoved = defineEvent<{ readonly projectIds: readonly string[] }>('targets.projects-removed');
