import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import type { AppConfig } from '../../apps/api/src/config/app-config.js';
import { loadConfig } from '../../apps/api/src/config/load-config.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { backupDatabase, restoreDatabase } from '../../apps/api/src/platform/database/dialects/sqlite-backup.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { organisation } from './database-fixture.js';

describe('backup and restore of the embedded database', () => {
  let folder: string;
  let config: AppConfig;
  let backup: string;
  const open = (): Promise<Database> => openDatabase(config.database, ENTITIES, () => undefined);
  const insert = (database: Database, name: string) =>
    database.unitOfWork.run((manager) => manager.insert(Organisation, organisation({ name })));
  const names = async (database: Database): Promise<string[]> =>
    (await database.unitOfWork.reader.find(Organisation, { order: { name: 'ASC' } })).map(({ name }) => name);
  async function using<T>(action: (database: Database) => Promise<T>): Promise<T> {
    const database = await open();
    try {
      return await action(database);
    } finally {
      await database.close();
    }
  }

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao 备份 #%-'));
    config = loadConfig({ DATA_DIR: path.join(folder, 'data') }, folder);
    backup = path.join(folder, 'backups', 'one.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('what was backed up is there again, and the replaced database is kept', async () => {
    await using(async (database) => {
      await insert(database, 'A');
      const { bytes, file } = await backupDatabase(config, backup);
      expect({ bytes: bytes > 0, file }).toEqual({ bytes: true, file: backup });
      await insert(database, 'B');
    });
    const { replaced } = await restoreDatabase(config, backup);
    expect(await using(names)).toEqual(['A']);
    await restoreDatabase(config, replaced ?? '');
    expect(await using(names)).toEqual(['A', 'B']);
  });

  it('a backup during an open transaction holds what was committed', async () => {
    await using(async (database) => {
      await insert(database, 'A');
      await database.unitOfWork.run(async (manager) => {
        await manager.insert(Organisation, organisation({ name: 'B' }));
        await backupDatabase(config, backup);
      });
    });
    await restoreDatabase(config, backup);
    expect(await using(names)).toEqual(['A']);
  });

  it('a first start can be from a backup', async () => {
    await using((database) => insert(database, 'A'));
    await backupDatabase(config, backup);
    config = loadConfig({ DATA_DIR: path.join(folder, 'elsewhere') }, folder);
    expect(await restoreDatabase(config, backup)).toEqual({ replaced: null });
    expect(await using(names)).toEqual(['A']);
  });

  it('restoring is refused while a server holds the data', async () => {
    await using(async (database) => {
      await insert(database, 'A');
      await backupDatabase(config, backup);
      await expect(restoreDatabase(config, backup)).rejects.toMatchObject({ code: 'database-in-use' });
      await insert(database, 'B');
      expect(await names(database)).toEqual(['A', 'B']);
    });
  });

  it('a damaged backup is refused, and the database stays as it is', async () => {
    await using((database) => insert(database, 'A'));
    await backupDatabase(config, backup);
    const damaged = path.join(folder, 'damaged.db');
    const bytes = readFileSync(backup);
    writeFileSync(damaged, bytes.fill(0x55, bytes.length / 2));
    await expect(restoreDatabase(config, damaged)).rejects.toMatchObject({ code: 'backup-damaged' });
    truncateSync(damaged, 100);
    await expect(restoreDatabase(config, damaged)).rejects.toMatchObject({ code: 'backup-damaged' });
    writeFileSync(damaged, 'not a database');
    await expect(restoreDatabase(config, damaged)).rejects.toMatchObject({ code: 'backup-damaged' });
    expect(await using(names)).toEqual(['A']);
    expect(readdirSync(config.dataDir).filter((name) => /restoring|replaced/.test(name))).toEqual([]);
  });

  it('a backup of a newer version is refused', async () => {
    await using((database) =>
      database.unitOfWork.run((manager) =>
        manager.query(
          "INSERT INTO schema_migration (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')",
        ),
      ),
    );
    await expect(backupDatabase(config, backup)).rejects.toMatchObject({ code: 'backup-of-newer-version' });
    await expect(open()).rejects.toThrow('newer version of this program (step FromTheFuture9999999999999)');
  });

  it('nothing is overwritten, and what is missing is told', async () => {
    await expect(backupDatabase(config, backup)).rejects.toMatchObject({ code: 'backup-no-database' });
    await expect(restoreDatabase(config, backup)).rejects.toMatchObject({ code: 'backup-not-found' });
    await using((database) => insert(database, 'A'));
    await backupDatabase(config, backup);
    await expect(backupDatabase(config, backup)).rejects.toMatchObject({ code: 'backup-file-exists' });
  });

  it('a database server has tools of its own', async () => {
    const server = loadConfig({ DATABASE_URL: 'mysql://u:p@h/d' }, folder);
    await expect(backupDatabase(server, backup)).rejects.toMatchObject({ code: 'backup-not-embedded' });
    await expect(restoreDatabase(server, backup)).rejects.toMatchObject({ code: 'backup-not-embedded' });
  });
});
