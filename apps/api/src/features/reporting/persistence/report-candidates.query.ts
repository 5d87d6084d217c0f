import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { belowPaths } from '../../organisations/index.js';
import { TargetRepository, type StoredTarget } from '../../targets/index.js';
import type { MonitoringRound } from './monitoring-round.entity.js';

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

/** What a report file looks projects up by: the hidden keys of the template, codes and names. */
export interface ProjectLabels {
  readonly ids: readonly string[];
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

/**
 * The projects that a report file may mean, with the targets of its round: those below the given organisation paths that
 * fit any label.
 */
@Injectable()
export class ReportCandidatesQuery {
  constructor(private readonly targets: TargetRepository) {}

  async run(
    manager: EntityManager,
    { id: roundId, year }: Pick<MonitoringRound, 'id' | 'year'>,
    paths: readonly string[],
    { ids, codes, names }: ProjectLabels,
  ): Promise<readonly StoredTarget[]> {
    const named = await this.targets.named(manager, year, paths, { codes, names }, roundId);
    const known = new Set(named.map(({ project }) => project.id));
    const wanted = await this.idsWithin(
      manager,
      year,
      paths,
      [...new Set(ids)].filter((id) => !known.has(id)),
    );
    return [...named, ...(await this.targets.ofProjects(manager, wanted, roundId))];
  }

  private async idsWithin(
    manager: EntityManager,
    year: number,
    paths: readonly string[],
    ids: readonly string[],
  ): Promise<readonly string[]> {
    const scope = belowPaths('o.path', paths);
    const found: string[] = [];
    for (let start = 0; start < ids.length; start += CHUNK) {
      const some = ids.slice(start, start + CHUNK);
      const sql = `select p.id as id from project p join organisation o on o.id = p.organisation_id
                   where p.year = ? and p.id in (${placeholders(some.length)}) and ${scope.sql}`;
      const rows = await manager.query<{ id: string }[]>(sql, [year, ...some, ...scope.params]);
      found.push(...rows.map(({ id }) => id));
    }
    return found;
  }
}
