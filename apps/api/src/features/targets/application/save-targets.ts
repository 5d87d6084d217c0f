import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { FiscalYearRepository } from '../persistence/fiscal-year.repository.js';
import type { Indicator } from '../persistence/indicator.entity.js';
import type { Project } from '../persistence/project.entity.js';
import type { ScheduleCheckpoint } from '../persistence/schedule-checkpoint.entity.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { matchLineage } from './match-lineage.js';
import type { StoredTarget } from './stored-target.js';
import { contentHash, correctionsOf, type TargetContent } from './target-content.js';
import { targetsChanged } from './targets-changed.event.js';

/** One project with the targets it is to have; `stored` is what there is of it now, null for a new project. */
export interface TargetToSave {
  readonly year: number;
  readonly organisationId: string;
  readonly code: string | null;
  readonly name: string;
  readonly content: TargetContent;
  readonly stored: StoredTarget | null;
  /** Scope flags of a new project; an existing one keeps its own. */
  readonly flags?: Partial<Pick<Project, 'key' | 'transferLevel' | 'personnel' | 'startMonth'>>;
}

export interface SaveTargetsOptions {
  readonly actor: string;
  readonly importBatchId: string | null;
}

/**
 * Stores projects and the versions of their targets, in the transaction of the caller. Equal content makes no new version;
 * other content makes version n+1, in which an indicator that continues an old one keeps its lineage.
 * Publishes `targetsChanged` for what changed.
 * @returns the id of each project, in the order given.
 */
@Injectable()
export class SaveTargets {
  constructor(
    private readonly targets: TargetRepository,
    private readonly years: FiscalYearRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async run(
    manager: EntityManager,
    items: readonly TargetToSave[],
    options: SaveTargetsOptions,
  ): Promise<readonly string[]> {
    const now = this.clock.now();
    for (const year of new Set(items.map((item) => item.year))) await this.years.ensure(manager, year, now);
    const ids: string[] = [];
    const changed: string[] = [];
    for (const item of items) {
      const saved = await this.saveOne(manager, item, options, now);
      ids.push(saved.projectId);
      if (saved.changed) changed.push(saved.projectId);
    }
    if (changed.length > 0) {
      await this.events.publish(manager, targetsChanged({ projectIds: changed, actor: options.actor }));
    }
    return ids;
  }

  private async saveOne(manager: EntityManager, item: TargetToSave, options: SaveTargetsOptions, now: string) {
    const { stored } = item;
    if (stored === null) {
      const projectId = await this.createProject(manager, item, now);
      await this.insertVersion(manager, projectId, item, options, now);
      await this.record(manager, 'targets.create-project', projectId, item, 1, options.actor);
      return { projectId, changed: true };
    }
    const projectId = stored.project.id;
    const newContent = contentHash(item.content) !== stored.version.contentHash;
    const renamed = stored.project.name !== item.name || stored.project.code !== item.code;
    if (!newContent && !renamed) return { projectId, changed: false };
    if (newContent) await this.insertVersion(manager, projectId, item, options, now);
    const currentVersion = stored.version.version + (newContent ? 1 : 0);
    const { code, name } = item;
    await this.targets.updateProject(manager, projectId, { code, name, currentVersion, updatedAt: now });
    await this.record(manager, 'targets.change-targets', projectId, item, currentVersion, options.actor);
    return { projectId, changed: true };
  }

  private async createProject(manager: EntityManager, item: TargetToSave, now: string): Promise<string> {
    const project: Project = {
      id: newId(),
      year: item.year,
      organisationId: item.organisationId,
      code: item.code,
      name: item.name,
      key: item.flags?.key ?? false,
      transferLevel: item.flags?.transferLevel ?? null,
      personnel: item.flags?.personnel ?? false,
      startMonth: item.flags?.startMonth ?? 1,
      currentVersion: 1,
      createdAt: now,
      updatedAt: now,
    };
    await this.targets.insertProject(manager, project);
    return project.id;
  }

  private async insertVersion(
    manager: EntityManager,
    projectId: string,
    { content, stored, name, code }: TargetToSave,
    { actor, importBatchId }: SaveTargetsOptions,
    now: string,
  ): Promise<void> {
    const id = newId();
    const { initialBudgetFen, fiscalFundsFen, otherFundsFen, purpose, goals, sourceAt } = content;
    await this.targets.insertVersion(
      manager,
      {
        id,
        projectId,
        version: (stored?.version.version ?? 0) + 1,
        name,
        code,
        restoredFrom: null,
        initialBudgetFen,
        fiscalFundsFen,
        otherFundsFen,
        purpose,
        goals,
        sourceAt,
        contentHash: contentHash(content),
        importBatchId,
        createdAt: now,
        createdBy: actor,
      },
      checkpointRows(id, content),
      indicatorRows(id, content, stored),
    );
  }

  private async record(
    manager: EntityManager,
    action: string,
    projectId: string,
    { stored, content, name, code }: TargetToSave,
    version: number,
    actor: string,
  ): Promise<void> {
    await this.audit.record(manager, {
      actor,
      action,
      subject: `project/${projectId}`,
      before: stored === null ? null : summary(stored.project, stored.version.version, stored.content),
      after: summary({ name, code }, version, content),
    });
  }
}

const summary = ({ name, code }: Pick<Project, 'name' | 'code'>, version: number, content: TargetContent) => ({
  name,
  code,
  version,
  initialBudgetFen: content.initialBudgetFen,
  indicators: content.indicators.length,
});

const checkpointRows = (targetVersionId: string, { schedule }: TargetContent): ScheduleCheckpoint[] =>
  (schedule ?? []).map(({ month, percent }) => ({ id: newId(), targetVersionId, month, percent }));

function indicatorRows(targetVersionId: string, content: TargetContent, stored: StoredTarget | null): Indicator[] {
  const previous = stored?.content.indicators ?? [];
  const matches = matchLineage(previous, content.indicators);
  return content.indicators.map((indicator, ordinal) => {
    const match = matches[ordinal];
    const old = match === null || match === undefined ? undefined : previous[match];
    return {
      ...indicatorFields(indicator),
      id: newId(),
      targetVersionId,
      ordinal,
      lineageId: old?.lineageId ?? newId(),
      // Finance confirmed the direction of the value as it was printed then; another value is doubted anew (R41).
      directionConfirmed: old?.rawValue === indicator.rawValue && old.directionConfirmed,
    };
  });
}

const indicatorFields = (indicator: TargetContent['indicators'][number]) => ({
  level1: indicator.level1,
  level2: indicator.level2,
  name: indicator.name,
  description: indicator.description,
  rawValue: indicator.rawValue,
  operator: indicator.operator,
  number: indicator.number,
  unit: indicator.unit,
  dueDate: indicator.dueDate,
  gate: indicator.gate,
  operatorPrinted: indicator.operatorPrinted,
  direction: indicator.direction,
  directionInferred: indicator.directionInferred,
  basis: indicator.basis,
  kind: indicator.kind,
  assessedFrom: indicator.assessedFrom,
  weight: indicator.weight,
  corrected: indicator.corrected.length === 0 ? null : correctionsOf(indicator),
  sourceAt: indicator.sourceAt,
});
