/** Finds server programs, or has Debian install them. Plain Node: it runs before anything is compiled. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where servers live that an ordinary user's PATH leaves out. */
const MORE_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/usr/local/mysql/bin', '/opt/homebrew/bin'];

/**
 * @param {readonly string[]} names in order of preference
 * @returns {string | null} the full path of the first that is there
 */
export function findProgram(names) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean), ...MORE_FOLDERS];
  for (const name of names) {
    const found = folders.map((folder) => path.join(folder, name)).find(isExecutable);
    if (found) return found;
  }
  return null;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether a Docker engine answers, not only whether the client is there. */
export function dockerAnswers() {
  const docker = findProgram(['docker']);
  if (!docker) return false;
  return (
    spawnSync(docker, ['info', '--format', '{{.ServerVersion}}'], { timeout: 5_000, stdio: 'ignore' }).status === 0
  );
}

export const canUseApt = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && findProgram(['apt-get']) !== null;

/**
 * Installs Debian packages without starting their services.
 * @param {readonly string[]} packages
 * @param {(line: string) => void} say
 */
export function aptInstall(packages, say) {
  say(`Installing ${packages.join(' and ')} by apt for the tests …`);
  const restore = forbidServiceStart();
  try {
    apt(['update']);
    apt(['install', '-y', '--no-install-recommends', ...packages]);
  } finally {
    restore();
  }
}

/** @param {readonly string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args];
  const { status, stderr, stdout } = spawnSync('apt-get', options, { env, encoding: 'utf8' });
  if (status === 0) return;
  const last = `${stderr}\n${stdout}`.trim().split('\n').slice(-3).join(' ');
  throw new Error(`apt-get ${args[0]} failed: ${last}`);
}

/** Debian starts a service when its package is installed unless this file says otherwise. */
function forbidServiceStart() {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return () => undefined;
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => rmSync(policy, { force: true });
}
