import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { lockOne } from '../../../platform/database/row-locks.js';
import { JobRun } from '../../../platform/jobs/job-run.entity.js';
import { UNENDED } from '../../../platform/jobs/job-rows.repository.js';
import { PaperExport } from './paper-export.entity.js';

@Injectable()
export class PaperExportRepository {
  async insert(manager: EntityManager, row: PaperExport): Promise<void> {
    await manager.insert(PaperExport, row);
  }

  async change(manager: EntityManager, id: string, change: Partial<Omit<PaperExport, 'id' | 'paths'>>): Promise<void> {
    await manager.update(PaperExport, { id }, change);
  }

  /** Held until the transaction ends; null where there is none. */
  hold(manager: EntityManager, id: string): Promise<PaperExport | null> {
    return lockOne(manager, PaperExport, { id }, 'exclusive');
  }

  /** A person's own that is on the list. */
  own(manager: EntityManager, username: string, id: string): Promise<PaperExport | null> {
    return manager.findOneBy(PaperExport, { id, requestedBy: username, deletedAt: IsNull() });
  }

  /** A person's own, newest first. */
  page(manager: EntityManager, username: string, page: number, size: number): Promise<[PaperExport[], number]> {
    return manager.findAndCount(PaperExport, {
      where: { requestedBy: username, deletedAt: IsNull() },
      order: { requestedAt: 'DESC', id: 'DESC' },
      skip: (page - 1) * size,
      take: size,
    });
  }

  /** The jobs of some exports, as far as the ledger remembers them, by their ids. */
  async jobsOf(manager: EntityManager, rows: readonly PaperExport[]): Promise<ReadonlyMap<string, JobRun>> {
    const ids = rows.flatMap(({ jobId }) => jobId ?? []);
    const jobs = ids.length === 0 ? [] : await manager.findBy(JobRun, { id: In(ids) });
    return new Map(jobs.map((job) => [job.id, job]));
  }

  /** The latest finished one whose file had this hash. */
  byHash(manager: EntityManager, sha256: string): Promise<PaperExport | null> {
    return manager.findOne(PaperExport, { where: { sha256, finishedAt: Not(IsNull()) }, order: { id: 'DESC' } });
  }

  /** Of these ids those that a job still works at, or will. */
  async underWay(manager: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await manager.findBy(PaperExport, { id: In([...ids]) });
    const jobs = await this.jobsOf(manager, rows);
    const isUnderWay = ({ jobId }: PaperExport): boolean => {
      const job = jobId === null ? undefined : jobs.get(jobId);
      return job !== undefined && UNENDED.includes(job.status);
    };
    return new Set(rows.filter(isUnderWay).map(({ id }) => id));
  }

  /** Finished before an instant, and still with their file. */
  withOldFiles(manager: EntityManager, before: string, limit: number): Promise<PaperExport[]> {
    return manager.find(PaperExport, {
      where: { fileRemovedAt: IsNull(), sha256: Not(IsNull()), requestedAt: LessThan(before) },
      order: { requestedAt: 'ASC' },
      take: limit,
    });
  }

  /** Came to nothing, or may still: asked for before an instant. */
  unfinished(manager: EntityManager, before: string, afterId: string, limit: number): Promise<PaperExport[]> {
    return manager
      .createQueryBuilder(PaperExport, 'export')
      .where('export.finishedAt is null and export.requestedAt < :before and export.id > :afterId', { before, afterId })
      .orderBy('export.id')
      .limit(limit)
      .getMany();
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.delete(PaperExport, { id });
  }
}
