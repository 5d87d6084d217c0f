/** One Jest run over every suite; `test/run.mjs` starts the services and chooses the projects. */
const swc = {
  swcrc: false, // the build's own settings leave tests out
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'es6' },
};
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  testEnvironmentOptions: { customExportConditions: ['development', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};
const suite = (displayName, rootDir, extra = {}) => ({
  ...shared,
  displayName,
  rootDir,
  testMatch: ['<rootDir>/**/*.spec.ts'],
  ...extra,
});

/** Suites that load the whole program: in the groups that `test/run.mjs` has written, where it has. */
const heavySuite = (displayName, rootDir) =>
  suite(displayName, rootDir, process.env.TEST_GROUPS === '1' ? { testMatch: ['<rootDir>/.groups/*.spec.ts'] } : {});

export default {
  reporters: ['default', '<rootDir>/test/support/plain-totals.cjs'],
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  testTimeout: 60_000,
  projects: [
    suite('domain', '<rootDir>/libs/domain/src'),
    suite('api-unit', '<rootDir>/apps/api/src'),
    suite('web-unit', '<rootDir>/apps/web/src', { testMatch: ['<rootDir>/**/*.spec.ts'] }),
    suite('architecture', '<rootDir>/test/architecture'),
    heavySuite('contract', '<rootDir>/test/contract'),
    heavySuite('api', '<rootDir>/test/api'),
    suite('faults', '<rootDir>/test/faults'),
    suite('web', '<rootDir>/test/web'),
    // Measured by `npm run bench` alone.
    ...(process.env.JIXIAO_BENCH
      ? [suite('bench', '<rootDir>/test/bench', { testMatch: ['<rootDir>/**/*.bench.ts'] })]
      : []),
  ],
};
