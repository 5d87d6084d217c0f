import type { Command } from 'commander';
import type { ImportResult } from '../features/imports/index.js';
import { jsonOption, unitOption, yearOption } from './options.js';
import { note, operatorLocale, print, printJson } from './output.js';
import { readFiles } from './read-files.js';

interface Options {
  readonly year: number;
  readonly unit?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `import`: what `parse` does, then saves, or shows what saving would change. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('take target documents in; all files or none')
    .argument('<file...>', 'documents (.docx, .xlsx, .csv or .txt)')
    .addOption(yearOption().makeOptionMandatory())
    .addOption(unitOption('budgeting unit, where the document does not name it or names another'))
    .option('--dry-run', 'only show what would change')
    .addOption(jsonOption())
    .action(async (paths: string[], { year, unit, dryRun = false, json }: Options) => {
      const files = await readFiles(paths);
      const { OPERATOR, withProgram } = await import('./with-app.js');
      const { ImportDocuments, ImportResultQuery } = await import('../features/imports/index.js');
      const { WaitForLights } = await import('../features/monitoring/index.js');
      const result = await withProgram({ runJobs: !dryRun }, async (app) => {
        const request = { year, unitCode: unit ?? null, rootIfUnnamed: true, files, dryRun };
        const done = await app
          .get(ImportDocuments)
          .run(OPERATOR, request, (manager, uploadId) =>
            app.get(ImportResultQuery).run(manager, uploadId, operatorLocale()),
          );
        if (!dryRun) await app.get(WaitForLights).run(year);
        return done;
      });
      if (json) printJson(result);
      else print(summary(result));
      for (const project of refused(result)) note(`jixiao: ${project.name}: ${project.refusal}`);
    });
}

const refused = ({ documents }: ImportResult): ImportResult['documents'][number]['projects'] =>
  documents.flatMap(({ projects }) => projects.filter(({ change }) => change === 'refused'));

function summary({ documents, counts, saved }: ImportResult): string {
  const lines = documents.flatMap(({ file, projects, warnings }) => [
    file,
    ...projects.flatMap(({ change, name, differences }) => [
      `  ${change.padEnd(9)} ${name}`,
      ...differences.map(({ field, before, after }) => `            ${field}: ${before ?? '—'} → ${after ?? '—'}`),
    ]),
    ...warnings.map(({ at, project, message }) => `  ! ${at} ${project ?? ''} ${message}`),
  ]);
  const { new: added, changed, unchanged, missing, refused: left, warnings, indicators } = counts;
  const totals =
    `new ${added}, changed ${changed}, unchanged ${unchanged}, missing ${missing}, refused ${left}, ` +
    `warnings ${warnings}, indicators ${indicators}`;
  return [...lines, `${saved ? 'Saved' : 'Not saved'}: ${totals}`].join('\n');
}
