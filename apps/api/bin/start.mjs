/**
 * `npm start`: installs and builds what is missing, migrates, loads the demonstration data once where nothing is
 * configured, serves, and says where. Settings are those of the README; `DEMO=1` asks for the demonstration data on a
 * configured database too, `DEMO=0` declines them.
 */
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

/** The embedded default shows the demonstration unless declined; a configured database only when asked. */
const wantsDemonstration = () =>
  process.env.DEMO ? !['0', 'false', 'no'].includes(process.env.DEMO) : !process.env.DATABASE_URL;

/** In the server's own process, before it listens: one start instead of two, and nobody sees half a county. */
async function serveWithDemonstration() {
  const { serve } = await import(dist('serve.js'));
  if (!wantsDemonstration()) {
    await serve();
    return [];
  }
  const { LoadDemonstration } = await import(dist('features/demo/index.js'));
  let accounts = [];
  await serve(async (app) => {
    const demonstration = app.get(LoadDemonstration, { strict: false });
    if (!(await demonstration.isPresent())) say('Loading the demonstration data; once, some seconds …');
    ({ accounts } = await demonstration.run({ once: true }));
  });
  return accounts;
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
  process.setSourceMapsEnabled(true);
  const { failStart } = await import(dist('fail-start.js'));
  announce(await serveWithDemonstration().catch(failStart));
} catch (error) {
  endWith(error);
}
