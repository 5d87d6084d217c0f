import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { ReportUpload } from './report-upload.entity.js';

@Injectable()
export class ReportUploadRepository {
  async insert(manager: EntityManager, upload: ReportUpload): Promise<void> {
    await manager.insert(ReportUpload, upload);
  }

  /** The upload of this person that has not expired; null for another's, so that nobody learns of it. */
  find(manager: EntityManager, id: string, uploadedBy: string, now: string): Promise<ReportUpload | null> {
    return manager.findOneBy(ReportUpload, { id, uploadedBy, expiresAt: MoreThan(now) });
  }

  /** At most `limit` uploads that have expired, the oldest first. */
  expired(manager: EntityManager, now: string, limit: number): Promise<ReportUpload[]> {
    const where = { expiresAt: LessThanOrEqual(now) };
    return manager.find(ReportUpload, { where, order: { expiresAt: 'ASC', id: 'ASC' }, take: limit });
  }

  /** @returns how many of them this transaction deleted */
  async remove(manager: EntityManager, id: string): Promise<number> {
    return (await manager.delete(ReportUpload, { id: In([id]) })).affected ?? 0;
  }
}
