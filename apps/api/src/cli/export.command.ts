import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Option, type Command } from 'commander';
import { DomainError } from '../platform/runtime/domain-error.js';
import { AlreadyTold } from './failure.js';
import { jsonOption, monthOption, unitOption, yearOption } from './options.js';
import { note, operatorLocale, print, printJson } from './output.js';

/** A county's papers in PDF take minutes. */
const LONGEST_MS = 3_600_000;

interface Options {
  readonly year: number;
  readonly month?: number;
  readonly unit?: string;
  readonly format: 'xlsx' | 'docx' | 'pdf';
  readonly perUnit?: boolean;
  readonly output: string;
  readonly json?: boolean;
}

/** `export forms`: official forms as files; with a month those of the round, without one those of the self-evaluation. */
export function addExportCommands(program: Command): void {
  const group = program.command('export').description('official papers as files');
  group
    .command('forms')
    .description('write monitoring forms (with --month) or self-evaluation forms (without) into one file')
    .addOption(yearOption().makeOptionMandatory())
    .addOption(monthOption())
    .addOption(unitOption('only the projects of this unit and those below it'))
    .addOption(new Option('--format <format>', 'what to write').choices(['xlsx', 'docx', 'pdf']).default('xlsx'))
    .option('--per-unit', 'one file per unit instead of one per project')
    .requiredOption('-o, --output <file>', 'file to write, an archive where there are several documents')
    .addOption(jsonOption())
    .action(exportForms);
}

async function exportForms({ year, month, unit, format, perUnit, output, json }: Options): Promise<void> {
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { ExportFileQuery, ExportsQuery, RequestExport } = await import('../features/exports/index.js');
  const { JobQueue } = await import('../platform/jobs/job-queue.js');
  const { OrganisationRepository } = await import('../features/organisations/index.js');
  const written = await withProgram({ runJobs: true }, async (app) => {
    const organisation = unit === undefined ? undefined : await app.get(OrganisationRepository).byCode(unit);
    if (organisation === null) throw new DomainError('unit-unknown', { unit: unit ?? null });
    const kind = month === undefined ? 'selfEvaluationForm' : 'monitoringForm';
    const packaging = perUnit ? 'perUnit' : 'perProject';
    const input = { kind, year, month, organisationId: organisation?.id, format, packaging } as const;
    const { exportId, jobId } = await app.get(RequestExport).run(OPERATOR, input, null);
    await app.get(JobQueue).settled(jobId, LONGEST_MS);
    const view = await app.get(ExportsQuery).one(OPERATOR, exportId, operatorLocale());
    if (view.state !== 'finished') return view;
    const { content } = await app.get(ExportFileQuery).run(OPERATOR, exportId, null);
    await pipeline(content, createWriteStream(output));
    return view;
  });
  if (json) printJson({ ...written, output });
  if (written.state !== 'finished') {
    note(`jixiao: nothing was written: ${written.failure?.message ?? written.state}`);
    throw new AlreadyTold();
  }
  if (!json) print(`${output}: ${written.papers} documents of ${written.projects} projects, sha256 ${written.sha256}`);
}
