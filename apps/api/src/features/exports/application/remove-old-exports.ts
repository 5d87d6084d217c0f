import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { PaperExportRepository } from '../persistence/paper-export.repository.js';
import { PaperRepository } from '../persistence/paper.repository.js';
import { requestedBefore } from './export-retention.js';
import { ScratchFiles } from './scratch-files.js';

const AT_ONCE = 50;

/**
 * Drops the files of old exports, whose papers stay in the ledger, and what exports have left that came to nothing: papers
 * that never left the system, and half-written files of a process that was killed.
 */
@Injectable()
export class RemoveOldExports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly exports: PaperExportRepository,
    private readonly papers: PaperRepository,
    private readonly files: FileStore,
    private readonly scratch: ScratchFiles,
    private readonly clock: Clock,
  ) {}

  /** Any number of processes may run it at once. */
  async run(): Promise<void> {
    await this.dropFiles();
    await this.clearUnfinished();
    await this.clearScratch();
  }

  private async dropFiles(): Promise<void> {
    const before = requestedBefore(this.clock.now());
    for (;;) {
      const rows = await this.exports.withOldFiles(this.uow.reader, before, AT_ONCE);
      if (rows.length === 0) return;
      for (const { id } of rows) await this.dropFile(id);
    }
  }

  private async dropFile(id: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const row = await this.exports.hold(manager, id);
      if (row?.sha256 == null || row.fileRemovedAt !== null) return;
      await this.files.release(manager, row.sha256);
      await this.exports.change(manager, id, { fileRemovedAt: this.clock.now() });
    });
  }

  private async clearUnfinished(): Promise<void> {
    const now = this.clock.now();
    const before = requestedBefore(now);
    for (let last = ''; ;) {
      const rows = await this.exports.unfinished(this.uow.reader, now, last, AT_ONCE);
      if (rows.length === 0) return;
      for (const { id, requestedAt } of rows) await this.clear(id, requestedAt < before);
      last = rows.at(-1)?.id ?? last;
    }
  }

  private async clear(id: string, isOld: boolean): Promise<void> {
    await this.uow.run(async (manager) => {
      const row = await this.exports.hold(manager, id);
      if (row === null || row.finishedAt !== null) return;
      if ((await this.exports.underWay(manager, [id])).has(id)) return;
      await this.papers.removeOf(manager, id);
      if (isOld) await this.exports.remove(manager, id);
    });
  }

  private async clearScratch(): Promise<void> {
    const ids = await this.scratch.exportIds();
    const underWay = await this.exports.underWay(this.uow.reader, ids);
    for (const id of ids) if (!underWay.has(id)) await this.scratch.remove(id);
  }
}
