import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { onBehalfOf, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { ProjectAccess, TargetRepository, type ProjectPlace, type StoredTarget } from '../../targets/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import type { ProjectReport } from '../persistence/project-report.entity.js';
import type { ReportReopening } from '../persistence/report-reopening.entity.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import type { StoredReport } from './stored-report.js';
import { WritableReports, type Hand } from './writable-reports.js';

/** Which report of which round. */
export interface ReportKey {
  readonly year: number;
  readonly month: number;
  readonly projectId: string;
}

export interface HeldReport {
  readonly round: MonitoringRound;
  readonly target: StoredTarget;
  readonly stored: StoredReport | undefined;
  /** Null in an open round. */
  readonly reopening: ReportReopening | null;
  /** Whose deputy the caller is here; null where he acts in his own name. */
  readonly principal: string | null;
}

/** A report that a step is to be taken with, in the version that the caller has seen. */
export interface AskedReport {
  readonly projectId: string;
  readonly version: number;
}

/** Reports of one round, held for a step. */
export interface HeldReports {
  readonly round: MonitoringRound;
  /** By project; no row where nothing has been saved. */
  readonly reports: ReadonlyMap<string, { readonly place: ProjectPlace; readonly row: ProjectReport | undefined }>;
  readonly refused: ReadonlyMap<string, DomainError>;
}
/** What the unit itself does ends with the last day of a reopening. */
const UNIT_PERMISSIONS: readonly Permission[] = ['reports.write', 'reports.submit'];
const handOf = (permission: Permission): Hand => (UNIT_PERMISSIONS.includes(permission) ? 'unit' : 'reviewer');

/** Brings up the report that a caller wants to change, after every check that does not depend on its content. */
@Injectable()
export class ReportAccess {
  constructor(
    private readonly access: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly reports: ReportRepository,
    private readonly writable: WritableReports,
  ) {}

  /**
   * Holds the round and the project until the transaction ends, so that two saves of one report come one after the other.
   * @throws DomainError `not-found`, `forbidden`, `round-not-found`, `round-locked`, `round-not-open`, `reopening-expired`, or
   *   `report-changed` where somebody else saved since `version` was read
   */
  async hold(
    manager: EntityManager,
    user: CurrentUser,
    permission: Permission,
    key: ReportKey,
    version: number,
  ): Promise<HeldReport> {
    const held = await this.holdAny(manager, user, permission, key);
    const current = held.stored?.row.version ?? 0;
    if (version !== current) throw new DomainError('report-changed', { version, current, ...lastSave(held.stored) });
    return held;
  }

  /** The same whatever the version: for what hangs on the report without being a part of its content. */
  async holdAny(
    manager: EntityManager,
    user: CurrentUser,
    permission: Permission,
    { year, month, projectId }: ReportKey,
  ): Promise<HeldReport> {
    const { project, organisation } = await this.access.require(user, projectId, permission, manager);
    if (project.year !== year) throw new DomainError('not-found');
    const round = await this.rounds.hold(manager, year, month, 'shared');
    await this.targets.lockProjects(manager, [projectId]);
    const reopened = await this.writable.require(manager, round, [projectId], handOf(permission));
    const [target] = await this.targets.ofProjects(manager, [projectId], round.id);
    if (target === undefined) throw new DomainError('not-found');
    const stored = (await this.reports.ofRound(manager, round.id, [projectId])).get(projectId);
    const principal = onBehalfOf(user, permission, organisation.path);
    return { round, target, stored, reopening: reopened.get(projectId) ?? null, principal };
  }

  /**
   * The same for many reports at once, in a few statements, without their content. Whether a person may take a step with
   * one is for the step to say, for it depends on the state.
   * @returns also why a project is left out: `not-found` for one out of sight or of another year, `report-changed`,
   *   `round-locked` and `reopening-expired` for one of a locked round
   * @throws DomainError `round-not-found`, `round-locked`, `round-not-open`
   */
  async holdMany(
    manager: EntityManager,
    user: CurrentUser,
    { year, month }: Omit<ReportKey, 'projectId'>,
    asked: readonly AskedReport[],
    hand: Hand,
  ): Promise<HeldReports> {
    const round = await this.rounds.hold(manager, year, month, 'shared');
    await this.writable.requireAny(manager, round);
    const versions = new Map(asked.map(({ projectId, version }) => [projectId, version]));
    const places = await this.access.places(manager, user, [...versions.keys()]);
    const visible = [...versions.keys()].filter((id) => places.get(id)?.year === year);
    await this.targets.lockProjects(manager, visible);
    const rows = await this.reports.rowsOfRound(manager, round.id, visible);
    const reopened = await this.writable.live(manager, round, visible);
    const reports = new Map<string, { readonly place: ProjectPlace; readonly row: ProjectReport | undefined }>();
    const refused = new Map<string, DomainError>();
    for (const [id, version] of versions) {
      const [place, row] = [places.get(id), rows.get(id)];
      const current = row?.version ?? 0;
      const closed = this.writable.refusalOf(round, reopened.get(id), hand);
      if (place?.year !== year) refused.set(id, new DomainError('not-found'));
      else if (closed !== null) refused.set(id, DomainError.of(closed));
      else if (version !== current) refused.set(id, new DomainError('report-changed', { version, current }));
      else reports.set(id, { place, row });
    }
    return { round, reports, refused };
  }
}

/** Who saved last and when, so that the other one can be told whose figures these are. */
const lastSave = (stored: StoredReport | undefined) => ({
  savedBy: stored?.row.updatedBy ?? null,
  savedAt: stored?.row.updatedAt ?? null,
});
