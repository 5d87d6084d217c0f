import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dependencyCanaries, innocent, lintCanaries } from './canaries.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const { forbidden } = createRequire(import.meta.url)(path.join(ROOT, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string }[];
};
const ruleNames = forbidden.map(({ name }) => name);
const slices = ruleNames.flatMap((name) =>
  name.startsWith('slice-order-') ? [name.slice('slice-order-'.length)] : [],
);
const canaries = dependencyCanaries(slices);

/** Runs one of the project's tools and gives its standard output, whatever its exit code. */
const tool = (entry: string, args: string[], cwd: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const file = path.join(ROOT, 'node_modules', entry);
    execFile(process.execPath, [file, ...args], { cwd, maxBuffer: 1 << 26 }, (_error, stdout, stderr) =>
      stdout ? resolve(stdout) : reject(new Error(stderr || `${entry} printed nothing`)),
    );
  });

const CONFIGURATION = [
  '.dependency-cruiser.cjs',
  'eslint.config.mjs',
  'tsconfig.base.json',
  'package.json',
  ...['apps/api', 'apps/web', 'libs/domain'].flatMap((p) => [`${p}/tsconfig.json`, `${p}/package.json`]),
];

/** The installed packages, but with the small workspace's own domain library. */
async function linkPackages(folder: string): Promise<void> {
  const [from, to] = [path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules')];
  await mkdir(path.join(to, '@jixiao'), { recursive: true });
  const names = (await readdir(from)).filter((name) => name !== '@jixiao' && !name.startsWith('.'));
  await Promise.all(names.map((name) => symlink(path.join(from, name), path.join(to, name))));
  await symlink(path.join(folder, 'libs/domain'), path.join(to, '@jixiao/domain'));
}

/** A small workspace with the project's own rules: what is in order, and beside it one violation of each rule. */
async function seedWorkspace(folder: string): Promise<void> {
  const write = async ([file, source]: readonly [string, string]): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), source);
  };
  for (const file of CONFIGURATION) await cp(path.join(ROOT, file), path.join(folder, file));
  await linkPackages(folder);
  const bad = [...canaries, ...lintCanaries];
  const files = bad.flatMap(({ file, source, beside }) => [[file, source] as const, ...Object.entries(beside ?? {})]);
  await Promise.all([...Object.entries(innocent(slices)), ...files].map(write));
}

describe('architecture rules see their violation', () => {
  let folder = '';
  let violations: { rule: string; file: string }[] = [];
  let messages: { rule: string; file: string; message: string }[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'canaries-'));
    await seedWorkspace(folder);
    const cruised = await tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs'],
      folder,
    );
    const { summary } = JSON.parse(cruised) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    violations = summary.violations.map(({ from, rule }) => ({ file: from, rule: rule.name }));
    const linted = await tool('eslint/bin/eslint.js', ['--format', 'json', 'apps', 'libs'], folder);
    const results = JSON.parse(linted) as { filePath: string; messages: { ruleId: string; message: string }[] }[];
    messages = results.flatMap(({ filePath, messages: found }) =>
      found.map(({ ruleId, message }) => ({ rule: ruleId, message, file: path.relative(folder, filePath) })),
    );
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has a canary for every rule of the gate', () => {
    const first = `slice-order-${slices[0]}`; // the outermost slice may import all: nothing can violate it
    expect(canaries.map(({ rule }) => rule).sort()).toEqual(ruleNames.filter((name) => name !== first).sort());
  });

  it.each(canaries)('$rule: $file is seen', ({ rule, file }) => {
    expect(violations).toContainEqual({ rule, file });
  });

  it.each(lintCanaries)('$rule ($says): $file is seen', ({ rule, says, file }) => {
    expect(messages).toContainEqual({ rule, file, message: expect.stringContaining(says) as unknown });
  });

  it('reports nothing about files that are in order', () => {
    const inOrder = Object.keys(innocent(slices));
    expect([...violations, ...messages].filter(({ file }) => inOrder.includes(file))).toEqual([]);
  });
});
