import { Option, type Command } from 'commander';
import { jsonOption } from './options.js';
import { print, printJson } from './output.js';

const KINDS = ['financeBureau', 'department', 'unit'] as const;

interface AddOptions {
  readonly name: string;
  readonly kind: (typeof KINDS)[number];
  readonly parent?: string;
  readonly json?: boolean;
}

/** `organisation add`: the finance bureau of an empty installation, before there is anybody who could do it in the page. */
export function addOrganisationCommands(program: Command): void {
  program
    .command('organisation')
    .description('the tree of organisations')
    .command('add')
    .description('add an organisation; the first one, without a parent, is the finance bureau')
    .argument('<code>', 'its code, such as 001')
    .requiredOption('--name <name>', 'its full name')
    .addOption(new Option('--kind <kind>', 'what it is').choices([...KINDS]).makeOptionMandatory())
    .option('--parent <code>', 'code of the organisation above it')
    .addOption(jsonOption())
    .action(addOrganisation);
}

async function addOrganisation(code: string, { name, kind, parent, json }: AddOptions): Promise<void> {
  const { withProgram } = await import('./with-app.js');
  const { AddOrganisation } = await import('../features/organisations/index.js');
  const added = await withProgram({ runJobs: false }, (app) =>
    app.get(AddOrganisation).execute({ code, name, kind, parentCode: parent ?? null, addedBy: 'cli' }),
  );
  if (json) printJson({ id: added.id, code, name, kind });
  else print(`${code}  ${name}`);
}
