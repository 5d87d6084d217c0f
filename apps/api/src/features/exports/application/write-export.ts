import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { JobLeaseLost } from '../../../platform/jobs/job-errors.js';
import { Clock } from '../../../platform/runtime/clock.js';
import type { Pace } from '../../../platform/runtime/pace.js';
import { AuditLog } from '../../audit/index.js';
import type { ExportPayload } from '../jobs/export.jobs.js';
import type { PaperExport } from '../persistence/paper-export.entity.js';
import { PaperExportRepository } from '../persistence/paper-export.repository.js';
import { PaperRepository } from '../persistence/paper.repository.js';
import { WriteEvidence } from './evidence/write-evidence.js';
import { isPaperKind } from './export-kinds.js';
import { PaperLedgers } from './paper-ledger.js';
import { ScratchFiles } from './scratch-files.js';
import type { WrittenExport } from './written-export.js';
import { WriteForms } from './write-forms.js';

/**
 * Writes an export into a file beside the database, document by document, and moves it there when it is whole. Papers are
 * entered while they are written and count from the transaction on that stores the file; what comes to nothing leaves
 * nothing, and a try after a crash begins anew.
 */
@Injectable()
export class WriteExport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly exports: PaperExportRepository,
    private readonly papers: PaperRepository,
    private readonly ledgers: PaperLedgers,
    private readonly scratch: ScratchFiles,
    private readonly files: FileStore,
    private readonly forms: WriteForms,
    private readonly evidence: WriteEvidence,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `export-empty`, `archive-full` */
  async run({ exportId, remoteAddress }: ExportPayload, pace: Pace): Promise<void> {
    const asked = await this.begin(exportId);
    if (asked === null) return;
    const path = await this.scratch.open(asked.id, asked.attempt);
    try {
      const isOfForms = isPaperKind(asked.kind);
      const written = await (isOfForms ? this.forms : this.evidence).run(asked, path, pace);
      await this.finish(asked, path, written, remoteAddress);
    } catch (error) {
      if (!(error instanceof JobLeaseLost)) await this.takeBack(asked);
      throw error;
    } finally {
      await this.scratch.removeFile(path);
    }
  }

  /** @returns null where it is written already, or nobody wants it any more */
  private begin(exportId: string): Promise<PaperExport | null> {
    return this.uow.run(async (manager) => {
      const row = await this.exports.hold(manager, exportId);
      if (row === null || row.finishedAt !== null || row.deletedAt !== null) return null;
      const attempt = row.attempt + 1;
      await this.exports.change(manager, exportId, { attempt });
      await this.papers.removeOf(manager, exportId);
      return { ...row, attempt };
    });
  }

  private async finish(
    asked: PaperExport,
    path: string,
    { file, content, projects, papers }: WrittenExport,
    remoteAddress: string | null,
  ): Promise<void> {
    await this.uow.run(async (manager) => {
      await this.ledgers.hold(manager, asked);
      await this.files.putFile(manager, path, content);
      const finished = { finishedAt: this.clock.now(), file, ...content, projects, papers };
      await this.exports.change(manager, asked.id, finished);
      await this.audit.record(manager, {
        actor: asked.requestedBy,
        onBehalfOf: asked.requestedFor,
        action: 'exports.finish',
        subject: `export/${asked.id}`,
        after: { file, ...content, projects, papers },
        remoteAddress,
      });
    });
  }

  /** What this try has entered; where even that fails, the next try or the hourly upkeep does it. */
  private async takeBack(asked: PaperExport): Promise<void> {
    try {
      await this.uow.run(async (manager) => {
        const row = await this.exports.hold(manager, asked.id);
        if (row?.attempt === asked.attempt && row.finishedAt === null) await this.papers.removeOf(manager, asked.id);
      });
    } catch {
      // The error that brought this about is the one to be told.
    }
  }
}
