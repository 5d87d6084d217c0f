import { checkAdjustments } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import type { Project } from '../persistence/project.entity.js';
import { TargetApprovalRepository } from '../persistence/target-approval.repository.js';
import { TargetChangeRepository } from '../persistence/target-change.repository.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { UndoRepository } from '../persistence/undo.repository.js';
import type { ProjectIdentity } from './compare-targets.js';
import { beforeProjectsRemoved, beforeTargetsUndone, type UndoObstacle } from './removal.events.js';
import { isRestored, type RestoreStep, type UndoStep } from './undo-step.js';

/** Finds everything that stands in the way of undoing an import: nothing that was built on it may be lost. */
@Injectable()
export class CheckUndo {
  constructor(
    private readonly targets: TargetRepository,
    private readonly undo: UndoRepository,
    private readonly changes: TargetChangeRepository,
    private readonly approvals: TargetApprovalRepository,
    private readonly events: DomainEvents,
  ) {}

  /**
   * @param steps some hundred of one undo
   * @param identities name and code that every project of the undo would have; null for one that would go
   */
  async run(
    manager: EntityManager,
    steps: readonly UndoStep[],
    savedAt: string,
    identities: ReadonlyMap<string, ProjectIdentity | null>,
  ): Promise<readonly UndoObstacle[]> {
    const obstacles: UndoObstacle[] = steps
      .filter(({ version, versionInForce }) => version !== versionInForce)
      .map(({ projectId }) => ({ projectId, code: 'undo-later-version' }));
    await this.askOthers(manager, steps, savedAt, obstacles);
    obstacles.push(...(await this.approved(manager, steps)));
    obstacles.push(...(await this.adjusted(manager, steps)));
    obstacles.push(...(await this.proposed(manager, steps)));
    obstacles.push(...(await this.taken(manager, steps.filter(isRestored), identities)));
    return obstacles;
  }

  /** What finance has approved is changed by a proposal, not taken back. */
  private async approved(manager: EntityManager, steps: readonly UndoStep[]): Promise<readonly UndoObstacle[]> {
    const approved = await this.approvals.approvedAmong(manager, steps);
    return [...approved].map((projectId) => ({ projectId, code: 'undo-approved' }));
  }

  private async askOthers(
    manager: EntityManager,
    steps: readonly UndoStep[],
    savedAt: string,
    obstacles: UndoObstacle[],
  ): Promise<void> {
    const vanishing = await this.vanishing(manager, steps.filter(isRestored));
    for (const year of new Set(steps.map((step) => step.year))) {
      const projects = steps
        .filter((step) => step.year === year)
        .map(({ projectId, startMonth }) => ({ projectId, startMonth, vanishing: vanishing.get(projectId) ?? [] }));
      await this.events.publish(manager, beforeTargetsUndone({ year, savedAt, projects, obstacles }));
    }
    const projectIds = steps.filter((step) => !isRestored(step)).map(({ projectId }) => projectId);
    if (projectIds.length > 0) await this.events.publish(manager, beforeProjectsRemoved({ projectIds, obstacles }));
  }

  /** Indicators that only the import's version has, by project. */
  private async vanishing(
    manager: EntityManager,
    steps: readonly RestoreStep[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const versionIds = steps.flatMap(({ versionId, previous }) => [versionId, previous.versionId]);
    const lineages = await this.undo.lineages(manager, versionIds);
    return new Map(
      steps.map(({ projectId, versionId, previous }) => {
        const staying = new Set(lineages.get(previous.versionId));
        return [projectId, (lineages.get(versionId) ?? []).filter((lineage) => !staying.has(lineage))];
      }),
    );
  }

  /** R6: an adjustment of a project that would go, or that the budget of before cannot bear. */
  private async adjusted(manager: EntityManager, steps: readonly UndoStep[]): Promise<readonly UndoObstacle[]> {
    const ids = steps.map(({ projectId }) => projectId);
    const adjustments = await this.targets.adjustmentsOf(manager, ids);
    return steps
      .filter(({ projectId, previous }) => {
        const own = adjustments.get(projectId) ?? [];
        if (own.length === 0) return false;
        const budget = previous?.initialBudgetFen ?? null;
        return budget === null || checkAdjustments(budget, own) !== null;
      })
      .map(({ projectId }) => ({ projectId, code: 'undo-has-adjustments' }));
  }

  /** Proposed changes and documents of a project that would go, and the project that continues it: none may be lost. */
  private async proposed(manager: EntityManager, steps: readonly UndoStep[]): Promise<readonly UndoObstacle[]> {
    const leaving = steps.filter((step) => !isRestored(step)).map(({ projectId }) => projectId);
    const changed = await this.changes.changed(manager, leaving);
    const continued = await this.undo.continued(manager, leaving);
    return [
      ...changed.map((projectId) => ({ projectId, code: 'undo-has-changes' })),
      ...continued.map((projectId) => ({ projectId, code: 'undo-continued' })),
    ];
  }

  /** A name or code of before that another project has got meanwhile. */
  private async taken(
    manager: EntityManager,
    steps: readonly RestoreStep[],
    identities: ReadonlyMap<string, ProjectIdentity | null>,
  ): Promise<readonly UndoObstacle[]> {
    const renamed = steps.filter(({ name, code, previous }) => previous.name !== name || previous.code !== code);
    if (renamed.length === 0) return [];
    const names = renamed.map(({ previous }) => previous.name);
    const codes = renamed.flatMap(({ previous }) => previous.code ?? []);
    const owners: Project[] = [];
    for (const year of new Set(renamed.map((step) => step.year))) {
      owners.push(...(await this.undo.named(manager, year, names, codes)));
    }
    const isTaken = ({ projectId, year, organisationId, previous }: RestoreStep): boolean =>
      owners.some((other) => {
        if (other.id === projectId || other.year !== year) return false;
        const identity = identities.has(other.id) ? identities.get(other.id) : other;
        if (!identity) return false;
        const sameName = other.organisationId === organisationId && identity.name === previous.name;
        return sameName || (previous.code !== null && identity.code === previous.code);
      });
    return renamed
      .filter(isTaken)
      .map(({ projectId, previous }) => ({ projectId, code: 'undo-name-taken', params: { before: previous.name } }));
  }
}
