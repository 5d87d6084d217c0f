import type { DocumentWarning } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ImportBatch } from '../persistence/import-batch.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUpload } from '../persistence/import-upload.entity.js';
import { StagedRepository } from '../persistence/staged.repository.js';

const ROUND_REMARK = 'open-round-keeps-targets';
/** What was said in its place when open rounds followed changed targets. */
const FORMER_REMARK = 'open-round-affected';

/** What is true of the batches of an upload as wholes: their missing projects, their figures, the rounds they touch. */
@Injectable()
export class BatchSummary {
  constructor(
    private readonly batches: ImportBatchRepository,
    private readonly staged: StagedRepository,
  ) {}

  /** Brings the batches that can be confirmed up to date with their staged projects. */
  async refresh(manager: EntityManager, upload: ImportUpload, batches: readonly ImportBatch[]): Promise<void> {
    const months = await this.batches.openRounds(manager, upload.year);
    for (const batch of batches.filter(({ status }) => status === 'ready')) {
      await this.staged.restageMissing(manager, upload.id, upload.year, batch.id);
      const { warnings: ofProjects, ...totals } = await this.staged.totals(manager, batch.id);
      const warnings = batch.warnings.filter(({ code }) => code !== ROUND_REMARK && code !== FORMER_REMARK);
      if (months.length > 0 && totals.changedProjects > 0) warnings.push(roundRemark(upload.year, months));
      const warningCount = warnings.length + ofProjects;
      await this.batches.updateBatch(manager, batch.id, { ...totals, warnings, warningCount });
    }
  }
}

const roundRemark = (year: number, months: readonly number[]): DocumentWarning => ({
  code: ROUND_REMARK,
  message: ROUND_REMARK,
  params: { year, months: months.join('、') },
  at: 'document',
  project: null,
});
