import { writeFile } from 'node:fs/promises';
import type { ReportFileResult } from '../features/reporting/index.js';
import { DomainError } from '../platform/runtime/domain-error.js';
import { note, operatorLocale, print, printJson } from './output.js';
import { readFiles } from './read-files.js';
import type { Program } from './with-app.js';

export interface ReportImportOptions {
  readonly year: number;
  readonly month: number;
  readonly dryRun?: boolean;
  /** File for the annotated workbook of a refusal; true for `FILE.errors.xlsx`. */
  readonly annotate?: string | true;
  readonly json?: boolean;
}

/**
 * `actuals import`: takes a report file in as the page does, and waits for the lights.
 * @throws DomainError as `TakeReportFile` does; the annotated workbook is written before
 */
export async function importReport(path: string, options: ReportImportOptions): Promise<void> {
  const { year, month, dryRun = false, json } = options;
  const [file] = await readFiles([path]);
  if (file === undefined) throw new DomainError('no-files');
  const annotate = options.annotate === true ? `${path}.errors.xlsx` : options.annotate;
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { TakeReportFile } = await import('../features/reporting/index.js');
  const { WaitForLights } = await import('../features/monitoring/index.js');
  const result = await withProgram({ runJobs: !dryRun }, async (app) => {
    const wanted = { dryRun, locale: operatorLocale(), keepRefused: annotate !== undefined };
    try {
      const taken = await app.get(TakeReportFile).run(OPERATOR, { year, month }, file, wanted);
      if (!dryRun) await app.get(WaitForLights).run(year);
      return taken;
    } catch (error) {
      if (annotate !== undefined) await writeAnnotated(app, error, annotate);
      throw error;
    }
  });
  if (json) printJson(result);
  else print(summary(result));
}

async function writeAnnotated(app: Program, error: unknown, target: string): Promise<void> {
  const id = error instanceof DomainError ? error.params['workbookId'] : null;
  if (typeof id !== 'string') return;
  const { OPERATOR } = await import('./with-app.js');
  const { ReportUploads } = await import('../features/reporting/index.js');
  await writeFile(target, (await app.get(ReportUploads).read(OPERATOR, id)).bytes);
  note(`jixiao: the errors stand in ${target}`);
}

function summary({ dryRun, changes, changeCount, changedProjects, warnings }: ReportFileResult): string {
  const lines = changes.map(
    ({ project, indicator, field, before, after }) =>
      `  ${project}${indicator === null ? '' : ` · ${indicator}`} ${field}: ${before ?? '—'} → ${after ?? '—'}`,
  );
  const more = changeCount > changes.length ? [`  … ${changeCount - changes.length} more`] : [];
  const remarks = warnings.map(({ path, message }) => `  ! ${path} ${message}`);
  const totals = `${changedProjects} projects, ${changeCount} changes`;
  return [...lines, ...more, ...remarks, `${dryRun ? 'Not saved' : 'Saved'}: ${totals}`].join('\n');
}
