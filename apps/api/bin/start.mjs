/**
 * `npm start`: installs and builds what is missing, migrates, loads the demonstration data once where nothing is
 * configured, serves, and says where. Settings are those of the README; `DEMO=1` asks for the demonstration data on a
 * configured database too, `DEMO=0` declines them.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { CannotStart, endWith, prepare, ROOT, say } from './prepare.mjs';

const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 3000);
const dist = (file) => path.join(ROOT, 'apps', 'api', 'dist', file);

/** Found out before a long install, and in one line instead of a stack. */
async function refuseBusyPort() {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return; // the settings' own check says what is wrong
  const probe = createServer();
  await new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(port, host, resolve);
  }).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new CannotStart(
      `Port ${port} on ${host} is in use. Stop the other program, or choose another: PORT=${port + 1} npm start`,
    );
  });
  await new Promise((resolve) => probe.close(resolve));
}

/** Runs an operator command in a process of its own and gives its standard output. */
async function jixiao(...args) {
  const child = spawn(process.execPath, ['--enable-source-maps', dist('cli.js'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = [];
  child.stdout.on('data', (chunk) => printed.push(chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new CannotStart(`Stopped: "jixiao ${args.join(' ')}" failed (exit code ${code}).`);
  return Buffer.concat(printed).toString('utf8');
}

/** The embedded default shows the demonstration unless declined; a configured database only when asked. */
const wantsDemonstration = () =>
  process.env.DEMO ? !['0', 'false', 'no'].includes(process.env.DEMO) : !process.env.DATABASE_URL;

/** @returns the demonstration accounts that exist in this database, none where it holds other data. */
async function loadDemonstration() {
  say('Looking after the demonstration data …');
  return JSON.parse(await jixiao('demo', 'load', '--once', '--json')).accounts;
}

function announce(accounts) {
  const shown = host.includes(':') ? `[${host}]` : host;
  const lines = ['', `jixiao is running: http://${shown}:${port}`];
  if (accounts.length > 0) {
    lines.push('', 'Demonstration accounts (user name, password, who):');
    for (const { username, password, displayName, role } of accounts)
      lines.push(`  ${username.padEnd(18)} ${password}   ${displayName} (${role})`);
    if (!['127.0.0.1', 'localhost', '::1'].includes(host))
      lines.push('', 'These passwords are public: anybody who reaches this address can sign in with them.');
  }
  process.stdout.write(`${[...lines, '', 'Ctrl-C stops it.'].join('\n')}\n`);
}

try {
  process.chdir(ROOT);
  process.env.LOG_LEVEL ||= 'warn';
  await refuseBusyPort();
  await prepare();
  await jixiao('migrate');
  const accounts = wantsDemonstration() ? await loadDemonstration() : [];
  process.setSourceMapsEnabled(true);
  await import(dist('main.js'));
  announce(accounts);
} catch (error) {
  endWith(error);
}
