import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import type { ImportBatch } from '../persistence/import-batch.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportProject } from '../persistence/import-project.entity.js';
import type { ImportUnit } from '../persistence/import-unit.entity.js';
import { StagedRepository } from '../persistence/staged.repository.js';
import { countsOf, sumOfCounts } from './counts.js';
import type { StagedContent, StagedIndicatorContent } from './staged-content.js';
import { warningView, type WarningView } from './warning-view.js';

const CHUNK = 200;

/** What the command line prints of an import: names and shapes that other programs rely on. */
export type ImportResult = Awaited<ReturnType<ImportResultQuery['run']>>;

@Injectable()
export class ImportResultQuery {
  constructor(
    private readonly batches: ImportBatchRepository,
    private readonly staged: StagedRepository,
    private readonly catalogue: MessageCatalogue,
  ) {}

  async run(manager: EntityManager, uploadId: string, locale: Locale) {
    const upload = await this.batches.upload(manager, uploadId);
    const batches = await this.batches.batchesOf(manager, uploadId);
    const saved = upload?.status === 'saved';
    const documents = [];
    for (const batch of batches) documents.push(await this.document(manager, batch, upload?.year ?? 0, locale));
    return {
      saved,
      batchIds: saved ? batches.map(({ id }) => id) : [],
      documents,
      counts: sumOfCounts(batches.map(countsOf)),
    };
  }

  private async document(manager: EntityManager, batch: ImportBatch, year: number, locale: Locale) {
    const units = new Map((await this.batches.unitsOf(manager, [batch.id])).map((unit) => [unit.id, unit]));
    const rows = await this.rows(manager, batch.id);
    const [first] = rows;
    const [only = null] = units.size === 1 ? [...units.values()] : [];
    const warnings = [...batch.warnings, ...rows.flatMap((row) => row.warnings)];
    return {
      file: batch.file,
      year,
      unitCode: first?.content?.unitCode ?? null,
      unitName: first?.content?.unitName ?? null,
      organisationId: only?.organisationId ?? null,
      departmentGoals: (batch.departmentGoals?.goals ?? []).map(({ title, goal, indicators }) => ({
        title,
        goal,
        indicators: indicators.map(({ text, operator, number, unit }) => ({ text, operator, number, unit })),
      })),
      projects: rows.map((row) => projectView(row, units.get(row.unitId))),
      warnings: warnings.map((warning): WarningView => warningView(warning, locale, this.catalogue)),
    };
  }

  private async rows(manager: EntityManager, batchId: string): Promise<readonly ImportProject[]> {
    const all: ImportProject[] = [];
    for (;;) {
      const after = all.at(-1)?.ordinal ?? -1;
      const wanted = ['new', 'changed', 'unchanged', 'refused', 'missing'] as const;
      const rows = await this.staged.chunk(manager, batchId, after, CHUNK, wanted);
      if (rows.length === 0) return all;
      all.push(...rows);
    }
  }
}

const projectView = (row: ImportProject, unit: ImportUnit | undefined) => ({
  code: row.code,
  name: row.name,
  organisationName: unit?.name ?? '',
  change: row.outcome,
  refusal: row.refusal,
  differences: row.differences.map((difference) => ({ ...difference })),
  budgetFen: row.budgetFen,
  ...contentView(row.content),
  at: row.place,
});

const contentView = (content: StagedContent | null) => ({
  fiscalFundsFen: content?.targets.fiscalFundsFen ?? null,
  otherFundsFen: content?.targets.otherFundsFen ?? null,
  purpose: content?.targets.purpose ?? null,
  schedule: content?.targets.schedule?.map(({ percent }) => percent) ?? null,
  goals: [...(content?.targets.goals ?? [])],
  indicators: (content?.targets.indicators ?? []).map(indicatorView),
  incompleteIndicators: (content?.incompleteIndicators ?? []).map(({ level2, name }) => ({ level2, name })),
});

const indicatorView = (indicator: StagedIndicatorContent) => ({
  level1: indicator.level1,
  level2: indicator.level2,
  name: indicator.name,
  description: indicator.description,
  rawValue: indicator.rawValue,
  operator: indicator.operator,
  number: indicator.number,
  unit: indicator.unit,
  dueDate: indicator.dueDate,
  direction: indicator.direction,
  directionInferred: indicator.directionInferred,
  kind: indicator.kind,
  assessedFrom: indicator.assessedFrom,
  weight: indicator.weight,
  basis: indicator.basis,
  at: indicator.sourceAt ?? '',
});
