import type { Command } from 'commander';
import { jsonOption, yearOption } from './options.js';
import { operatorLocale, print, printJson } from './output.js';

interface ListOptions {
  readonly year?: number;
  readonly json?: boolean;
}

/** The newest ones; the page shows all. */
const MOST_LISTED = 200;

/** `imports list` and `imports undo`: what was taken in, and taking it back. */
export function addImportsCommands(program: Command): void {
  const imports = program.command('imports').description('what was taken in');
  imports
    .command('list')
    .description(`the newest imports, at most ${MOST_LISTED}`)
    .addOption(yearOption())
    .addOption(jsonOption())
    .action(async ({ year, json }: ListOptions) => {
      const { OPERATOR, withProgram } = await import('./with-app.js');
      const { ImportBatchesQuery } = await import('../features/imports/index.js');
      const query = { year, page: 1, size: MOST_LISTED };
      const result = await withProgram({ runJobs: false }, (app) =>
        app.get(ImportBatchesQuery).run(OPERATOR, query, operatorLocale()),
      );
      if (json) return printJson(result);
      for (const { id, status, year: of, file, importedBy, importedAt, counts } of result.items)
        print(
          `${id}\t${status}\t${of}\t${file}\t${importedBy}\t${importedAt}\tnew ${counts.new}, changed ${counts.changed}`,
        );
    });
  imports
    .command('undo')
    .description('take back what an import has done; refused where something later depends on it')
    .argument('<batch>', 'id of the import, as `imports list` shows it')
    .addOption(jsonOption())
    .action(async (batchId: string, { json }: { readonly json?: boolean }) => {
      const { OPERATOR, withProgram } = await import('./with-app.js');
      const { UndoImport } = await import('../features/imports/index.js');
      const { WaitForLights } = await import('../features/monitoring/index.js');
      const { removed, restored } = await withProgram({ runJobs: true }, async (app) => {
        const undone = await app.get(UndoImport).now(OPERATOR, batchId);
        await app.get(WaitForLights).run(undone.year);
        return undone;
      });
      if (json) printJson({ batchId, removed, restored });
      else print(`Undone: ${removed} projects removed, ${restored} restored`);
    });
}
