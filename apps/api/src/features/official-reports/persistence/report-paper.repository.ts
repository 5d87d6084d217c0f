import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { OfficialReport } from './official-report.entity.js';
import { ReportPaper } from './report-paper.entity.js';

/** A paper with the report as it stands now, and where that belongs. */
export interface PlacedReportPaper {
  readonly paper: ReportPaper;
  readonly report: OfficialReport;
  readonly organisation: { readonly name: string; readonly path: string };
}

/** The ledger of reports that were given out. */
@Injectable()
export class ReportPaperRepository {
  async add(manager: EntityManager, paper: ReportPaper): Promise<void> {
    await manager.insert(ReportPaper, paper);
  }

  async byCode(manager: EntityManager, code: string): Promise<PlacedReportPaper | null> {
    return (await this.placed(manager, await manager.findBy(ReportPaper, { code })))[0] ?? null;
  }

  /** By the hashes of their files, in which each has its own code. */
  async byHashes(manager: EntityManager, hashes: readonly string[]): Promise<ReadonlyMap<string, PlacedReportPaper>> {
    if (hashes.length === 0) return new Map();
    const found = await this.placed(manager, await manager.findBy(ReportPaper, { sha256: In([...hashes]) }));
    return new Map(found.map((placed) => [placed.paper.sha256, placed]));
  }

  private async placed(manager: EntityManager, papers: readonly ReportPaper[]): Promise<readonly PlacedReportPaper[]> {
    const ids = [...new Set(papers.map(({ reportId }) => reportId))];
    if (ids.length === 0) return [];
    const reports = new Map((await manager.findBy(OfficialReport, { id: In(ids) })).map((row) => [row.id, row]));
    const places = await this.places(manager, ids);
    return papers.flatMap((paper) => {
      const [report, organisation] = [reports.get(paper.reportId), places.get(paper.reportId)];
      return report === undefined || organisation === undefined ? [] : [{ paper, report, organisation }];
    });
  }

  private async places(manager: EntityManager, reportIds: readonly string[]) {
    const sql = `select t.id as id, o.name as name, o.path as path
                 from official_report t join organisation o on o.id = t.organisation_id
                 where t.id in (${placeholders(reportIds.length)})`;
    const rows = await manager.query<{ id: string; name: string; path: string }[]>(sql, [...reportIds]);
    return new Map(rows.map(({ id, ...organisation }) => [id, organisation]));
  }
}
