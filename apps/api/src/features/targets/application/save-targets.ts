import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import { FiscalYearRepository } from '../persistence/fiscal-year.repository.js';
import type { Project } from '../persistence/project.entity.js';
import { RoundTargetRepository } from '../persistence/round-target.repository.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { changeProjects, type ProjectChange } from './change-projects.js';
import { CHUNK_OF_PROJECTS, inChunks, inTurns } from './in-chunks.js';
import { continueLineages } from './match-lineage.js';
import { targetSummary } from './project-audit.js';
import type { StoredTarget } from './stored-target.js';
import { contentHash, type TargetContent } from './target-content.js';
import { versionRows, type VersionRows } from './target-rows.js';
import { approvalsMoved } from './target-work.events.js';
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
  /** Whose deputy that is. */
  readonly onBehalfOf?: string | null;
  readonly remoteAddress?: string | null;
  readonly importBatchId: string | null;
  /** The approved change that asks for it, where one does. */
  readonly changeId?: string;
  /** Told after every some hundred projects how many are done; what it throws undoes the transaction. */
  readonly progress?: (done: number) => Promise<void>;
}

/** A project that is written, with its id. */
interface Written {
  readonly item: TargetToSave;
  readonly projectId: string;
}

/**
 * Stores projects and the versions of their targets, in the transaction of the caller and by a few statements per some
 * hundred of them. The same content under the same name and code makes no new version; else version n+1 is made, in
 * which an indicator that continues an old one keeps its lineage. Open rounds keep the version that they are judged by; a
 * project that is new takes part in them with its first one (R27). Publishes `targetsChanged` once for all that changed, and
 * that they wait to be approved.
 * @returns the id of each project, in the order given.
 */
@Injectable()
export class SaveTargets {
  constructor(
    private readonly targets: TargetRepository,
    private readonly pins: RoundTargetRepository,
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
    const all = items.map((item): Written => ({ item, projectId: item.stored?.project.id ?? newId() }));
    const written: Written[] = [];
    for await (const chunk of inChunks(all, CHUNK_OF_PROJECTS))
      written.push(...chunk.filter(({ item }) => isChanged(item)));
    // Before any is added: a name that one project gives up can then be taken by a new one.
    const changes = written.flatMap(({ item }) => projectChange(item, now));
    await changeProjects(this.targets, manager, changes);
    let done = all.length - written.length;
    for await (const chunk of inChunks(written, CHUNK_OF_PROJECTS)) {
      await this.insert(manager, chunk, options, now);
      done += chunk.length;
      await options.progress?.(done);
    }
    if (written.length > 0) {
      const projectIds = written.map(({ projectId }) => projectId);
      await this.events.publish(manager, targetsChanged({ projectIds, actor: options.actor }));
      await this.publishHandedIn(manager, written, options);
    }
    return all.map(({ projectId }) => projectId);
  }

  /** What a change asks for is told by whoever carries it out: its version may be approved already. */
  private async publishHandedIn(
    manager: EntityManager,
    written: readonly Written[],
    { actor, changeId }: SaveTargetsOptions,
  ): Promise<void> {
    if (changeId !== undefined) return;
    const projects = written.map(({ item, projectId }) => ({ ...item, id: projectId }));
    await this.events.publish(manager, approvalsMoved({ projects, by: 'save', actor, message: null }));
  }

  private async insert(
    manager: EntityManager,
    chunk: readonly Written[],
    options: SaveTargetsOptions,
    now: string,
  ): Promise<void> {
    const versions = chunk.map((each) => nextVersion(each, options, now));
    const records = chunk.map((each) => auditRecord(each, options));
    await inTurns(
      () =>
        this.targets.insertProjects(
          manager,
          chunk.flatMap((each) => newProject(each, now)),
        ),
      () => this.targets.insertVersions(manager, versions),
      () => this.pins.pinNew(manager, idsOfNew(chunk)),
      () => this.audit.recordMany(manager, records),
    );
  }
}

const idsOfNew = (chunk: readonly Written[]): readonly string[] =>
  chunk.filter(({ item }) => item.stored === null).map(({ projectId }) => projectId);

const versionOf = ({ stored }: TargetToSave): number => (stored?.version.version ?? 0) + 1;

const isChanged = ({ stored, name, code, content }: TargetToSave): boolean =>
  stored === null ||
  stored.project.name !== name ||
  stored.project.code !== code ||
  stored.version.contentHash !== contentHash(content);

const projectChange = (item: TargetToSave, now: string): readonly ProjectChange[] => {
  const before = item.stored?.project;
  if (before === undefined) return [];
  const { code, name } = item;
  return [{ before, after: { ...before, code, name, currentVersion: versionOf(item), updatedAt: now } }];
};

const newProject = ({ item, projectId }: Written, now: string): readonly Project[] =>
  item.stored !== null
    ? []
    : [
        {
          id: projectId,
          year: item.year,
          organisationId: item.organisationId,
          code: item.code,
          name: item.name,
          key: item.flags?.key ?? false,
          transferLevel: item.flags?.transferLevel ?? null,
          personnel: item.flags?.personnel ?? false,
          startMonth: item.flags?.startMonth ?? 1,
          continuesProjectId: null,
          currentVersion: 1,
          createdAt: now,
          updatedAt: now,
        },
      ];

const nextVersion = (
  { item, projectId }: Written,
  { actor, importBatchId, changeId }: SaveTargetsOptions,
  now: string,
): VersionRows =>
  versionRows({
    projectId,
    version: versionOf(item),
    identity: item,
    content: {
      ...item.content,
      indicators: continueLineages(item.stored?.content.indicators ?? [], item.content.indicators),
    },
    restoredFrom: null,
    importBatchId,
    changeId: changeId ?? null,
    createdAt: now,
    createdBy: actor,
  });

function auditRecord({ item, projectId }: Written, options: SaveTargetsOptions): AuditRecord {
  const { actor, onBehalfOf, remoteAddress } = options;
  const { stored } = item;
  return {
    actor,
    onBehalfOf,
    action: stored === null ? 'targets.create-project' : 'targets.change-targets',
    subject: `project/${projectId}`,
    before: stored === null ? null : targetSummary(stored.project, stored.version.version, stored.content),
    after: targetSummary(item, versionOf(item), item.content),
    remoteAddress,
  };
}
