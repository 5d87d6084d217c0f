import type { Command } from 'commander';
import type { ParseJson } from '../features/imports/application/parse-documents.js';
import { AlreadyTold, tellFailure } from './failure.js';
import { jsonOption, yearOption } from './options.js';
import { print, printJson } from './output.js';
import { readFiles, type NamedFile } from './read-files.js';

interface Options {
  readonly year?: number;
  readonly json?: boolean;
}

/** `parse`: reads target documents; loads neither the server nor the database. */
export function addParseCommand(program: Command): void {
  program
    .command('parse')
    .description('read target documents (绩效目标表) and show what was understood; touches no database')
    .argument('<file...>', 'documents (.docx, .xlsx, .csv or .txt)')
    .addOption(yearOption())
    .addOption(jsonOption())
    .action(async (files: string[], { year, json }: Options) => {
      const { parseDocument, toParseJson } = await import('../features/imports/application/parse-documents.js');
      const parse = (file: NamedFile) => parseDocument(file, year === undefined ? {} : { year });
      const result = toParseJson(await everyOne(await readFiles(files), parse));
      if (json) printJson(result);
      else for (const document of result.documents) print(summary(document));
    });
}

/** All files or none, but every one that is refused is told of. */
async function everyOne<T>(files: readonly NamedFile[], parse: (file: NamedFile) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (const file of files) {
    try {
      results.push(await parse(file));
    } catch (error) {
      await tellFailure(error);
    }
  }
  if (results.length < files.length) throw new AlreadyTold();
  return results;
}

function summary(document: ParseJson['documents'][number]): string {
  const lines = [
    `${document.file}: ${document.year ?? '—'} ${document.unitCode ?? ''}${document.unitName ?? ''}`,
    ...document.departmentGoals.map(({ title, indicators }) => `  目标 ${title} (${indicators.length})`),
    ...document.projects.map(
      ({ code, name, budgetFen, indicators, schedule }) =>
        `  项目 ${code ?? '—'} ${name}  ${budgetFen === null ? '—' : (budgetFen / 1_000_000).toFixed(2)} 万元  ` +
        `${schedule?.join('/') ?? '—'}  ${indicators.length} 项指标`,
    ),
    ...document.warnings.map(({ at, message, project }) => `  ! ${at} ${project ?? ''} ${message}`),
  ];
  return lines.join('\n');
}
