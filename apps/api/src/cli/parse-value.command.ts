import { parseTargetValue } from '@jixiao/domain';
import type { Command } from 'commander';
import { jsonOption, yearOption } from './options.js';
import { print, printJson } from './output.js';

interface Options {
  readonly name?: string;
  readonly year?: number;
  readonly json?: boolean;
}

/** `parse-value`: target values as R16–R17b read them. */
export function addParseValueCommand(program: Command): void {
  program
    .command('parse-value')
    .description('read target values such as ≥27000件 or 48天/个')
    .argument('<text...>', 'values as printed')
    .option('--name <name>', 'name of the indicator, which helps to tell the direction')
    .addOption(yearOption())
    .addOption(jsonOption())
    .action((texts: string[], { json, ...context }: Options) => {
      const values = texts.map((text) => parseTargetValue(text, context));
      if (json) printJson({ values });
      else for (const value of values) print(line(value));
    });
}

const line = (value: ReturnType<typeof parseTargetValue>): string =>
  [
    value.rawValue,
    value.operator,
    value.number ?? value.dueDate ?? '—',
    value.unit ?? '—',
    value.direction === null ? '—' : `${value.direction}${value.directionInferred ? ' (inferred)' : ''}`,
    ...(value.gate === null ? [] : [`gate ${value.gate}%`]),
  ].join('\t');
