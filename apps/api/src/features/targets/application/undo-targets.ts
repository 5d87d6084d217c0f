import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { FiscalYearRepository } from '../persistence/fiscal-year.repository.js';
import { RoundTargetRepository } from '../persistence/round-target.repository.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { UndoRepository } from '../persistence/undo.repository.js';
import { CheckUndo } from './check-undo.js';
import { changeProjects, type ProjectChange } from './change-projects.js';
import { CHUNK_OF_PROJECTS, inChunks } from './in-chunks.js';
import { targetSummary } from './project-audit.js';
import { projectsRemoved, type UndoObstacle } from './removal.events.js';
import type { StoredTarget } from './stored-target.js';
import { versionRows } from './target-rows.js';
import { approvalsMoved, type ProjectOfYear } from './target-work.events.js';
import { targetsChanged } from './targets-changed.event.js';
import { isRestored, type RestoreStep, type UndoStep } from './undo-step.js';

export interface UndoTargetsOptions {
  readonly actor: string;
  /** Whose deputy that is. */
  readonly onBehalfOf?: string | null;
  readonly remoteAddress?: string | null;
  /** Told after every some hundred projects how many are done; what it throws undoes the transaction. */
  readonly progress?: (done: number, total: number) => Promise<void>;
}

type UndoneBy = Omit<UndoTargetsOptions, 'progress'>;

export interface UndoneTargets {
  readonly removed: number;
  readonly restored: number;
}

/** Obstacles that a refusal names one by one; their number is told in any case. */
const MOST_NAMED = 500;

/**
 * Undoes what an import did to projects, in the transaction of the caller: a project that it changed gets a new version
 * with the name, code, content and lineages of the version before, so that what was reported stays with its indicator,
 * and is judged anew, in open rounds that were judged by the import as well; a project that it made is removed. All of it
 * or nothing.
 */
@Injectable()
export class UndoTargets {
  constructor(
    private readonly targets: TargetRepository,
    private readonly undo: UndoRepository,
    private readonly pins: RoundTargetRepository,
    private readonly years: FiscalYearRepository,
    private readonly check: CheckUndo,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @param savedAt instant at which the import was saved: a round that was locked since keeps its projects
   * @throws DomainError `undo-refused` with an issue for each project that stands in the way: `undo-round-locked`,
   *   `undo-later-version`, `undo-has-reports`, `undo-has-comments`, `undo-has-adjustments`, `undo-has-changes`, `undo-approved`,
   *   `undo-has-treasury`, `undo-continued`, `undo-name-taken`
   */
  async run(
    manager: EntityManager,
    importBatchId: string,
    savedAt: string,
    options: UndoTargetsOptions,
  ): Promise<UndoneTargets> {
    const { progress, ...by } = options;
    const steps = await this.hold(manager, importBatchId);
    await this.refuse(manager, steps, savedAt);
    const removed = steps.filter((step) => !isRestored(step));
    const restored = steps.filter(isRestored);
    let done = 0;
    for await (const chunk of inChunks(removed, CHUNK_OF_PROJECTS)) {
      await this.remove(manager, chunk, by);
      done += chunk.length;
      await progress?.(done, steps.length);
    }
    await this.restoreProjects(manager, restored);
    for await (const chunk of inChunks(restored, CHUNK_OF_PROJECTS)) {
      await this.restore(manager, chunk, by);
      done += chunk.length;
      await progress?.(done, steps.length);
    }
    if (restored.length > 0) {
      const projectIds = restored.map(({ projectId }) => projectId);
      await this.events.publish(manager, targetsChanged({ projectIds, actor: by.actor }));
    }
    return { removed: removed.length, restored: restored.length };
  }

  /** From here on nobody imports into the year, and nobody changes, reports or judges the projects. */
  private async hold(manager: EntityManager, importBatchId: string): Promise<readonly UndoStep[]> {
    const years = new Set((await this.undo.steps(manager, importBatchId)).map(({ year }) => year));
    for (const year of [...years].sort((a, b) => a - b)) await this.years.hold(manager, year, this.clock.now());
    await this.targets.lockProjects(manager, await this.undo.projectIds(manager, importBatchId));
    return this.undo.steps(manager, importBatchId);
  }

  private async refuse(manager: EntityManager, steps: readonly UndoStep[], savedAt: string): Promise<void> {
    const identities = new Map(steps.map(({ projectId, previous }) => [projectId, previous]));
    const obstacles: UndoObstacle[] = [];
    for await (const chunk of inChunks(steps, CHUNK_OF_PROJECTS)) {
      obstacles.push(...(await this.check.run(manager, chunk, savedAt, identities)));
    }
    if (obstacles.length === 0) return;
    const names = new Map(steps.map(({ projectId, name }) => [projectId, name]));
    throw new DomainError(
      'undo-refused',
      { projects: new Set(obstacles.map(({ projectId }) => projectId)).size },
      obstacles.slice(0, MOST_NAMED).map(({ projectId, code, params }) => ({
        path: `project/${projectId}`,
        code,
        params: { ...params, project: names.get(projectId) ?? projectId },
      })),
    );
  }

  private async remove(manager: EntityManager, steps: readonly UndoStep[], by: UndoneBy): Promise<void> {
    const projectIds = steps.map(({ projectId }) => projectId);
    const targets = await this.targets.ofProjects(manager, projectIds);
    await this.events.publish(manager, projectsRemoved({ projectIds }));
    await this.undo.remove(manager, projectIds);
    await this.publishMoved(
      manager,
      targets.map(({ project }) => project),
      by.actor,
    );
    await this.audit.recordMany(
      manager,
      targets.map(({ project, version, content }) => ({
        ...by,
        action: 'targets.remove-project',
        subject: `project/${project.id}`,
        before: targetSummary(project, version.version, content),
      })),
    );
  }

  private async restoreProjects(manager: EntityManager, steps: readonly RestoreStep[]): Promise<void> {
    const updatedAt = this.clock.now();
    const changes: ProjectChange[] = [];
    for await (const chunk of inChunks(steps, CHUNK_OF_PROJECTS)) {
      const before = await this.undo.projects(
        manager,
        chunk.map(({ projectId }) => projectId),
      );
      for (const { projectId, previous, currentVersion } of chunk) {
        const project = before.get(projectId);
        if (project === undefined) throw new Error(`Project ${projectId} vanished while it was held`);
        const { name, code } = previous;
        const after = { ...project, name, code, currentVersion: currentVersion + 1, updatedAt };
        changes.push({ before: project, after });
      }
    }
    await changeProjects(this.targets, manager, changes);
  }

  private async restore(manager: EntityManager, steps: readonly RestoreStep[], by: UndoneBy): Promise<void> {
    const now = this.clock.now();
    const previous = new Map<string, StoredTarget>();
    const versionIds = steps.map((step) => step.previous.versionId);
    for (const target of await this.targets.ofVersions(manager, versionIds)) previous.set(target.project.id, target);
    const restored = steps.map((step) => {
      const target = previous.get(step.projectId);
      if (target === undefined) throw new Error(`Project ${step.projectId} has lost its version before the import`);
      return { step, target, version: step.currentVersion + 1, identity: step.previous };
    });
    await this.targets.insertVersions(
      manager,
      restored.map(({ step, target, version, identity }) =>
        versionRows({
          projectId: step.projectId,
          version,
          identity,
          content: target.content,
          // Of a version that is restored itself, the one it restores: a chain of undos ends at what was imported.
          restoredFrom: target.version.restoredFrom ?? target.version.version,
          importBatchId: null,
          changeId: null,
          createdAt: now,
          createdBy: by.actor,
        }),
      ),
    );
    // What was wrong is not kept in force by a round that opened on it.
    await this.pins.replace(
      manager,
      restored.map(({ step, version }) => ({ projectId: step.projectId, since: step.version, version })),
    );
    await this.audit.recordMany(
      manager,
      restored.map(({ step, target, version, identity }) => ({
        ...by,
        action: 'targets.restore-targets',
        subject: `project/${step.projectId}`,
        before: { name: step.name, code: step.code, version: step.currentVersion },
        after: targetSummary(identity, version, target.content),
      })),
    );
    await this.publishMoved(
      manager,
      restored.map(({ target }) => target.project),
      by.actor,
    );
  }

  private publishMoved(manager: EntityManager, projects: readonly ProjectOfYear[], actor: string): Promise<void> {
    return this.events.publish(manager, approvalsMoved({ projects, by: 'other', actor, message: null }));
  }
}
