import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ENTITIES } from '../../apps/api/src/entities.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { MIGRATION_NAMES } from '../../apps/api/src/platform/database/migrations/index.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const rethrow = (error: unknown): never => {
  throw error;
};

describeBackends('schema', (backend) => {
  let fresh: FreshConfig;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshConfig(backend);
    database = await openDatabase(fresh.config.database, ENTITIES, rethrow);
  });
  afterAll(async () => {
    await database.close();
    await fresh.cleanup();
  });

  it('every migration runs on an empty database', async () => {
    const done = await database.writer.query<{ name: string }[]>('SELECT name FROM schema_migration ORDER BY id');
    expect(done.map(({ name }) => name)).toEqual(MIGRATION_NAMES);
  });

  it('after migrating, the tables are what the entities say: nothing is left to change', async () => {
    const log = await database.writer.driver.createSchemaBuilder().log();
    expect(log.upQueries.map(({ query }) => query)).toEqual([]);
  });
});
