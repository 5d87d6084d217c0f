import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActorFrom, CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';
import { DraftContent } from './drafted-content.js';
import { isOwnReport, type PlacedReport } from './official-report-access.js';
import { contentHashOf, hashOfSeal } from './seal-hash.js';
import { SealObstacle } from './seal-obstacle.js';

/** What the seal of a version is, for the audit trail, which vouches for its hash. */
export interface ReportSeal {
  readonly contentHash: string;
  readonly hash: string;
  readonly selfApproved: boolean;
}

/** Seals what a report says: from then on it stays, and only a next version says something else. */
@Injectable()
export class SealReport {
  constructor(
    private readonly reports: OfficialReportRepository,
    private readonly obstacle: SealObstacle,
    private readonly draft: DraftContent,
    private readonly clock: Clock,
  ) {}

  /**
   * @param placed held by the present transaction
   * @throws DomainError `official-report-own` where somebody seals what he wrote, `official-report-outdated` where the
   *   figures are others by now, what `SealObstacle` tells
   */
  async run(manager: EntityManager, placed: PlacedReport, user: CurrentUser, by: ActorFrom): Promise<ReportSeal> {
    const { report, organisation } = placed;
    const selfApproved = isOwnReport(placed, user);
    if (selfApproved && !organisation.selfApproval) throw new DomainError('official-report-own');
    const version = await this.reports.requireVersion(manager, report.id, report.version);
    const obstacle = await this.obstacle.of(manager, report, version);
    if (obstacle !== null) throw DomainError.of(obstacle);
    const present = await this.draft.run(manager, organisation, report);
    if (present.figuresHash !== version.figuresHash) throw new DomainError('official-report-outdated');
    const before =
      report.sealedVersion === null ? null : await this.reports.version(manager, report.id, report.sealedVersion);
    const signed = {
      sealedBy: by.actor,
      sealedFor: by.onBehalfOf,
      sealedAt: this.clock.now(),
      selfApproved,
      contentHash: contentHashOf(version),
      previousHash: before?.hash ?? null,
    };
    const hash = hashOfSeal({ ...version, ...signed });
    await this.reports.seal(manager, version.id, { ...signed, hash });
    return { contentHash: signed.contentHash, hash, selfApproved };
  }
}
