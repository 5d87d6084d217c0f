import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

/** What a migration needs to say about a table; the differences between the databases are settled here. */
export interface TablePlan {
  readonly columns: readonly ColumnPlan[];
  /** Constraint name → columns. */
  readonly unique?: Readonly<Record<string, readonly string[]>>;
  readonly index?: Readonly<Record<string, readonly string[]>>;
  /** Constraint name → the column and `table.column` that it refers to. */
  readonly references?: Readonly<Record<string, readonly [column: string, target: string]>>;
}

export interface ColumnPlan {
  readonly name: string;
  readonly type: 'varchar' | 'text' | 'int' | 'bigint' | 'boolean' | 'blob';
  readonly length?: number;
  readonly nullable: boolean;
  readonly primary?: boolean;
  /** Text whose length SQLite must check, because there a varchar's length means nothing. */
  readonly checked?: boolean;
}

interface Choice {
  readonly nullable?: boolean;
}
export const OPTIONAL: Choice = { nullable: true };

const plan = (name: string, type: ColumnPlan['type'], { nullable = false }: Choice = {}): ColumnPlan => ({
  name,
  type,
  nullable,
});

export const id = (name = 'id', length = 36): ColumnPlan => ({ ...plan(name, 'varchar'), length, primary: true });
export const wholeKey = (name: string): ColumnPlan => ({ ...plan(name, 'int'), primary: true });
export const idOf = (name: string, choice?: Choice): ColumnPlan => ({ ...plan(name, 'varchar', choice), length: 36 });
export const string = (name: string, length: number, choice?: Choice): ColumnPlan => ({
  ...plan(name, 'varchar', choice),
  length,
  checked: true,
});
export const text = (name: string, choice?: Choice): ColumnPlan => plan(name, 'text', choice);
export const whole = (name: string, choice?: Choice): ColumnPlan => plan(name, 'int', choice);
export const money = (name: string, choice?: Choice): ColumnPlan => plan(name, 'bigint', choice);
export const decimal = (name: string, choice?: Choice): ColumnPlan => ({
  ...plan(name, 'varchar', choice),
  length: 40,
});
export const flag = (name: string, choice?: Choice): ColumnPlan => plan(name, 'boolean', choice);
export const instant = (name: string, choice?: Choice): ColumnPlan => ({
  ...plan(name, 'varchar', choice),
  length: 24,
});
export const blob = (name: string): ColumnPlan => plan(name, 'blob');
export const day = (name: string, choice?: Choice): ColumnPlan => ({ ...plan(name, 'varchar', choice), length: 10 });

/** A migration that creates one table: one step, because MySQL cannot take back a half-done migration. */
export abstract class CreateTable implements MigrationInterface {
  abstract readonly name: string;
  protected abstract readonly table: string;
  protected abstract readonly plan: TablePlan;

  up(runner: QueryRunner): Promise<void> {
    // After a crash between MySQL's commit of the table and the note that the step is done, the table is there.
    return runner.createTable(tableOf(this.table, this.plan, isSqlite(runner)), true);
  }

  down(runner: QueryRunner): Promise<void> {
    return runner.dropTable(this.table);
  }
}

export const isSqlite = (runner: QueryRunner): boolean => runner.dataSource.options.type === 'better-sqlite3';

function tableOf(
  name: string,
  { columns, unique = {}, index = {}, references = {} }: TablePlan,
  sqlite: boolean,
): Table {
  return new Table({
    name,
    ...(sqlite ? {} : { engine: 'InnoDB' }),
    columns: columns.map((column) => columnOf(column, sqlite)),
    // TypeORM knows unique constraints on SQLite and unique indices on MySQL; both are the same to whoever violates one.
    uniques: sqlite ? entries(unique).map(([key, columnNames]) => ({ name: key, columnNames: [...columnNames] })) : [],
    indices: [
      ...(sqlite ? [] : entries(unique).map(([key, columnNames]) => indexOf(key, columnNames, true))),
      ...entries(index).map(([key, columnNames]) => indexOf(key, columnNames, false)),
    ],
    checks: sqlite ? columns.filter((column) => column.checked).map(checkOf) : [],
    foreignKeys: entries(references).map(([key, [column, target]]) => foreignKeyOf(key, column, target)),
  });
}

export const entries = <T>(record: Readonly<Record<string, T>>): [string, T][] => Object.entries(record);

export const indexOf = (name: string, columnNames: readonly string[], isUnique: boolean): TableIndex =>
  new TableIndex({ name, columnNames: [...columnNames], isUnique });

export const checkOf = ({ name, length }: ColumnPlan) => ({
  name: `ck_${name}_length`,
  columnNames: [name],
  expression: `length("${name}") <= ${length}`,
});

export function foreignKeyOf(name: string, column: string, target: string) {
  const [referencedTableName = '', referencedColumn = ''] = target.split('.');
  return {
    name,
    columnNames: [column],
    referencedTableName,
    referencedColumnNames: [referencedColumn],
    onDelete: 'RESTRICT',
    onUpdate: 'RESTRICT',
  };
}

export function columnOf({ name, type, length, nullable, primary }: ColumnPlan, sqlite: boolean): TableColumnOptions {
  const column = {
    name,
    isNullable: nullable,
    isPrimary: primary ?? false,
    ...(length === undefined ? {} : { length: String(length) }),
  };
  if (sqlite) return { ...column, type: type === 'int' ? 'integer' : type };
  if (type === 'boolean') return { ...column, type: 'tinyint' };
  if (type === 'blob') return { ...column, type: 'mediumblob' };
  if (type !== 'varchar' && type !== 'text') return { ...column, type };
  // Said for each column: the database's own default may be anything, and comparison must be by bytes as on SQLite.
  return { ...column, type: type === 'text' ? 'mediumtext' : type, charset: 'utf8mb4', collation: 'utf8mb4_bin' };
}
