import { expandIndicator } from '@jixiao/domain';
import type { QueryRunner } from 'typeorm';
import type { AppConfig } from '../../apps/api/src/config/app-config.js';
import { ENTITIES } from '../../apps/api/src/entities.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { MIGRATIONS, MIGRATIONS_TABLE } from '../../apps/api/src/platform/database/migrations/index.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';

/** The last step of the schema that the release had which kept no seals, steps of reports or chain of the audit trail. */
const LAST_STEP = 41;
/** Rows of one statement: below the parameter limits of both databases. */
const CHUNK = 50;

const stepsOf = (wanted: (number: number) => boolean) =>
  MIGRATIONS.map((Step) => new Step()).filter(({ name }) => wanted(Number(name.slice(-4))));

const open = (config: AppConfig): Promise<Database> =>
  openDatabase(config.database, ENTITIES, (error) => {
    throw error;
  });

type Row = Readonly<Record<string, unknown>>;

/** All that the tables of a present database hold, by table. */
export async function rowsOf(database: Database): Promise<ReadonlyMap<string, readonly Row[]>> {
  const rows = new Map<string, readonly Row[]>();
  for (const { tableName } of database.writer.entityMetadatas) {
    rows.set(tableName, await database.writer.query<Row[]>(`select * from \`${tableName}\``));
  }
  rows.set('indicator_light', (rows.get('project_light') ?? []).flatMap(indicatorLights));
  return rows;
}

/** The release kept the lights of indicators in rows of their own. */
const indicatorLights = ({ id, indicators }: Row): readonly Row[] =>
  (JSON.parse(String(indicators)) as readonly Parameters<typeof expandIndicator>[0][])
    .map(expandIndicator)
    .map(({ assessment, inputs }) => ({
      id: newId(),
      project_light_id: id,
      lineage_id: assessment.id,
      light: assessment.light,
      reason: assessment.reason,
      assessment: JSON.stringify(assessment),
      inputs: JSON.stringify(inputs),
    }));

/**
 * Leaves an empty installation as the release left one: its schema, and of these rows what its tables had columns for.
 */
export async function leaveReleased(config: AppConfig, rows: ReadonlyMap<string, readonly Row[]>): Promise<void> {
  const database = await open(config);
  const runner = database.writer.createQueryRunner();
  try {
    await checkReferences(runner, database, false);
    for (const { tableName } of database.writer.entityMetadatas) await runner.query(`drop table \`${tableName}\``);
    await checkReferences(runner, database, true);
    for (const step of stepsOf((number) => number <= LAST_STEP)) await step.up(runner);
    for (const { name } of stepsOf((number) => number > LAST_STEP)) {
      await runner.query(`delete from \`${MIGRATIONS_TABLE}\` where name = ?`, [name]);
    }
    await checkReferences(runner, database, false);
    for (const [table, present] of rows) if (await runner.hasTable(table)) await insert(runner, table, present);
    await checkReferences(runner, database, true);
  } finally {
    await runner.release();
    await database.close();
  }
}

async function insert(runner: QueryRunner, table: string, rows: readonly Row[]): Promise<void> {
  const columns = (await runner.getTable(table))?.columns.map(({ name }) => name) ?? [];
  const places = `(${columns.map(() => '?').join(', ')})`;
  const names = columns.map((column) => `\`${column}\``).join(', ');
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    const values = chunk.flatMap((row) => columns.map((column) => row[column] ?? null));
    await runner.query(`insert into \`${table}\` (${names}) values ${chunk.map(() => places).join(', ')}`, values);
  }
}

/** Tables are dropped and filled in no particular order. */
const checkReferences = (runner: QueryRunner, { backend }: Database, on: boolean): Promise<unknown> =>
  runner.query(
    backend === 'sqlite' ? `pragma foreign_keys = ${on ? 'on' : 'off'}` : `set foreign_key_checks = ${on ? 1 : 0}`,
  );
