import { writeFile } from 'node:fs/promises';
import { DomainError } from '../platform/runtime/domain-error.js';
import { operatorLocale, print, printJson } from './output.js';

export interface TemplateOptions {
  readonly year: number;
  readonly month: number;
  readonly unit?: string;
  readonly output: string;
  readonly json?: boolean;
}

/**
 * `actuals template`: writes the workbook in which units fill a round in.
 * @throws DomainError `round-not-found`, `unit-unknown`
 */
export async function writeTemplateFile({ year, month, unit, output, json }: TemplateOptions): Promise<void> {
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { MakeReportWorkbook } = await import('../features/reporting/index.js');
  const { OrganisationRepository } = await import('../features/organisations/index.js');
  const { bytes } = await withProgram({ runJobs: false }, async (app) => {
    const organisation = unit === undefined ? undefined : await app.get(OrganisationRepository).byCode(unit);
    if (organisation === null) throw new DomainError('unit-unknown', { unit: unit ?? null });
    return app.get(MakeReportWorkbook).run(OPERATOR, { year, month }, organisation?.id, operatorLocale());
  });
  await writeFile(output, bytes);
  if (json) printJson({ file: output, bytes: bytes.length });
  else print(`${output} (${bytes.length} bytes)`);
}
