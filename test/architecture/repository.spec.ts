import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.nx', '.cache', 'data', 'coverage', 'package-lock.json']);
const TEXT = /\.(ts|vue|mjs|cjs|js|json|ya?ml|md|html|css|sh|conf|txt)$|Dockerfile$|\/run$|\/\.[a-z]+rc$/;

const filesBelow = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(file) : [file];
    });

const files = filesBelow('').filter((file) => TEXT.test(`/${file}`));
const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const linesWith = (pattern: RegExp, among: readonly string[]): string[] =>
  among.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, number) => (pattern.test(line) ? [`${file}:${number + 1}: ${line.trim()}`] : [])),
  );

interface Manifest {
  name: string;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
const WORKSPACES = ['', 'apps/api', 'apps/web', 'libs/domain'];
const manifestOf = (folder: string): Manifest =>
  JSON.parse(textOf(path.posix.join(folder, 'package.json'))) as Manifest;
const dependenciesOf = ({ dependencies, devDependencies }: Manifest): [string, string][] =>
  Object.entries({ ...dependencies, ...devDependencies });

/** Packages that are used without being named in a source: why each is there. */
const NAMED_NOWHERE: Readonly<Record<string, string>> = {
  '@swc/core': 'the compiler behind @swc/cli and @swc/jest',
  '@swc/cli': 'gives the command swc of the build scripts',
  '@types/node': 'the types that tsconfig names as node',
  '@types/pdfkit': 'the types of pdfkit',
  'dependency-cruiser': 'gives the command depcruise of the lint script',
  typescript: 'gives tsc',
  'openapi-typescript': 'gives the command that writes the types of the page',
};

describe('the repository', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('has no focused test, which would hide the others', () => {
    const specs = files.filter((file) => file.endsWith('.spec.ts'));
    expect(linesWith(/^\s*((describe|it|test)\.only|fdescribe|fit)\b/, specs)).toEqual([]);
  });

  it('names no path of a particular machine', () => {
    const machinePath = new RegExp(['/(work|home|Users)/', '[a-z]'].join(''));
    expect(linesWith(machinePath, files)).toEqual([]);
  });

  it.each(['README.md', 'README.zh-CN.md'])('lists every setting of the program in the table of %s', (file) => {
    const settings = [...textOf('apps/api/src/config/load-config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)];
    const table = textOf(file)
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|')[1])
      .join();
    expect(settings.length).toBeGreaterThan(20);
    expect(settings.map(([, name]) => `\`${name}\``).filter((name) => !table.includes(name))).toEqual([]);
  });

  it.each(['zh', 'en'])('has a name in %s for every kind of job', (language) => {
    const words = textOf(`apps/web/src/app/i18n/${language}/work.ts`);
    const jobs = files.filter((file) => /\/jobs\/[\w-]+\.jobs?\.ts$/.test(file)).map(textOf);
    const kinds = jobs.flatMap((text) => [...text.matchAll(/^ +name: '([\w-]+)\.([\w-]+)',$/gm)]);
    expect(kinds.length).toBeGreaterThan(10);
    const nameless = kinds.filter(
      ([, slice = '', job = '']) => !new RegExp(`\\b${slice}'?: \\{[^}]*\\b${job}'?: '`).test(words),
    );
    expect(nameless.map(([kind]) => kind.trim())).toEqual([]);
  });

  it('switches no check off in a source', () => {
    const off = new RegExp(['eslint', '-disable|@ts-', '(ignore|expect-error|nocheck)|istanbul ', 'ignore'].join(''));
    const sources = files.filter((file) => /\.(ts|vue|mjs|cjs)$/.test(file) && !file.endsWith('.gen.ts'));
    expect(linesWith(off, sources)).toEqual([]);
  });

  it.each(WORKSPACES)('pins exact versions in %s/package.json', (folder) => {
    const loose = dependenciesOf(manifestOf(folder)).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  it.each(WORKSPACES)('has no dependency in %s/package.json that nothing uses', (folder) => {
    const manifest = manifestOf(folder);
    const inside = files.filter((file) => file.startsWith(folder) && !file.endsWith('package.json'));
    const text = [...inside.map(textOf), ...Object.values(manifest.scripts ?? {})].join('\n');
    const unused = dependenciesOf(manifest)
      .map(([name]) => name)
      .filter((name) => !(name in NAMED_NOWHERE) && !new RegExp(`(^|['"/ ])${name}(['"/ ]|$)`, 'm').test(text));
    expect(unused).toEqual([]);
  });
});
