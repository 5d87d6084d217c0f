import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { DatabaseConfig } from '../../apps/api/src/config/app-config.js';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { MIGRATION_NAMES } from '../../apps/api/src/platform/database/migrations/index.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { describeBackends, freshConfig, services } from '../support/services.js';

const open = (config: DatabaseConfig) => openDatabase(config, ENTITIES, () => undefined);
const refusal = (config: DatabaseConfig): Promise<string> =>
  open(config).then(
    () => 'opened',
    (error: Error) => error.message,
  );

describeBackends('starting', (backend) => {
  it('several that start at once on an empty database migrate it once', async () => {
    const fresh = await freshConfig(backend);
    const opened = await Promise.all([1, 2, 3].map(() => open(fresh.config.database)));
    const done = await opened[0]?.writer.query<unknown[]>('SELECT name FROM schema_migration');
    expect(done).toHaveLength(MIGRATION_NAMES.length);
    await Promise.all(opened.map((database) => database.close()));
    await fresh.cleanup();
  });

  it('a second start finds nothing to do', async () => {
    const fresh = await freshConfig(backend);
    await (await open(fresh.config.database)).close();
    const again = await open(fresh.config.database);
    await again.ping();
    await again.close();
    await again.close();
    await fresh.cleanup();
  });

  it('a closed database does not answer', async () => {
    const fresh = await freshConfig(backend);
    const database = await open(fresh.config.database);
    await database.close();
    await expect(database.ping()).rejects.toThrow();
    await fresh.cleanup();
  });
});

describe('a database that cannot be used fails the start with one line', () => {
  it('nobody listens', async () => {
    const line = await refusal({ backend: 'mysql', url: 'mysql://app:s3cret@127.0.0.1:1/jixiao', poolSize: 2 });
    expect(line).toMatch(/^The database jixiao on 127\.0\.0\.1:1 cannot be used: .*ECONNREFUSED.*$/);
    expect(line).not.toContain('s3cret');
  });

  it('something else listens', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    expect(await refusal({ backend: 'mysql', url: `mysql://a:b@127.0.0.1:${port}/x`, poolSize: 2 })).toMatch(
      /^The database x on 127\.0\.0\.1:\d+ cannot be used: .+$/,
    );
    await new Promise((resolve) => server.close(resolve));
  });

  it('the embedded file is something else', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-test-'));
    const file = path.join(folder, 'jixiao.db');
    writeFileSync(file, 'not a database at all, but long enough to look like one'.repeat(100));
    expect(await refusal({ backend: 'sqlite', file })).toMatch(/^The database .*jixiao\.db cannot be opened: .+$/);
    rmSync(folder, { recursive: true });
  });

  it('the folder cannot be written', async () => {
    expect(await refusal({ backend: 'sqlite', file: '/dev/null/data/jixiao.db' })).toMatch(
      /^The database \/dev\/null\/data\/jixiao\.db cannot be opened: .+$/,
    );
  });

  const withServices = process.env.SKIP_SERVICES === '1' ? it.skip : it;
  withServices('the database does not exist, or the password is wrong', async () => {
    const url = new URL((await services()).mysqlUrl);
    url.pathname = '/no_such_database';
    expect(await refusal({ backend: 'mysql', url: url.href, poolSize: 2 })).toContain("'no_such_database'");
    url.username = 'nobody';
    url.password = 's3cret';
    expect(await refusal({ backend: 'mysql', url: url.href, poolSize: 2 })).toMatch(/Access denied for user 'nobody'/);
  });
});
