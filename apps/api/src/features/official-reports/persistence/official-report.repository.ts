import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockOne } from '../../../platform/database/row-locks.js';
import { OfficialReportVersion } from './official-report-version.entity.js';
import { OfficialReport } from './official-report.entity.js';

/** Official reports and their versions. */
@Injectable()
export class OfficialReportRepository {
  find(manager: EntityManager, id: string): Promise<OfficialReport | null> {
    return manager.findOneBy(OfficialReport, { id });
  }

  /** Of a period and a place; `month` is 12 for a self-evaluation. */
  of(
    manager: EntityManager,
    where: Pick<OfficialReport, 'kind' | 'year' | 'month' | 'organisationId'>,
  ): Promise<OfficialReport | null> {
    const { kind, year, month, organisationId } = where;
    return manager.findOneBy(OfficialReport, { kind, year, month, organisationId });
  }

  /** The row, held until the transaction ends, so that versions are counted and steps taken one after the other. */
  hold(manager: EntityManager, id: string): Promise<OfficialReport | null> {
    return lockOne(manager, OfficialReport, { id }, 'exclusive');
  }

  async insert(manager: EntityManager, report: OfficialReport): Promise<void> {
    await manager.insert(OfficialReport, report);
  }

  async change(manager: EntityManager, id: string, change: Partial<OfficialReport>): Promise<void> {
    await manager.update(OfficialReport, { id }, change);
  }

  version(manager: EntityManager, reportId: string, number: number): Promise<OfficialReportVersion | null> {
    return manager.findOneBy(OfficialReportVersion, { reportId, number });
  }

  /** @throws Error where there is no such version */
  async requireVersion(manager: EntityManager, reportId: string, number: number): Promise<OfficialReportVersion> {
    const version = await this.version(manager, reportId, number);
    if (version === null) throw new Error(`The official report ${reportId} has no version ${number}`);
    return version;
  }

  /** Without what they say, newest first. */
  versions(manager: EntityManager, reportId: string): Promise<Omit<OfficialReportVersion, 'content'>[]> {
    return manager.find(OfficialReportVersion, {
      select: WITHOUT_CONTENT,
      where: { reportId },
      order: { number: 'DESC' },
    });
  }

  async addVersion(manager: EntityManager, version: OfficialReportVersion): Promise<void> {
    await manager.insert(OfficialReportVersion, version);
  }

  async seal(
    manager: EntityManager,
    id: string,
    seal: Pick<
      OfficialReportVersion,
      'sealedBy' | 'sealedFor' | 'sealedAt' | 'selfApproved' | 'contentHash' | 'previousHash' | 'hash'
    >,
  ): Promise<void> {
    await manager.update(OfficialReportVersion, { id }, seal);
  }
}

const WITHOUT_CONTENT = {
  id: true,
  reportId: true,
  number: true,
  cause: true,
  createdBy: true,
  createdFor: true,
  createdAt: true,
  factsHash: true,
  figuresHash: true,
  factsAt: true,
  settled: true,
  sealedBy: true,
  sealedFor: true,
  sealedAt: true,
  selfApproved: true,
  contentHash: true,
  previousHash: true,
  hash: true,
} as const;
