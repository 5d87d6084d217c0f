import { setImmediate as turn } from 'node:timers/promises';
import type { RecognisedHead } from '@jixiao/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { DatabaseConflict } from '../../../platform/database/database-conflict.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recogniseApart } from '../../../platform/documents/recognise-apart.js';
import type { RecognisedEntry } from '../../../platform/documents/recognise-document.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { ImportBatch } from '../persistence/import-batch.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUpload } from '../persistence/import-upload.entity.js';
import { FinishStaging, type ReadBatch } from './finish-staging.js';
import { PlaceUnits } from './place-units.js';
import { SameFileQuery } from './same-file.query.js';
import { StageChunk, type StagingState } from './stage-chunk.js';

const BYTES_PER_MB = 1024 * 1024;

export interface StagingOptions {
  /** Aborted where nobody wants the result any more. */
  readonly signal?: AbortSignal;
  /** Told how far it is, in thousandths of each file. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Progress of one file: half of it is reading, half comparing and staging. */
const PER_FILE = 1000;
const READING_SHARE = 500;

/**
 * Reads the files of an upload and stages what they say, compared with what is stored: chunk by chunk, so that the
 * projects of a large file are never in memory together. Beginning again starts over, so it may run any number of times.
 */
@Injectable()
export class StageImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly batches: ImportBatchRepository,
    private readonly places: PlaceUnits,
    private readonly chunks: StageChunk,
    private readonly sameFile: SameFileQuery,
    private readonly finish: FinishStaging,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async run(uploadId: string, options: StagingOptions = {}): Promise<void> {
    const upload = await this.batches.upload(this.uow.reader, uploadId);
    if (upload?.status !== 'reading') return;
    const batches = await this.startOver(uploadId);
    const taken = new Set<string>();
    const read: ReadBatch[] = [];
    for (const [place, batch] of batches.entries()) {
      const report = (share: number): void =>
        options.onProgress?.(place * PER_FILE + Math.round(share), batches.length * PER_FILE);
      read.push(await this.readBatch(upload, batch, taken, options.signal, report));
    }
    await this.finish.run(uploadId, read);
  }

  private async startOver(uploadId: string): Promise<readonly ImportBatch[]> {
    return this.uow.run(async (manager) => {
      await this.batches.holdUpload(manager, uploadId);
      const batches = (await this.batches.batchesOf(manager, uploadId)).filter(({ status }) => status !== 'discarded');
      for (const { id } of batches) {
        await this.batches.clear(manager, id);
        await this.batches.updateBatch(manager, id, { status: 'reading', failure: null });
      }
      return batches;
    });
  }

  /** A file that cannot be read is remembered with the reason; what fails for another reason fails the whole reading. */
  private async readBatch(
    upload: ImportUpload,
    batch: ImportBatch,
    taken: Set<string>,
    signal: AbortSignal | undefined,
    report: (share: number) => void,
  ): Promise<ReadBatch> {
    try {
      return await this.stage(upload, batch, taken, signal, report);
    } catch (error) {
      const isRefusal = error instanceof DomainError && !(error instanceof DatabaseConflict);
      if (!isRefusal || signal?.aborted === true) throw error;
      const { code, params, issues } = error;
      return { batch, failure: { code, params: { file: batch.file, ...params }, issues } };
    }
  }

  private async stage(
    upload: ImportUpload,
    batch: ImportBatch,
    taken: Set<string>,
    signal: AbortSignal | undefined,
    report: (share: number) => void,
  ): Promise<ReadBatch> {
    const bytes = await this.files.read(this.uow.reader, batch.sha256);
    const parts = recogniseApart(
      { name: batch.file, bytes },
      {
        year: upload.year,
        limitMb: this.config.uploads.limitBytes / BYTES_PER_MB,
        onProgress: (done, total) => report((READING_SHARE * done) / Math.max(1, total)),
        ...(signal === undefined ? {} : { signal }),
      },
    );
    let head: RecognisedHead | null = null;
    let state: StagingState | null = null;
    for await (const part of parts) {
      signal?.throwIfAborted();
      if (part.kind === 'head') {
        head = part.head;
        state = await this.begin(upload, batch, part.head, taken);
      } else if (head === null || state === null) {
        throw new Error('A document begins with its head');
      } else if (part.kind === 'projects') {
        await this.stageChunk(upload.id, state, part.projects);
        report(READING_SHARE + (READING_SHARE * state.count) / Math.max(1, head.projectCount));
      } else {
        return { batch, head, state, warnings: part.warnings };
      }
      await turn();
    }
    throw new Error('A document ends with its warnings');
  }

  private async begin(
    upload: ImportUpload,
    batch: ImportBatch,
    head: RecognisedHead,
    taken: Set<string>,
  ): Promise<StagingState> {
    if (head.projectCount === 0 && head.departmentGoals.length === 0) throw new DomainError('no-targets-found');
    const units = await this.places.begin(upload, batch.id, { code: head.unitCode, name: head.unitName });
    const earlier = await this.sameFile.corrections(this.uow.reader, batch, upload.year);
    const { year, reach } = upload;
    const begun = { batchId: batch.id, year, manages: reach.manages, units, taken, earlier };
    return { ...begun, count: 0, hasClassified: false };
  }

  private async stageChunk(uploadId: string, state: StagingState, projects: readonly RecognisedEntry[]): Promise<void> {
    await this.uow.run(async (manager) => {
      const upload = await this.batches.holdUpload(manager, uploadId);
      if (upload?.status !== 'reading') throw new StagingUnwanted();
      await this.chunks.run(manager, state, projects);
    });
  }
}

/** The upload was discarded while it was read. */
export class StagingUnwanted extends Error {
  override readonly name = 'StagingUnwanted';
}
