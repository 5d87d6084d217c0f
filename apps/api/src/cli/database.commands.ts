import type { Command } from 'commander';
import { jsonOption } from './options.js';
import { note, print, printJson } from './output.js';

interface Options {
  readonly json?: boolean;
}

/** `migrate`, `backup`, `restore`. */
export function addDatabaseCommands(program: Command): void {
  program.command('migrate').description('bring the database up to date').addOption(jsonOption()).action(migrate);
  program
    .command('backup')
    .description('write the embedded database into one file; the server may run')
    .argument('<file>', 'file to write; must not exist')
    .addOption(jsonOption())
    .action(backup);
  program
    .command('restore')
    .description('replace the embedded database by a backup; no server may run')
    .argument('<file>', 'backup to read')
    .addOption(jsonOption())
    .action(restore);
}

async function migrate({ json }: Options): Promise<void> {
  const { withProgram } = await import('./with-app.js');
  const { Database } = await import('../platform/database/database.js');
  // Opening the database brings it up to date.
  const backend = await withProgram({ runJobs: false }, async (app) => app.get(Database).backend);
  if (json) printJson({ backend, migrated: true });
  else note(`jixiao: the ${backend} database is up to date`);
}

async function backup(file: string, { json }: Options): Promise<void> {
  const { readConfig } = await import('../config/load-config.js');
  const { backupDatabase } = await import('../platform/database/dialects/sqlite-backup.js');
  const result = await backupDatabase(readConfig(), file);
  if (json) printJson(result);
  else print(`${result.file} (${result.bytes} bytes)`);
}

async function restore(file: string, { json }: Options): Promise<void> {
  const { readConfig } = await import('../config/load-config.js');
  const { restoreDatabase } = await import('../platform/database/dialects/sqlite-backup.js');
  const result = await restoreDatabase(readConfig(), file);
  if (json) printJson(result);
  else print(result.replaced === null ? 'Restored' : `Restored; the replaced database is ${result.replaced}`);
}
