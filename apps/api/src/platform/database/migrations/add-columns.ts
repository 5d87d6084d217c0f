import {
  TableCheck,
  TableForeignKey,
  TableUnique,
  type MigrationInterface,
  type QueryRunner,
  type TableColumnOptions,
} from 'typeorm';
import {
  checkOf,
  columnOf,
  entries,
  foreignKeyOf,
  indexOf,
  isSqlite,
  type ColumnPlan,
  type TablePlan,
} from './create-table.js';

interface AddedColumn extends ColumnPlan {
  /** SQL expression over the row's other columns, for the rows that are there already. */
  readonly backfill?: string;
}

/** What a table gets. Keys, indices and references may also name columns that it has already. */
export interface ColumnsPlan extends Omit<TablePlan, 'columns'> {
  readonly columns: readonly AddedColumn[];
  /** Present obligatory columns that may be empty from now on, as `idOf('organisation_id', OPTIONAL)`. */
  readonly relaxed?: readonly ColumnPlan[];
  /** Present optional columns that an earlier step has filled, and that may not be empty from now on. */
  readonly required?: readonly ColumnPlan[];
}

/**
 * An obligatory column, for whose present rows an SQL expression gives the value: `backfilled(whole('bytes'), '0')`,
 * `backfilled(idOf('upload_id'), 'id')`. No default stays behind.
 */
export const backfilled = (column: ColumnPlan, backfill: string): AddedColumn => ({ ...column, backfill });

/**
 * A migration that adds columns to a table, or changes whether columns may be empty. A new column is optional or `backfilled`. After a
 * crash it is run again and does what is missing: on SQLite it is one transaction, on MySQL each of its statements is
 * atomic and the first one looks at what is there.
 */
export abstract class AddColumns implements MigrationInterface {
  abstract readonly name: string;
  protected abstract readonly table: string;
  protected abstract readonly plan: ColumnsPlan;

  async up(runner: QueryRunner): Promise<void> {
    const unfilled = this.plan.columns.find(({ nullable, backfill }) => !nullable && backfill === undefined);
    if (unfilled) throw new Error(`${this.name}: ${unfilled.name} needs a backfill or must be optional`);
    await (isSqlite(runner) ? addOnSqlite : addOnMysql)(runner, this.table, this.plan);
  }

  /** Values would be lost; whoever must go back restores the backup made before the upgrade. */
  down(): Promise<void> {
    return Promise.reject(new Error(`${this.name} cannot be taken back`));
  }
}

/** SQLite changes no column in place: the table is made anew in its final form, with its rows, once they are filled. */
async function addOnSqlite(runner: QueryRunner, name: string, plan: ColumnsPlan): Promise<void> {
  const { columns, relaxed = [], required = [], unique = {}, index = {}, references = {} } = plan;
  for (const column of columns) {
    await runner.query(`ALTER TABLE "${name}" ADD COLUMN "${column.name}" ${typeOf(columnOf(column, true))}`);
  }
  await fill(runner, name, columns);
  const table = await runner.getTable(name);
  if (!table) throw new Error(`There is no table ${name}`);
  for (const { name: columnName, nullable } of [...columns, ...relaxed, ...required]) {
    const column = table.findColumnByName(columnName);
    if (!column) throw new Error(`${name} has no column ${columnName}`);
    column.isNullable = nullable;
  }
  // They are read with their parentheses, and written with another pair around them.
  for (const check of table.checks) check.expression = check.expression?.replace(/^\((.*)\)$/s, '$1');
  table.checks.push(...columns.filter(({ checked }) => checked).map((column) => new TableCheck(checkOf(column))));
  table.foreignKeys.push(
    ...entries(references).map(([key, [column, target]]) => new TableForeignKey(foreignKeyOf(key, column, target))),
  );
  table.uniques.push(
    ...entries(unique).map(([key, columnNames]) => new TableUnique({ name: key, columnNames: [...columnNames] })),
  );
  await runner.addColumns(table, []);
  await runner.createIndices(
    name,
    entries(index).map(([key, columnNames]) => indexOf(key, columnNames, false)),
  );
}

async function addOnMysql(runner: QueryRunner, name: string, plan: ColumnsPlan): Promise<void> {
  const { columns, relaxed = [], required = [] } = plan;
  const [first] = columns;
  const changes = relaxed.map((column) => `MODIFY COLUMN ${definitionOf({ ...column, nullable: true })}`);
  if (first === undefined || !(await runner.hasColumn(name, first.name))) changes.push(...additions(plan));
  await alter(runner, name, changes);
  await fill(runner, name, columns);
  const filled = [...columns.filter(({ nullable }) => !nullable), ...required];
  await alter(
    runner,
    name,
    filled.map((column) => `MODIFY COLUMN ${definitionOf(column)}`),
  );
}

function additions({ columns, unique = {}, index = {}, references = {} }: ColumnsPlan): string[] {
  return [
    ...columns.map((column) => `ADD COLUMN ${definitionOf({ ...column, nullable: true })}`),
    ...entries(unique).map(([key, names]) => `ADD UNIQUE INDEX \`${key}\` (${quoted(names)})`),
    ...entries(index).map(([key, names]) => `ADD INDEX \`${key}\` (${quoted(names)})`),
    ...entries(references).map(([key, [column, target]]) => {
      const { referencedTableName, referencedColumnNames } = foreignKeyOf(key, column, target);
      const place = `\`${referencedTableName}\` (${quoted(referencedColumnNames)})`;
      return `ADD CONSTRAINT \`${key}\` FOREIGN KEY (\`${column}\`) REFERENCES ${place} ON DELETE RESTRICT ON UPDATE RESTRICT`;
    }),
  ];
}

/** One statement, so that all of it is done or nothing. */
async function alter(runner: QueryRunner, name: string, changes: readonly string[]): Promise<void> {
  if (changes.length > 0) await runner.query(`ALTER TABLE \`${name}\` ${changes.join(', ')}`);
}

async function fill(runner: QueryRunner, name: string, columns: readonly AddedColumn[]): Promise<void> {
  for (const { name: column, backfill } of columns) {
    if (backfill === undefined) continue;
    await runner.query(`UPDATE \`${name}\` SET \`${column}\` = ${backfill} WHERE \`${column}\` IS NULL`);
  }
}

const quoted = (names: readonly string[]): string => names.map((column) => `\`${column}\``).join(', ');

function definitionOf(column: ColumnPlan): string {
  const options = columnOf(column, false);
  const alphabet =
    options.charset === undefined ? '' : ` CHARACTER SET ${options.charset} COLLATE ${options.collation}`;
  return `\`${column.name}\` ${typeOf(options)}${alphabet} ${column.nullable ? 'NULL' : 'NOT NULL'}`;
}

const typeOf = ({ type, length }: TableColumnOptions): string => (length === undefined ? type : `${type}(${length})`);
