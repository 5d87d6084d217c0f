/**
 * MariaDB and Redis for the tests, from the first of: given addresses (TEST_MYSQL_URL, TEST_REDIS_URL); server programs
 * on this machine, started as private instances in a temporary folder on free ports; a Docker engine; on Debian as root,
 * apt. Plain Node: `test/run.mjs` calls it before anything is compiled and passes the addresses on by environment.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '../../apps/api/bin/prepare.mjs';
import { aptInstall, canUseApt, dockerAnswers, findProgram } from './server-programs.mjs';

const GUARD = fileURLToPath(new URL('./service-guard.mjs', import.meta.url));
const MARIADB = ['mariadbd', 'mysqld'];
const REDIS = ['redis-server', 'valkey-server'];
/** Prints the official forms as an independent reader; without it those tests are left out. */
const OFFICE = ['soffice', 'libreoffice'];
const OFFICE_PACKAGES = ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'];
const READY_MS = 120_000;

/** The services cannot be had here; the message is the one line that a person sees. */
export class NoServices extends CannotStart {}

/**
 * @typedef {{ url: string, stop: () => Promise<void> }} Service
 * @typedef {{ mysqlUrl: string | null, redisUrl: string | null, skipped: boolean,
 *   env: Record<string, string>, stop: () => Promise<void> }} Services
 */

/**
 * @param {(line: string) => void} [say] told what takes long
 * @returns {Promise<Services>} both addresses null where SKIP_SERVICES=1; `stop` ends what was started here
 * @throws NoServices where none of the ways works
 */
export async function startServices(say = (line) => void process.stderr.write(`${line}\n`)) {
  if (process.env.SKIP_SERVICES === '1') {
    return { mysqlUrl: null, redisUrl: null, skipped: true, env: {}, stop: async () => undefined };
  }
  obtainOffice(say);
  const given = { mysql: process.env.TEST_MYSQL_URL, redis: process.env.TEST_REDIS_URL };
  if (!given.mysql || !given.redis) obtainPrograms(given, say);
  const starting = await Promise.allSettled([
    given.mysql ? givenService(given.mysql) : startMariaDb(),
    given.redis ? givenService(given.redis) : startRedis(),
  ]);
  const started = starting.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const stop = async () => void (await Promise.all(started.map((service) => service.stop())));
  const failed = starting.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const [mysqlUrl, redisUrl] = started.map((service) => service.url);
  return { mysqlUrl, redisUrl, skipped: false, env: { TEST_MYSQL_URL: mysqlUrl, TEST_REDIS_URL: redisUrl }, stop };
}

/** @param {string} url */
const givenService = async (url) => ({ url, stop: async () => undefined });

/** Makes sure that what was not given can be started, or says in one line what to install. */
function obtainPrograms(given, say) {
  const missing = missingPackages(given);
  if (missing.length === 0 || dockerAnswers()) return;
  if (!canUseApt()) {
    throw new NoServices(
      `The tests need ${missing.join(' and ')}: install them (on Debian: apt-get install ${missing.join(' ')}), or set TEST_MYSQL_URL and TEST_REDIS_URL, or SKIP_SERVICES=1 to leave these tests out.`,
    );
  }
  aptInstall(missing, say);
  const still = missingPackages(given);
  if (still.length > 0)
    throw new NoServices(`apt installed ${still.join(' and ')}, but the server program is not there.`);
}

/** Only where it can be had at once: what it reads is read by another reader as well. */
function obtainOffice(say) {
  if (process.env.LIBREOFFICE || findProgram(OFFICE) || !canUseApt()) return;
  try {
    aptInstall(OFFICE_PACKAGES, say);
  } catch (error) {
    say(`LibreOffice could not be installed, tests that need it are left out: ${error.message}`);
  }
}

function missingPackages(given) {
  const missing = [];
  if (!given.mysql && !findProgram(MARIADB)) missing.push('mariadb-server');
  if (!given.redis && !findProgram(REDIS)) missing.push('redis-server');
  return missing;
}

/** @returns {Promise<Service>} */
async function startMariaDb() {
  const program = findProgram(MARIADB);
  const port = await freePort();
  const url = `mysql://root@127.0.0.1:${port}/test`;
  if (!program) {
    const image = ['-e', 'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD=1', '-e', 'MARIADB_ROOT_HOST=%', 'mariadb:10.11'];
    return guarded(dockerRun(port, 3306, image), port, url, greetsAsMySql);
  }
  const folder = temporaryFolder('mariadb');
  const data = path.join(folder, 'data');
  prepareData(program, data, folder);
  const args = [
    '--no-defaults',
    `--datadir=${data}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--socket=${path.join(folder, 's')}`,
    `--pid-file=${path.join(folder, 'pid')}`,
    // The data live for one run, so nothing waits for the disk: a migration is mostly waiting for it.
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-flush-method=nosync',
    '--innodb-doublewrite=0',
    '--innodb-buffer-pool-size=128M',
    '--max-connections=300',
    ...(program.endsWith('mysqld') ? [] : ['--sync-frm=0', '--innodb-log-file-size=8M', '--skip-name-resolve']),
    ...asRoot(),
    ...furtherOptions(),
  ];
  return guarded({ command: program, args, folder }, port, url, greetsAsMySql);
}

/** For measurements of large data: `TEST_MARIADB_OPTIONS="--innodb-buffer-pool-size=2G"`; the last of the same name counts. */
const furtherOptions = () => (process.env.TEST_MARIADB_OPTIONS ?? '').split(' ').filter((option) => option !== '');

const asRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : []);

/** An empty data directory whose root needs no password; it listens on the loopback only and lives for one run. */
function prepareData(program, data, folder) {
  const installer = findProgram(['mariadb-install-db', 'mysql_install_db']);
  const [command, args] = installer
    ? [
        installer,
        [
          '--no-defaults',
          '--auth-root-authentication-method=normal',
          '--skip-test-db',
          '--skip-name-resolve',
          `--datadir=${data}`,
          '--innodb-log-file-size=8M',
          ...asRoot(),
        ],
      ]
    : [program, ['--no-defaults', '--initialize-insecure', `--datadir=${data}`, ...asRoot()]];
  const { status, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new NoServices(`${command} failed: ${`${stdout}\n${stderr}`.trim().split('\n').slice(-3).join(' ')}`);
}

/** @returns {Promise<Service>} */
async function startRedis() {
  const program = findProgram(REDIS);
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}/0`;
  if (!program) return guarded(dockerRun(port, 6379, ['redis:7']), port, url, answersAsRedis);
  const folder = temporaryFolder('redis');
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  return guarded({ command: program, args, folder }, port, url, answersAsRedis);
}

function dockerRun(port, inner, image) {
  const command = findProgram(['docker']);
  const name = `jixiao-test-${randomBytes(6).toString('hex')}`;
  const args = ['run', '--rm', '--name', name, '-p', `127.0.0.1:${port}:${inner}`, ...image];
  return { command, args, folder: temporaryFolder('docker'), stop: { command, args: ['rm', '-f', name] } };
}

/** Starts a server under its guard and waits until it answers. */
async function guarded(server, port, url, isReady) {
  const log = path.join(server.folder, 'log');
  const guard = spawn(process.execPath, [GUARD, JSON.stringify({ ...server, log })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let lastWords = '';
  guard.stdout.on('data', (chunk) => (lastWords += chunk));
  const ended = new Promise((resolve) => guard.once('close', resolve));
  // Neither the guard nor its pipes keep the test run alive; when the run ends, the pipe closes and the guard acts.
  for (const handle of [guard, guard.stdin, guard.stdout]) handle.unref();
  const stop = async () => {
    guard.ref();
    guard.stdin.end();
    await ended;
  };
  const deadline = Date.now() + READY_MS;
  while (!(await isReady(port))) {
    if (guard.exitCode === null && Date.now() < deadline) {
      await sleep(50);
      continue;
    }
    const why = lastWords.trim() || 'it did not answer in time';
    const tail = tailOf(log);
    await stop();
    throw new NoServices(`${path.basename(server.command)} could not be started: ${why} ${tail}`.trim());
  }
  return { url, stop };
}

function tailOf(log) {
  try {
    return readFileSync(log, 'utf8').trim().split('\n').slice(-2).join(' ');
  } catch {
    return '';
  }
}

const temporaryFolder = (name) => mkdtempSync(path.join(os.tmpdir(), `jixiao-${name}-`));

/** @returns {Promise<number>} */
async function freePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  await new Promise((resolve) => probe.close(() => resolve(undefined)));
  return port;
}

/** The server's first packet holds a protocol number, 10; a port that only accepts is not ready. */
const greetsAsMySql = (port) => exchange(port, null, (answer) => answer.length > 5 && answer[4] === 10);
const answersAsRedis = (port) => exchange(port, 'PING\r\n', (answer) => answer.toString().startsWith('+PONG'));

/** @returns {Promise<boolean>} */
function exchange(port, request, isRight) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
    socket.once('data', (answer) => settle(isRight(answer)));
    if (request) socket.write(request);
  });
}
