import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { besideStatement } from './prepared-values.js';

type EntityClass<E extends ObjectLiteral> = abstract new () => E;

/** Properties of a conflict key, or to be updated. */
type Properties<E> = readonly (keyof E & string)[];

/** SQLite takes 32,766 parameters in a statement. */
const MAX_PARAMETERS = 32_000;
const MAX_ROWS = 1_000;
/** MariaDB takes 16 MB in a statement; text is counted in characters of up to 4 bytes. */
const MAX_CHARACTERS = 3_000_000;
/** Rows of more characters on the average are sent by prepared statements, of these numbers of rows. */
const LONG_ROW = 2_000;
const PREPARED_ROWS = [32, 16, 8, 4, 2, 1] as const;

/**
 * Inserts rows by as few statements as possible (TypeORM's `save` is 40 to 70 times slower). Every column must be
 * given, as in the entity; a nullable one may be left out.
 */
export async function insertRows<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<E>,
  rows: readonly E[],
): Promise<void> {
  await writeRows(manager, entity, rows, '');
}

/**
 * Inserts rows, and where one with the same `key` exists, updates that one instead; it keeps its primary key, so select
 * by `key` afterwards where ids are needed.
 *
 * @param key properties of one unique constraint of the entity, all not null. On MySQL a conflict with any other unique
 *   key would update as well: give no row that has one.
 * @param update what to change in an existing row; everything but the primary key and `key` where left out
 */
export async function upsertRows<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<E>,
  rows: readonly E[],
  key: Properties<E>,
  update?: Properties<E>,
): Promise<void> {
  const metadata = manager.dataSource.getMetadata(entity);
  const keyColumns = key.map((property) => columnOf(metadata, property));
  requireUnique(metadata, keyColumns);
  const changed =
    update?.map((property) => columnOf(metadata, property)) ??
    metadata.columns.filter((column) => !column.isPrimary && !keyColumns.includes(column));
  await writeRows(manager, entity, rows, conflictClause(manager, keyColumns, changed));
}

function conflictClause(
  manager: EntityManager,
  key: readonly ColumnMetadata[],
  changed: readonly ColumnMetadata[],
): string {
  const names = changed.map(quoted);
  if (manager.dataSource.options.type === 'better-sqlite3') {
    const assignments = names.map((name) => `${name} = excluded.${name}`).join(', ');
    return ` ON CONFLICT (${key.map(quoted).join(', ')}) DO UPDATE SET ${assignments}`;
  }
  // VALUES() is the one form that both MySQL 8.4 and MariaDB understand.
  return ` ON DUPLICATE KEY UPDATE ${names.map((name) => `${name} = VALUES(${name})`).join(', ')}`;
}

async function writeRows<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<E>,
  rows: readonly E[],
  suffix: string,
): Promise<void> {
  const metadata = manager.dataSource.getMetadata(entity);
  const { columns } = metadata;
  const head = `INSERT INTO \`${metadata.tableName}\` (${columns.map(quoted).join(', ')}) VALUES `;
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  const statement = (count: number): string => head + new Array<string>(count).fill(tuple).join(', ') + suffix;
  for (const { values, characters } of chunksOf(manager, metadata, rows)) {
    const count = values.length / columns.length;
    if (characters / count < LONG_ROW) {
      await manager.query(statement(count), values);
      continue;
    }
    for (let start = 0; start < count;) {
      const some = PREPARED_ROWS.find((number) => number <= count - start) ?? 1;
      const own = values.slice(start * columns.length, (start + some) * columns.length);
      await manager.query(statement(some), besideStatement(own));
      start += some;
    }
  }
}

interface Chunk {
  readonly values: unknown[];
  readonly characters: number;
}

/** The parameters of one statement after the other. */
function* chunksOf<E extends ObjectLiteral>(
  manager: EntityManager,
  { columns }: EntityMetadata,
  rows: readonly E[],
): Generator<Chunk> {
  const { driver } = manager.dataSource;
  const maxRows = Math.max(1, Math.min(MAX_ROWS, Math.floor(MAX_PARAMETERS / columns.length)));
  const isFull = (count: number, present: number, next: number): boolean =>
    count === maxRows ||
    present + next > MAX_CHARACTERS ||
    // Long texts are let go of soon: those of many rows together would have to be moved about by the garbage collector.
    (count >= PREPARED_ROWS[0] && present / count >= LONG_ROW);
  let chunk: unknown[] = [];
  let characters = 0;
  for (const row of rows) {
    const values = columns.map((column): unknown =>
      driver.preparePersistentValue(column.getEntityValue(row) ?? null, column),
    );
    const size = values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
    if (chunk.length > 0 && isFull(chunk.length / columns.length, characters, size)) {
      yield { values: chunk, characters };
      chunk = [];
      characters = 0;
    }
    chunk.push(...values);
    characters += size;
  }
  if (chunk.length > 0) yield { values: chunk, characters };
}

/** Backquotes: MySQL's own, and SQLite understands them. */
const quoted = (column: ColumnMetadata): string => `\`${column.databaseName}\``;

function columnOf(metadata: EntityMetadata, property: string): ColumnMetadata {
  const column = metadata.findColumnWithPropertyName(property);
  if (!column) throw new Error(`${metadata.name} has no column ${property}`);
  return column;
}

/** Without such a constraint MySQL would silently insert every row again. */
function requireUnique(metadata: EntityMetadata, key: readonly ColumnMetadata[]): void {
  const wanted = namesOf(key);
  const uniques = [
    metadata.primaryColumns,
    ...metadata.uniques.map((unique) => unique.columns),
    ...metadata.indices.filter((index) => index.isUnique).map((index) => index.columns),
  ];
  if (uniques.some((columns) => namesOf(columns) === wanted)) return;
  throw new Error(`${metadata.name} has no unique constraint over ${wanted}`);
}

const namesOf = (columns: readonly ColumnMetadata[]): string =>
  columns
    .map((column) => column.databaseName)
    .sort()
    .join();
