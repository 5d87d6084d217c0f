import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import type { ReportContent } from './stored-report.js';

/** A report of an earlier round of the same year. */
export interface PreviousReport {
  readonly month: number;
  readonly content: ReportContent;
}

/** The last earlier report of the year of each project, by a few statements per earlier round. */
@Injectable()
export class PreviousReports {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly reports: ReportRepository,
  ) {}

  async run(
    manager: EntityManager,
    { year, month }: Pick<MonitoringRound, 'year' | 'month'>,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, PreviousReport>> {
    const earlier = await this.rounds.before(manager, year, month);
    const found = new Map<string, PreviousReport>();
    // Newest first: an earlier round is asked only for projects that nothing was found of yet.
    for (const round of earlier) {
      const wanted = projectIds.filter((id) => !found.has(id));
      const reports = await this.reports.ofRound(manager, round.id, wanted);
      for (const [id, { content }] of reports) found.set(id, { month: round.month, content });
    }
    return found;
  }
}
