/**
 * The architecture as a gate (docs/architecture.md). Every rule here has a canary in test/architecture that violates it
 * and must see it fail. Type-only imports count as well.
 */

/**
 * Slices from the outside in; each may import those after it, through their index.ts. Events travel the other way.
 * A new slice gets its place here first.
 */
const SLICES = [
  'demo',
  'channels',
  'notifications',
  'exports',
  'open-data',
  'official-reports',
  'self-evaluation',
  'rectification',
  'alerts',
  'alert-rules',
  'imports',
  'review',
  'seals',
  'department-goals',
  'rules',
  'analysis',
  'monitoring',
  'comments',
  'reporting',
  'treasury',
  'targets',
  'people',
  'work-calendar',
  'organisations',
  'jobs',
  'identity',
  'audit',
];

const FEATURES = '^apps/api/src/features/';
const SPECS = '\\.spec\\.ts$';

const sliceOrder = SLICES.map((slice, place) => ({
  name: `slice-order-${slice}`,
  comment: 'Slices import to the right only; what happened further right is heard of by events.',
  severity: 'error',
  from: { path: `${FEATURES}${slice}/` },
  to: { path: FEATURES, pathNot: `${FEATURES}(${SLICES.slice(place).join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      comment: 'Rule 1: libs/domain is pure and has no library; its tests may use the test tools.',
      severity: 'error',
      from: { path: '^libs/domain/src/', pathNot: [SPECS, '^libs/domain/src/testing/'] },
      to: { pathNot: '^libs/domain/src/' },
    },
    {
      name: 'web-never-imports-api',
      comment: 'Rule 2: the page knows the API by its OpenAPI document only.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: ['^apps/api/', 'node_modules/@jixiao/api'] },
    },
    {
      name: 'api-never-imports-web',
      comment: 'Rule 2, the other way: the API serves the built page as files.',
      severity: 'error',
      from: { path: '^(apps/api|libs)/' },
      to: { path: ['^apps/web/', 'node_modules/@jixiao/web'] },
    },
    {
      name: 'platform-imports-no-feature',
      comment: 'Rule 3: features → platform → config, never back.',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: SPECS },
      to: { path: FEATURES },
    },
    {
      name: 'config-imports-nothing-of-ours',
      comment: 'Rule 3: the configuration depends on nothing that it configures.',
      severity: 'error',
      from: { path: '^apps/api/src/config/' },
      to: { path: '^apps/api/src/', pathNot: '^apps/api/src/config/' },
    },
    {
      name: 'entries-are-not-imported',
      comment: 'Rule 3: main, worker and cli start programs; nothing inside reaches back to them.',
      severity: 'error',
      from: { path: '^apps/api/src/(config|platform|features)/' },
      to: { path: '^apps/api/src/(main|worker|cli|serve|create-app|app\\.module)\\.ts$' },
    },
    {
      name: 'slices-meet-at-index',
      comment: 'Rule 4: index.ts is the only door of a slice.',
      severity: 'error',
      from: { path: `${FEATURES}([^/]+)/` },
      to: { path: FEATURES, pathNot: [`${FEATURES}$1/`, `${FEATURES}[^/]+/index\\.ts$`] },
    },
    ...sliceOrder,
    {
      name: 'slice-without-a-place',
      comment: 'A new slice is put into SLICES above before it imports another or is imported.',
      severity: 'error',
      from: { path: FEATURES, pathNot: `${FEATURES}(${SLICES.join('|')})/` },
      to: { path: `${FEATURES}(${SLICES.join('|')})/` },
    },
    {
      name: 'no-circular',
      comment: 'Rule 4: no cycles, not even of types.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'queue-library-only-in-its-adapter',
      comment: 'Rule 5: bullmq and ioredis only in platform/jobs/bullmq.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/api/src/platform/jobs/bullmq/' },
      to: { path: 'node_modules/(bullmq|ioredis)/' },
    },
    {
      name: 'database-drivers-only-in-platform-database',
      comment: 'Rule 6: drivers only in platform/database.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/api/src/platform/database/' },
      to: { path: 'node_modules/(mysql2|libsql|better-sqlite3)/' },
    },
    {
      name: 'typeorm-only-in-persistence',
      comment:
        'Rule 6: a use case sees entities and repositories, and of typeorm at most the EntityManager type it hands on.',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: ['^apps/api/src/platform/', '\\.(entity|repository|query)\\.ts$', SPECS],
      },
      to: { path: 'node_modules/typeorm/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/', pathNot: [SPECS, '/testing/'] },
      to: { path: ['^test/', SPECS, '/testing/'] },
    },
    {
      name: 'no-undeclared-dependency',
      comment: 'What is imported stands in a package.json; a tool of development is not needed at run time.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/', pathNot: [SPECS, '/testing/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-unresolvable',
      comment:
        'An import that is not found would escape every other rule. The launcher prepares the build that it imports.',
      severity: 'error',
      from: { pathNot: '^apps/api/bin/jixiao\\.mjs$' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing uses and that uses nothing is left over.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.gen\\.ts$', SPECS, '^apps/web/vite\\.config\\.ts$', '^apps/web/public/'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|libs)/[^/]+/(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['development', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
