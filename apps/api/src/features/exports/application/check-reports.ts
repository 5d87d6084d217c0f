import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReportPapers, type PlacedReportPaper } from '../../official-reports/index.js';
import type { PaperDifference } from '../http/papers.dto.js';
import { lineDifferences } from './line-differences.js';
import type { ReadPaper } from './read-paper.js';

const OUTSIDE_SECTIONS = '标题与落款';

/** Whether a document is an official report of the ledger, and which of its lines are otherwise. */
@Injectable()
export class CheckReports {
  constructor(private readonly papers: ReportPapers) {}

  byHashes(manager: EntityManager, hashes: readonly string[]): Promise<ReadonlyMap<string, PlacedReportPaper>> {
    return this.papers.byHashes(manager, hashes);
  }

  byCode(manager: EntityManager, code: string): Promise<PlacedReportPaper | null> {
    return this.papers.byCode(manager, code);
  }

  /** @returns null where the document cannot be read back */
  async differences(
    manager: EntityManager,
    placed: PlacedReportPaper,
    { lines }: ReadPaper,
  ): Promise<readonly PaperDifference[] | null> {
    if (lines.length === 0) return null;
    return lineDifferences(await this.papers.said(manager, placed), lines).map(({ section, said, stands }) => ({
      projectId: null,
      projectName: '',
      field: section ?? '',
      label: section ?? OUTSIDE_SECTIONS,
      said,
      stands,
    }));
  }
}
