import type { Command } from 'commander';
import type { PublishInput } from '../features/rules/index.js';
import { DomainError } from '../platform/runtime/domain-error.js';
import { AlreadyTold } from './failure.js';
import { jsonOption, monthOption, yearOption, type RoundOptions } from './options.js';
import { note, operatorLocale, print, printJson } from './output.js';
import { readFiles } from './read-files.js';

interface JsonOption {
  readonly json?: boolean;
}
type PublishOptions = JsonOption & { readonly note: string };
type UseOptions = JsonOption & { readonly year: number; readonly month?: number; readonly note?: string };
type Content = PublishInput['content'];

/** `rules list`, `rules publish`, `rules use` and `rules simulate`. */
export function addRulesCommands(program: Command): void {
  const rules = program.command('rules').description('what lights are judged by: list, try, publish and use rules');
  rules
    .command('list')
    .description('published rules with what they are used for, and presets; with --json also their content')
    .addOption(jsonOption())
    .action(listRules);
  rules
    .command('publish')
    .description('publish rules as the next version of their id')
    .argument('<file>', '.json, as `rules list --json` prints the content of others')
    .requiredOption('--note <text>', 'why they are published')
    .addOption(jsonOption())
    .action(publishRules);
  rules
    .command('use')
    .description('use rules for the rounds of a year that are opened from now on, or for one that is not locked')
    .argument('<ref>', 'as ratio@2')
    .addOption(yearOption().makeOptionMandatory())
    .addOption(monthOption())
    .option('--note <text>', 'why a round gets other rules; needed with --month')
    .addOption(jsonOption())
    .action(putToUse);
  rules
    .command('simulate')
    .description('try rules on a round and say which projects would change colour; nothing is changed')
    .argument('<file>', '.json, as for publish')
    .addOption(yearOption().makeOptionMandatory())
    .addOption(monthOption().makeOptionMandatory())
    .addOption(jsonOption())
    .action(simulateRules);
}

async function listRules({ json }: JsonOption): Promise<void> {
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { RulePacksQuery } = await import('../features/rules/index.js');
  const { versions, presets } = await withProgram({ runJobs: false }, async (app) => {
    const query = app.get(RulePacksQuery);
    return { versions: await query.versions(OPERATOR), presets: await query.presets(OPERATOR, operatorLocale()) };
  });
  const unused = presets.items.filter(({ stored }) => !stored);
  if (json) return printJson({ published: versions.items, presets: unused });
  const locale = operatorLocale();
  for (const { ref, content, years, rounds } of versions.items) {
    const uses = [...years.map(String), ...rounds.map(({ year, month }) => `${year}-${month}`)];
    print([ref, content.title[locale], uses.join(', ') || '—'].join('  '));
  }
  for (const { ref, content } of unused) print([ref, content.title[locale], '(preset)'].join('  '));
}

async function publishRules(file: string, { note: reason, json }: PublishOptions): Promise<void> {
  const content = await contentOf(file);
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { PublishInput, PublishRulePack } = await import('../features/rules/index.js');
  const { validated } = await import('../platform/http/validation.js');
  const input = validated(PublishInput, { content, note: reason });
  const published = await withProgram({ runJobs: false }, (app) => app.get(PublishRulePack).run(OPERATOR, input));
  if (json) printJson(published);
  else print(`Published: ${published.ref}`);
}

async function putToUse(ref: string, { year, month, note: reason, json }: UseOptions): Promise<void> {
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { ChooseForRound, ChooseForYear } = await import('../features/rules/index.js');
  const { WaitForLights } = await import('../features/monitoring/index.js');
  if (month !== undefined && !reason?.trim()) throw new DomainError('rules-note-missing');
  const chosen = await withProgram({ runJobs: true }, async (app) => {
    if (month === undefined) return app.get(ChooseForYear).run(OPERATOR, year, { ref });
    const round = await app.get(ChooseForRound).run(OPERATOR, { year, month }, { ref, note: reason?.trim() ?? '' });
    await app.get(WaitForLights).run(year);
    return round;
  });
  if (json) printJson(chosen);
  else print(`${month === undefined ? year : `${year}-${month}`}: ${ref}`);
}

async function simulateRules(file: string, { year, month, json }: RoundOptions): Promise<void> {
  const content = await contentOf(file);
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { RequestSimulation, SimulationsQuery } = await import('../features/rules/index.js');
  const { JobQueue } = await import('../platform/jobs/job-queue.js');
  const { changedProjects } = await import('./changed-projects.js');
  const result = await withProgram({ runJobs: true }, async (app) => {
    const { jobId } = await app.get(RequestSimulation).run(OPERATOR, { year, month, content });
    const status = await app.get(JobQueue).settled(jobId);
    if (status !== 'succeeded') return { status, summary: null, changes: [] };
    const { summary } = await app.get(SimulationsQuery).one(OPERATOR, jobId);
    return { status, summary, changes: await changedProjects(app, jobId) };
  });
  if (result.summary === null) {
    note(`jixiao: the trial ended as ${result.status}; see the jobs page`);
    throw new AlreadyTold();
  }
  const { summary, changes } = result;
  if (json) return printJson({ year, month, summary, changes });
  const changed = changes.filter(({ project }) => project.from !== project.to);
  print(`${year}-${month}: ${changed.length} of ${summary.projects} projects change colour`);
  for (const { organisationName, name, project } of changed) {
    print(`  ${project.from} → ${project.to}  ${organisationName}  ${name}`);
  }
}

/** Rules of a file. A version is given when they are published, so one that stands there says nothing. */
async function contentOf(file: string): Promise<Content> {
  const [read] = await readFiles([file]);
  const { RulePackInput } = await import('../features/rules/index.js');
  const { validated } = await import('../platform/http/validation.js');
  const value = parsed(Buffer.from(read?.bytes ?? []).toString('utf8'), file);
  const { version: _version, ...content } = value;
  return validated(RulePackInput, content);
}

function parsed(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw new DomainError('rules-file-unreadable', { file }, [], { cause });
  }
  throw new DomainError('rules-file-unreadable', { file });
}
