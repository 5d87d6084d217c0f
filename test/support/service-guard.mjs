/**
 * Keeps one server process of the tests: starts it, and ends it and removes its folder as soon as the pipe from the
 * test run closes. A test run that is killed closes the pipe as well, so no server is ever left behind.
 *
 * Arguments: one JSON object {command, args, folder, log, stop?}; `stop` is a command that ends what the server's own
 * process does not (a container).
 */
import { spawn, spawnSync } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';

const { command, args, folder, log, stop } = JSON.parse(process.argv[2]);
const output = openSync(log, 'a');
const server = spawn(command, args, { stdio: ['ignore', output, output] });
let ended = false;

function end(code) {
  if (ended) return;
  ended = true;
  server.kill('SIGKILL');
  if (stop) spawnSync(stop.command, stop.args, { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}

server.once('error', (error) => {
  process.stdout.write(`${error.message}\n`, () => end(1));
});
server.once('exit', (code, signal) => {
  if (!ended) process.stdout.write(`${command} ended by itself (${signal ?? code})\n`, () => end(1));
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => end(0));
process.stdin.on('end', () => end(0)).resume();
