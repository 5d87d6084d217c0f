import type { Command } from 'commander';
import type { FieldIssue } from '../platform/runtime/domain-error.js';
import { DomainError } from '../platform/runtime/domain-error.js';
import { jsonOption, monthOption, yearOption, type RoundOptions } from './options.js';
import { operatorLocale, print, printJson } from './output.js';
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
      const [file] = await readFiles([path]);
      if (file === undefined) throw new DomainError('no-files');
      await requireReadable(file);
      const { OPERATOR, withProgram } = await import('./with-app.js');
      const { TakeReportFile } = await import('../features/reporting/index.js');
      const { WaitForLights } = await import('../features/monitoring/index.js');
      const { openMissingRound } = await import('./open-missing-round.js');
      const { projects, results, jobIds } = await withProgram({ runJobs: true }, async (app) => {
        await openMissingRound(app, year, month);
        const options = { dryRun: false, locale: operatorLocale(), keepRefused: false };
        const taken = await app.get(TakeReportFile).run(OPERATOR, { year, month }, file, options);
        await app.get(WaitForLights).run(year);
        return taken;
      });
      if (json) printJson({ projects, results, jobIds });
      else print(`Saved: ${projects} projects, ${results} results`);
    });
}

/** A file that holds no project is refused before the program is started, and before a round is opened for it. */
async function requireReadable({ name, bytes }: NamedFile): Promise<void> {
  const { readReportFile } = await import('../features/reporting/application/report-file/read-report-file.js');
  const { issuePath } = await import('../features/reporting/application/report-file/read-report.js');
  const { projects, issues } = await readReportFile(name, bytes);
  if (projects.length > 0) return;
  const placed = issues.map((issue): FieldIssue => ({ ...issue, path: issuePath(issue) }));
  throw new DomainError('report-file-refused', { file: name, issues: issues.length }, placed);
}
