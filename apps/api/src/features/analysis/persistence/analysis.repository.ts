import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { ProjectFinding } from './project-finding.entity.js';
import { ProjectForecast } from './project-forecast.entity.js';
import { UnitOutlook } from './unit-outlook.entity.js';

/** What was analysed of the projects of a unit in a round. */
export interface AnalysedProjects {
  readonly forecasts: readonly ProjectForecast[];
  readonly findings: readonly ProjectFinding[];
}

interface UnitOfRound {
  readonly roundId: string;
  readonly organisationId: string;
}

/** Ids per statement: below the parameter limits of both databases. */
const MAX_IDS = 1000;

@Injectable()
export class AnalysisRepository {
  /**
   * Stores what was analysed of a unit in place of what is there, unless that was made of newer lights. A project that was
   * analysed at another unit before it moved is no longer one of that unit's. Of a unit without projects nothing is kept.
   */
  async replace(
    manager: EntityManager,
    outlook: UnitOutlook,
    { forecasts, findings }: AnalysedProjects,
  ): Promise<void> {
    const { roundId, organisationId, computedAt } = outlook;
    const unit = { roundId, organisationId };
    const stored = await manager.findOneBy(UnitOutlook, unit);
    if (stored !== null && stored.computedAt > computedAt) return;
    await manager.delete(ProjectFinding, unit);
    await manager.delete(ProjectForecast, unit);
    await manager.delete(UnitOutlook, unit);
    const projectIds = forecasts.map(({ projectId }) => projectId);
    for (let start = 0; start < projectIds.length; start += MAX_IDS) {
      const moved = { roundId, projectId: In(projectIds.slice(start, start + MAX_IDS)) };
      await manager.delete(ProjectFinding, moved);
      await manager.delete(ProjectForecast, moved);
    }
    await insertRows(manager, ProjectForecast, forecasts);
    await insertRows(manager, ProjectFinding, findings);
    if (forecasts.length > 0) await insertRows(manager, UnitOutlook, [outlook]);
  }

  /** Deletes what was analysed of some hundred projects. @returns the units whose figures they were part of */
  async removeProjects(manager: EntityManager, projectIds: readonly string[]): Promise<readonly UnitOfRound[]> {
    const sql = `select distinct round_id as roundId, organisation_id as organisationId from project_forecast
                 where project_id in (${placeholders(projectIds.length)}) order by round_id, organisation_id`;
    const units = await manager.query<UnitOfRound[]>(sql, [...projectIds]);
    await manager.delete(ProjectFinding, { projectId: In([...projectIds]) });
    await manager.delete(ProjectForecast, { projectId: In([...projectIds]) });
    return units;
  }
}
