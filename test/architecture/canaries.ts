/** A file that violates one rule: the tool must name that rule at that file. */
export interface Canary {
  readonly rule: string;
  readonly file: string;
  readonly source: string;
  /** Further files of the same violation. */
  readonly beside?: Readonly<Record<string, string>>;
}

const FEATURES = 'apps/api/src/features';
const slice = (name: string, file: string): string => `${FEATURES}/${name}/application/${file}.ts`;

/** `slices` in the order of the gate: each is made to import the one before it, which is the forbidden direction. */
const sliceOrder = (slices: readonly string[]): Canary[] =>
  slices.slice(1).map((name, place) => ({
    rule: `slice-order-${name}`,
    file: slice(name, 'reaches-left'),
    source: `import { door } from '../../${slices[place]}/index.js';\nexport const reached = door;\n`,
  }));

export const dependencyCanaries = (slices: readonly string[]): Canary[] => [
  {
    rule: 'domain-imports-nothing',
    file: 'libs/domain/src/reads-a-file.ts',
    source: "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x', 'utf8');\n",
  },
  {
    rule: 'web-never-imports-api',
    file: 'apps/web/src/reaches-api.ts',
    source: "import type { Config } from '../../api/src/config/app-config.js';\nexport type Copied = Config;\n",
  },
  {
    rule: 'api-never-imports-web',
    file: 'apps/api/src/platform/reaches-web.ts',
    source: "import { page } from '../../../web/src/page.js';\nexport const shown = page;\n",
  },
  {
    rule: 'platform-imports-no-feature',
    file: 'apps/api/src/platform/reaches-feature.ts',
    source: "import { door } from '../features/audit/index.js';\nexport const reached = door;\n",
  },
  {
    rule: 'config-imports-nothing-of-ours',
    file: 'apps/api/src/config/reaches-platform.ts',
    source: "import { clock } from '../platform/clock.js';\nexport const now = clock;\n",
  },
  {
    rule: 'entries-are-not-imported',
    file: slice('audit', 'reaches-entry'),
    source: "import { main } from '../../../main.js';\nexport const started = main;\n",
  },
  {
    rule: 'slices-meet-at-index',
    file: slice('imports', 'reaches-inside'),
    source: "import { inner } from '../../targets/application/inner.js';\nexport const reached = inner;\n",
    beside: { [slice('targets', 'inner')]: 'export const inner = 1;\n' },
  },
  ...sliceOrder(slices),
  {
    rule: 'slice-without-a-place',
    file: slice('unlisted', 'reaches-listed'),
    source: "import { door } from '../../audit/index.js';\nexport const reached = door;\n",
  },
  {
    rule: 'no-circular',
    file: 'libs/domain/src/circle-a.ts',
    source: "import type { B } from './circle-b.js';\nexport interface A {\n  b: B;\n}\n",
    beside: {
      'libs/domain/src/circle-b.ts': "import type { A } from './circle-a.js';\nexport interface B {\n  a: A;\n}\n",
    },
  },
  {
    rule: 'queue-library-only-in-its-adapter',
    file: slice('jobs', 'uses-the-queue'),
    source: "import { Queue } from 'bullmq';\nexport const queue = Queue;\n",
  },
  {
    rule: 'database-drivers-only-in-platform-database',
    file: slice('targets', 'uses-the-driver'),
    source: "import { createPool } from 'mysql2';\nexport const pool = createPool;\n",
  },
  {
    rule: 'typeorm-only-in-persistence',
    file: slice('targets', 'uses-typeorm'),
    source: "import { DataSource } from 'typeorm';\nexport const source = DataSource;\n",
  },
  {
    rule: 'no-test-code-in-production',
    file: slice('reporting', 'uses-a-test'),
    source: "import { sample } from './sample.spec.js';\nexport const used = sample;\n",
    beside: { [`${FEATURES}/reporting/application/sample.spec.ts`]: 'export const sample = 1;\n' },
  },
  {
    rule: 'no-undeclared-dependency',
    file: slice('reporting', 'uses-a-tool'),
    source: "import fc from 'fast-check';\nexport const tool = fc;\n",
  },
  {
    rule: 'not-to-unresolvable',
    file: slice('reporting', 'finds-nothing'),
    source: "import { gone } from './gone.js';\nexport const lost = gone;\n",
  },
  { rule: 'no-orphans', file: 'libs/domain/src/left-over.ts', source: 'export const leftOver = 1;\n' },
];

/** Violations of the rules that ESLint holds; `rule` is ESLint's, `says` a part of our message. */
export const lintCanaries: readonly (Canary & { readonly says: string })[] = [
  {
    rule: 'no-restricted-properties',
    says: 'Only config/ reads the environment',
    file: slice('audit', 'reads-the-environment'),
    source: 'export const port = process.env.PORT;\n',
  },
  {
    rule: 'no-restricted-syntax',
    says: 'Raw SQL only in',
    file: slice('audit', 'writes-sql'),
    source:
      "export const all = (m: { query(sql: string): Promise<number> }): Promise<number> => m.query('SELECT 1');\n",
  },
  {
    rule: 'no-restricted-syntax',
    says: 'Queries are built only in',
    file: slice('audit', 'builds-a-query'),
    source: 'export const built = (m: { createQueryBuilder(): number }): number => m.createQueryBuilder();\n',
  },
  {
    rule: 'no-restricted-syntax',
    says: 'the day is passed in',
    file: 'libs/domain/src/reads-the-clock.ts',
    source: 'export const today = (): Date => new Date();\n',
  },
  {
    rule: 'no-restricted-syntax',
    says: 'the same input gives the same result',
    file: 'libs/domain/src/draws-lots.ts',
    source: 'export const lot = (): number => Math.random();\n',
  },
  {
    rule: 'no-restricted-globals',
    says: 'what it needs is passed in',
    file: 'libs/domain/src/waits.ts',
    source: 'export const wait = (then: () => void): unknown => setTimeout(then, 1);\n',
  },
  {
    rule: '@typescript-eslint/no-explicit-any',
    says: 'any',
    file: 'libs/domain/src/gives-up-types.ts',
    source: 'export const anything = (x: any): string => String(x);\n',
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    says: 'Promises must be awaited',
    file: slice('audit', 'forgets-a-promise'),
    source: 'export const forget = (p: Promise<number>): void => {\n  p.then((n) => n + 1);\n};\n',
  },
  {
    rule: 'no-restricted-properties',
    says: 'A focused test hides the others',
    file: 'libs/domain/src/focused.spec.ts',
    source: "import { it } from '@jest/globals';\n\nit.only('hides the others', () => undefined);\n",
  },
  {
    rule: 'max-lines',
    says: 'too many lines',
    file: 'libs/domain/src/endless.ts',
    source: Array.from({ length: 301 }, (_, line) => `export const line${line} = ${line};\n`).join(''),
  },
];

/** What the canaries import, in itself in order: nothing may be reported here. */
export const innocent = (slices: readonly string[]): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    slices.map((name) => [`${FEATURES}/${name}/index.ts`, "export { door } from './application/door.js';\n"]),
  ),
  ...Object.fromEntries(slices.map((name) => [slice(name, 'door'), 'export const door = 1;\n'])),
  'apps/api/src/main.ts': "import { door } from './features/demo/index.js';\nexport const main = door;\n",
  'apps/api/src/platform/clock.ts':
    "import { settings } from '../config/app-config.js';\nexport const clock = settings;\n",
  'apps/api/src/config/app-config.ts':
    'export interface Config {\n  port: number;\n}\nexport const settings = Number(process.env.PORT);\n',
  'apps/api/src/platform/jobs/bullmq/queue.ts': "import { Queue } from 'bullmq';\nexport const queue = Queue;\n",
  [`${FEATURES}/targets/persistence/project.repository.ts`]:
    "import { DataSource } from 'typeorm';\nexport const all = (m: DataSource): Promise<unknown> => m.query('SELECT 1');\n",
  'apps/web/src/page.ts': "import { ratio } from '@jixiao/domain';\nexport const page = ratio;\n",
  'libs/domain/src/index.ts': "export { ratio } from './ratio.js';\n",
  'libs/domain/src/ratio.ts': 'export const ratio = 1;\n',
});
