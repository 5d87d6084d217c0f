import { reportLines, type ReportLine } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';
import { ReportPaperRepository, type PlacedReportPaper } from '../persistence/report-paper.repository.js';
import { issuedOn } from './printed-marks.js';

/** What the ledger knows of reports that were given out, for whoever checks a paper. Reach is the caller's to mind. */
@Injectable()
export class ReportPapers {
  constructor(
    private readonly papers: ReportPaperRepository,
    private readonly reports: OfficialReportRepository,
  ) {}

  byCode(manager: EntityManager, code: string): Promise<PlacedReportPaper | null> {
    return this.papers.byCode(manager, code);
  }

  byHashes(manager: EntityManager, hashes: readonly string[]): Promise<ReadonlyMap<string, PlacedReportPaper>> {
    return this.papers.byHashes(manager, hashes);
  }

  /** What a paper said when it was given out, as lines of print. */
  async said(manager: EntityManager, { paper }: PlacedReportPaper): Promise<readonly ReportLine[]> {
    const version = await this.reports.requireVersion(manager, paper.reportId, paper.version);
    // What was a draft then may have been sealed since.
    return reportLines(version.content, paper.sealHash === null ? null : issuedOn(version));
  }
}
