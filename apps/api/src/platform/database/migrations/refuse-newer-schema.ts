import type { DataSource } from 'typeorm';
import { CannotOpenDatabase } from '../cannot-open-database.js';
import { MIGRATIONS_TABLE, MIGRATION_NAMES } from './index.js';

/** An older program would write into a newer schema without knowing its rules. */
export async function refuseNewerSchema(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    if (!(await runner.hasTable(MIGRATIONS_TABLE))) return;
    const done = (await runner.query(`SELECT name FROM ${MIGRATIONS_TABLE}`)) as { name: string }[];
    const unknown = done.find(({ name }) => !MIGRATION_NAMES.includes(name));
    if (unknown) {
      throw new CannotOpenDatabase(
        `The database has been migrated by a newer version of this program (step ${unknown.name}); start that version.`,
      );
    }
  } finally {
    await runner.release();
  }
}
