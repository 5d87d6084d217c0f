import type { MonitoredProject, MonitoringReportFacts, ReportPlace } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { chinaDay } from '../../../platform/runtime/clock.js';
import type { Pace } from '../../../platform/runtime/pace.js';
import type { MonitoringRound } from '../../reporting/index.js';
import { MonitoredProjectsQuery } from '../persistence/monitored-projects.query.js';
import { MonitoringSurroundings } from '../persistence/monitoring-surroundings.query.js';
import { monitoredProject } from './monitored-project.js';

const CHUNK = 500;

/** Reads everything that a monitoring report is made of. */
@Injectable()
export class LoadMonitoringFacts {
  constructor(
    private readonly projects: MonitoredProjectsQuery,
    private readonly surroundings: MonitoringSurroundings,
  ) {}

  /** @param path of the organisation whose report it is */
  async run(
    manager: EntityManager,
    place: ReportPlace,
    path: string,
    round: MonitoringRound,
    pace: Pace,
  ): Promise<MonitoringReportFacts> {
    const projects = await this.projectsOf(manager, round.id, path, pace);
    const { id, year, month, opensOn, closesOn, lockedAt, rulePackRef: rulePack } = round;
    const about = { id, year, month, path };
    const lockedOn = lockedAt === null ? null : chinaDay(new Date(lockedAt));
    return {
      place,
      round: { id, year, month, opensOn, closesOn, lockedOn, rulePack },
      projects,
      months: await this.surroundings.months(manager, about),
      alerts: await this.surroundings.alerts(manager, about),
      rectifications: await this.surroundings.rectifications(manager, about),
      measures: await this.surroundings.measures(manager, about),
    };
  }

  private async projectsOf(
    manager: EntityManager,
    roundId: string,
    path: string,
    pace: Pace,
  ): Promise<readonly MonitoredProject[]> {
    const ids = await this.projects.ids(manager, roundId, path);
    const found: MonitoredProject[] = [];
    for (let start = 0; start < ids.length; start += CHUNK) {
      const some = ids.slice(start, start + CHUNK);
      const rows = await this.projects.rows(manager, roundId, some);
      const remarks = await this.projects.remarks(manager, roundId, some);
      const ofLineage = new Map(remarks.map((remark) => [`${remark.projectId}/${remark.lineageId}`, remark]));
      for (const row of rows) {
        const own = { get: (lineageId: string) => ofLineage.get(`${row.id}/${lineageId}`) };
        found.push(monitoredProject(row, own));
      }
      pace.report(found.length, ids.length);
      await pace.pause();
    }
    return found;
  }
}
