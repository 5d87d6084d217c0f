import type { EntityManager } from 'typeorm';
import { ProjectForecast } from '../../apps/api/src/features/analysis/persistence/project-forecast.entity.js';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import { IndicatorResult } from '../../apps/api/src/features/reporting/persistence/indicator-result.entity.js';
import { ProjectReport } from '../../apps/api/src/features/reporting/persistence/project-report.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';

/** Columns that hold ids of what is multiplied; organisations and rounds stay. */
const OWN_IDS = new Set(['id', 'project_id', 'report_id']);

/** Parents before children, each with the column that tells what is a copy already. */
const MULTIPLIED = [
  [Project, 'id'],
  [ProjectReport, 'project_id'],
  [IndicatorResult, 'report_id'],
  [ProjectLight, 'project_id'],
  [ProjectForecast, 'project_id'],
] as const;

/** Ids of a large county begin with these, which tell the copies apart. */
const FIRST = '0185';
const PREFIX = 8;

/**
 * Multiplies the projects of a large county in the database, with their reports, lights and forecasts: judging a hundred
 * thousand of them takes longer than what is to be measured.
 * @param times how many of each there are to be
 */
export async function multiplyProjects(manager: EntityManager, times: number): Promise<void> {
  for (let copy = 1; copy < times; copy += 1) {
    const prefix = `${FIRST}${copy.toString(16).padStart(PREFIX - FIRST.length, '0')}`;
    for (const [entity, made] of MULTIPLIED) {
      const { columns, tableName } = manager.dataSource.getMetadata(entity);
      const names = columns.map(({ databaseName }) => databaseName);
      const values = names.map((name) => valueOf(manager, name, tableName, prefix));
      await manager.query(
        `insert into ${tableName} (${quoted(names)}) select ${values.join(', ')} from ${tableName} where ${made} like '${FIRST}0000%'`,
      );
    }
  }
}

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

function valueOf(manager: EntityManager, name: string, table: string, prefix: string): string {
  const isSqlite = manager.dataSource.options.type === 'better-sqlite3';
  const joined = (first: string, second: string): string =>
    isSqlite ? `${first} || ${second}` : `concat(${first}, ${second})`;
  // Codes are unique in a year, names in a unit.
  if (table === 'project' && name === 'code') return 'null';
  if (table === 'project' && name === 'name') return joined('name', `' ${prefix}'`);
  return OWN_IDS.has(name) ? joined(`'${prefix}'`, `substr(${name}, ${PREFIX + 1})`) : `\`${name}\``;
}
