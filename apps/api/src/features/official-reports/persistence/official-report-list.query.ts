import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { belowPaths } from '../../organisations/index.js';
import type { OfficialReportQuery } from '../http/official-reports.dto.js';
import { OfficialReport } from './official-report.entity.js';

export interface FoundReports {
  readonly rows: readonly OfficialReport[];
  readonly total: number;
}

/** Of the newest period first, and there the county before its departments and units. */
const ORDER = 't.year desc, t.month desc, t.kind, o.path, t.id';

/** Which official reports a filter finds. */
@Injectable()
export class OfficialReportList {
  async page(manager: EntityManager, scope: readonly string[], query: OfficialReportQuery): Promise<FoundReports> {
    const within = belowPaths('o.path', scope);
    const conditions = [within.sql];
    const params: (string | number)[] = [...within.params];
    for (const field of ['year', 'month', 'kind', 'state'] as const) {
      const value = query[field];
      if (value === undefined) continue;
      conditions.push(`t.${field} = ?`);
      params.push(value);
    }
    const from = `official_report t join organisation o on o.id = t.organisation_id where ${conditions.join(' and ')}`;
    const [count] = await manager.query<{ total: number | string }[]>(`select count(*) as total from ${from}`, params);
    const found = await manager.query<{ id: string }[]>(
      `select t.id as id from ${from} order by ${ORDER} limit ? offset ?`,
      [...params, query.size, (query.page - 1) * query.size],
    );
    const rows = await this.byIds(
      manager,
      found.map(({ id }) => id),
    );
    return { rows, total: Number(count?.total ?? 0) };
  }

  private async byIds(manager: EntityManager, ids: readonly string[]): Promise<readonly OfficialReport[]> {
    if (ids.length === 0) return [];
    const rows = new Map((await manager.findBy(OfficialReport, { id: In([...ids]) })).map((row) => [row.id, row]));
    return ids.flatMap((id) => rows.get(id) ?? []);
  }
}
