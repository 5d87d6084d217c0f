import type { Command } from 'commander';
import { jsonOption } from './options.js';
import { print, printJson } from './output.js';

interface Options {
  readonly once?: boolean;
  readonly json?: boolean;
}

/** `demo load`: the demonstration county. */
export function addDemoCommands(program: Command): void {
  program
    .command('demo')
    .description('demonstration data')
    .command('load')
    .description('load the demonstration county into an empty database')
    .option('--once', 'a database with other data is left alone instead of being an error')
    .addOption(jsonOption())
    .action(async ({ once = false, json }: Options) => {
      const { withProgram } = await import('./with-app.js');
      const { LoadDemonstration } = await import('../features/demo/index.js');
      const result = await withProgram({ runJobs: true }, (app) => app.get(LoadDemonstration).run({ once }));
      if (json) return printJson(result);
      for (const { username, password, displayName } of result.accounts)
        print(`${username}\t${password}\t${displayName}`);
    });
}
