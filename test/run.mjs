/**
 * `npm test`: installs what is missing, starts MariaDB and Redis, builds, and runs everything: the checks (types, lint,
 * format, architecture), then all Jest projects. The last line totals all of it: `N passed, N failed[, N skipped]`.
 *
 *   npm test                          everything
 *   npm test -- domain api            only these (checks, or Jest projects)
 *   npm test -- api -t 'locked'       further arguments go to Jest
 *   SKIP_SERVICES=1 npm test          without MariaDB and Redis
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CannotStart, prepare, prepareInstall, ROOT, say } from '../apps/api/bin/prepare.mjs';

/** Fast ones first: a broken rule shows before a database has started its first test. */
const PURE = ['domain', 'api-unit', 'web-unit', 'architecture'];
/** One more than cores: a suite that walks a browser or waits for a job leaves its core idle for a third of the time. */
const WAITING_WORKERS = '3';
const WITH_SERVICES = ['contract', 'api', 'faults', 'web'];
/** The longest first: two run at a time. */
const CHECKS = {
  lint: [['eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  typecheck: [
    ['nx/dist/bin/nx.js', 'run-many', '-t', 'typecheck'],
    ['typescript/bin/tsc', '-p', 'test/tsconfig.json', '--noEmit'],
  ],
  format: [['prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn']],
  architecture: [
    ['dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'apps', 'libs'],
  ],
};

const totals = { passed: 0, failed: 0, skipped: 0 };
const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
const children = new Set();

/** Runs one of the installed tools. @returns its exit code, and what it printed unless it prints for itself. */
async function tool([entry, ...args], { show, nodeOptions = [], extra = {} } = {}) {
  const file = path.join(ROOT, 'node_modules', entry);
  const child = spawn(process.execPath, [...nodeOptions, file, ...args], {
    cwd: ROOT,
    env: { ...env, ...extra },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  children.add(child);
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  children.delete(child);
  return { code, output: Buffer.concat(printed).toString('utf8') };
}

/** One check counts as one test; what it printed is shown only where it fails. */
async function check(name) {
  const started = Date.now();
  let failure = null;
  for (const command of CHECKS[name]) {
    const { code, output } = await tool(command);
    if (code !== 0) failure = `${failure ?? ''}${output}`;
  }
  totals[failure === null ? 'passed' : 'failed'] += 1;
  if (failure !== null) say(failure.trimEnd());
  say(`${failure === null ? '✓' : '✕'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

async function jest(projects, workers, args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-totals-'));
  const file = path.join(folder, 'totals.json');
  const nodeOptions = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const { code } = await tool(['jest/bin/jest.js', '--selectProjects', ...projects, '-w', workers, ...args], {
    show: true,
    nodeOptions,
    extra: { JIXIAO_TOTALS: file },
  });
  const counted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
  rmSync(folder, { recursive: true, force: true });
  for (const key of Object.keys(totals)) totals[key] += counted[key];
  if (code !== 0 && counted.failed === 0) totals.failed += 1; // Jest itself failed: that is no success either
}

/** Names before the first option choose what runs; the rest is for Jest. */
function readArguments(argv) {
  const known = [...Object.keys(CHECKS), ...PURE, ...WITH_SERVICES, 'checks'];
  const firstOther = argv.findIndex((arg) => !known.includes(arg));
  const names = firstOther === -1 ? argv : argv.slice(0, firstOther);
  const rest = argv.slice(names.length);
  const chosen = (all) => (names.length === 0 ? all : all.filter((name) => names.includes(name)));
  const checks = names.includes('checks') ? Object.keys(CHECKS) : rest.length > 0 ? [] : chosen(Object.keys(CHECKS));
  return { checks, pure: chosen(PURE), withServices: chosen(WITH_SERVICES), rest };
}

async function run({ checks, pure, withServices, rest }) {
  const waiting = [...checks];
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await check(name);
  };
  await Promise.all([lane(), lane()]);
  if (pure.length > 0) await jest(pure, '2', rest);
  if (withServices.length === 0) return;
  const services = await builtAndServed();
  Object.assign(env, services.env);
  const { makeMigratedDatabases } = await import('./support/migrated-database.mjs');
  const migrated = await makeMigratedDatabases(services.mysqlUrl);
  removeMigrated = migrated.remove;
  Object.assign(env, migrated.env);
  if (rest.length === 0) {
    removeGroups = (await import('./support/test-groups.mjs')).writeTestGroups();
    env.TEST_GROUPS = '1';
  }
  if (withServices.includes('web')) (await import('./support/browser-files.mjs')).prepareBrowser();
  await jest(withServices, WAITING_WORKERS, rest);
}

/** Builds, and starts the services meanwhile. */
async function builtAndServed() {
  const { startServices } = await import('./support/start-services.mjs');
  const [starting, building] = await Promise.allSettled([startServices(), prepare()]);
  if (starting.status === 'rejected') throw starting.reason;
  stopServices = starting.value.stop;
  if (building.status === 'rejected') throw building.reason;
  return starting.value;
}

let stopServices = async () => {};
let removeMigrated = () => {};
let removeGroups = () => {};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
    removeGroups();
    void stopServices().finally(() => process.exit(130));
  });

const started = Date.now();
try {
  await prepareInstall();
  await run(readArguments(process.argv.slice(2)));
} catch (error) {
  const expected = error instanceof CannotStart || error?.constructor?.name === 'NoServices';
  say(expected ? error.message : (error?.stack ?? String(error)));
  totals.failed += 1;
}
await stopServices();
removeMigrated();
removeGroups();
say(`\nTook ${Math.round((Date.now() - started) / 1000)} s.`);
if (process.env.SKIP_SERVICES === '1') say('SKIP_SERVICES: what needs MariaDB and Redis was skipped.');
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
