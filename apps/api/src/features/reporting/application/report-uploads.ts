import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { Actor, CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { ReportUploadRepository } from '../persistence/report-upload.repository.js';

/** How long a refused upload can be downloaded. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** Expired uploads that are deleted in one transaction. */
const PURGED_AT_A_TIME = 20;
const LONGEST_NAME = 255;

export interface FaultyWorkbook {
  readonly roundId: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly issues: number;
}

/** Refused report files with the errors written into them: for seven days, for the person who uploaded them. */
@Injectable()
export class ReportUploads {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly uploads: ReportUploadRepository,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @returns the id under which the person who uploads it can download the workbook */
  async keep({ actor, onBehalfOf }: Actor, workbook: FaultyWorkbook, remoteAddress?: string): Promise<string> {
    const id = newId();
    await this.uow.run(async (manager) => {
      const { sha256 } = await this.files.put(manager, workbook.bytes);
      const file = workbook.file.slice(-LONGEST_NAME);
      await this.uploads.insert(manager, {
        id,
        roundId: workbook.roundId,
        file,
        sha256,
        issues: workbook.issues,
        uploadedBy: actor,
        uploadedAt: this.clock.now(),
        expiresAt: this.clock.later(KEPT_MS),
      });
      await this.audit.record(manager, {
        actor,
        onBehalfOf,
        action: 'reporting.refuse-file',
        subject: `report-upload/${id}`,
        after: { file, issues: workbook.issues },
        remoteAddress,
      });
    });
    return id;
  }

  /** @throws DomainError `not-found` also for an expired upload and for one of another person */
  async read(user: CurrentUser, id: string): Promise<{ readonly file: string; readonly bytes: Buffer }> {
    const manager = this.uow.reader;
    const upload = await this.uploads.find(manager, id, user.username, this.clock.now());
    if (upload === null) throw new DomainError('not-found');
    return { file: upload.file, bytes: await this.files.read(manager, upload.sha256) };
  }

  /** Deletes what has expired. Any number of processes may do it at once. @returns how many were deleted */
  async purge(): Promise<number> {
    for (let all = 0; ;) {
      const some = await this.uow.run(async (manager) => {
        const expired = await this.uploads.expired(manager, this.clock.now(), PURGED_AT_A_TIME);
        let deleted = 0;
        for (const { id, sha256 } of expired) {
          if ((await this.uploads.remove(manager, id)) === 0) continue;
          await this.files.release(manager, sha256);
          deleted += 1;
        }
        return deleted;
      });
      all += some;
      if (some < PURGED_AT_A_TIME) return all;
    }
  }
}
