import type { Command } from 'commander';
import { DomainError } from '../platform/runtime/domain-error.js';
import { jsonOption, monthOption, yearOption, type RoundOptions } from './options.js';
import { print, printJson } from './output.js';
import { readFiles, type NamedFile } from './read-files.js';

/** `report`: takes in cumulative expenditure and indicator results of a round from a file. */
export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('take in expenditure and results of a round, all or nothing; opens the round where there is none')
    .argument('<file>', '.json, .csv or .xlsx (see docs/report-files.md)')
    .addOption(yearOption().makeOptionMandatory())
    .addOption(monthOption().makeOptionMandatory())
    .addOption(jsonOption())
    .action(async (path: string, { year, month, json }: RoundOptions) => {
      const files = await readFiles([path]);
      const input = await readInput(files);
      const { OPERATOR, withProgram } = await import('./with-app.js');
      const { SaveBulkReports } = await import('../features/reporting/index.js');
      const { WaitForLights } = await import('../features/monitoring/index.js');
      const { openMissingRound } = await import('./open-missing-round.js');
      const result = await withProgram({ runJobs: true }, async (app) => {
        await openMissingRound(app, year, month);
        const saved = await app.get(SaveBulkReports).run(OPERATOR, { year, month }, input);
        await app.get(WaitForLights).run(year);
        return saved;
      });
      if (json) printJson(result);
      else print(`Saved: ${result.projects} projects, ${result.results} results`);
    });
}

async function readInput(files: readonly NamedFile[]) {
  const [file] = files;
  if (file === undefined) throw new DomainError('no-files');
  const { readReportFile } = await import('../features/reporting/application/report-file/read-report-file.js');
  const input = await readReportFile(file.name, file.bytes);
  if (input.ok) return input.value;
  const params = { file: file.name, issues: input.error.length };
  throw new DomainError('report-file-refused', params, input.error);
}
