/**
 * What `npm start`, `npm run jixiao` and `npm test` do before anything else: see that Node is new enough, that what the
 * lockfile says is installed, and that the build is not older than the sources. Plain Node, no dependency: it runs on a
 * fresh clone before anything is installed. Says what it does on standard error, never on standard output.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const at = (...parts) => path.join(ROOT, ...parts);
const OLDEST_NODE = [20, 19];
const OUTPUTS = ['apps/api/dist/main.js', 'apps/web/dist/index.html', 'libs/domain/dist/index.js'];
const NOT_SOURCES = new Set(['dist', 'node_modules', 'coverage', 'data', 'bin']);
const STAMP = at('.cache', 'built.txt');
const LOCK = at('.cache', 'prepare.lock');
/** Between making the lock and writing its owner into it. */
const JUST_MADE_MS = 2_000;

/** A refusal that a person can act on: its message is the one line they see. */
export class CannotStart extends Error {}

export const say = (line) => process.stderr.write(`${line}\n`);

/** Prints the one line of a refusal, or the whole of an unexpected error, and ends with 1. */
export function endWith(error) {
  say(error instanceof CannotStart ? error.message : (error?.stack ?? String(error)));
  process.exit(1);
}

/** @throws CannotStart where this Node is older than the product supports. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new CannotStart(
    `jixiao needs Node ${OLDEST_NODE.join('.')} or newer; this is ${version}. Install it from https://nodejs.org and try again.`,
  );
}

/** Compares contents, not dates: a checkout changes dates, and an interrupted install leaves no hidden lockfile. */
export function isInstalled() {
  const [wanted, present] = [at('package-lock.json'), at('node_modules', '.package-lock.json')].map(packagesOf);
  if (!present) return false;
  return Object.entries(wanted ?? {}).every(([where, entry]) => {
    if (!where.includes('node_modules/') || entry.link || entry.optional || entry.peer) return true;
    return present[where]?.version === entry.version;
  });
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

/** One line for everything the build reads: names, sizes and times of all sources. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (file) => {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(ROOT, file)} ${size} ${mtimeMs}\n`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!NOT_SOURCES.has(entry.name)) walk(file);
      } else if (!entry.name.endsWith('.spec.ts')) add(file);
    }
  };
  for (const folder of ['apps', 'libs']) walk(at(folder));
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.base.json', 'nx.json']) add(at(file));
  return hash.digest('hex');
}

export function isBuilt() {
  if (!OUTPUTS.every((file) => existsSync(at(file)))) return false;
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();
}

/** Installs where needed; a second process that wants the same waits for the first. */
export async function prepareInstall() {
  checkNode();
  if (!isInstalled()) await alone(async () => (isInstalled() ? undefined : install()));
}

/** Installs and builds where needed. */
export async function prepare() {
  await prepareInstall();
  if (!isBuilt()) await alone(async () => (isBuilt() ? undefined : build()));
}

async function alone(work) {
  const release = await takeLock();
  try {
    await work();
  } finally {
    release();
  }
}

async function install() {
  say('Installing the packages of the lockfile; once, about a minute …');
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, [process.env.npm_execpath]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  await runQuietly(npm[0], [...npm[1], 'ci', '--no-audit', '--no-fund'], 'npm ci');
}

async function build() {
  say('Building …');
  const nx = at('node_modules', 'nx', 'dist', 'bin', 'nx.js');
  await runQuietly(process.execPath, [nx, 'run-many', '-t', 'build'], 'The build');
  writeFileSync(STAMP, fingerprint());
}

/** Runs a command and shows what it printed only where it fails. */
async function runQuietly(command, args, title) {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
  const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  say(Buffer.concat(printed).toString('utf8').trimEnd());
  throw new CannotStart(`${title} failed (exit code ${code}); what it printed is above.`);
}

/** The lock names its owner, so one that was left by a killed process is seen and taken over at once. */
async function takeLock() {
  mkdirSync(at('.cache'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      return () => rmSync(LOCK, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (ownerLives()) await sleep(200);
    else rmSync(LOCK, { force: true });
  }
}

function ownerLives() {
  const lock = statSync(LOCK, { throwIfNoEntry: false });
  if (!lock) return false;
  const owner = Number(readFileSync(LOCK, 'utf8'));
  if (!(owner > 0)) return Date.now() - lock.mtimeMs < JUST_MADE_MS;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
