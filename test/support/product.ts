import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../..');
const built = (file: string): string => path.join(ROOT, 'apps', 'api', 'dist', file);
const READY_MS = 30_000;

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (child: ChildProcess): Promise<CommandResult> =>
  new Promise((resolve, reject) => {
    const printed = { stdout: '', stderr: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...printed }));
  });

const environment = (env: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  // As in production but for the source maps: reading those of two thousand modules is about a fifth of each start.
  NODE_OPTIONS: '--max-old-space-size=768',
  ...env,
});

/** Runs an operator command of the built product to its end. */
export const jixiao = (env: Readonly<Record<string, string>>, ...args: string[]): Promise<CommandResult> =>
  run(spawn(process.execPath, [built('cli.js'), ...args], { cwd: ROOT, env: environment(env) }));

/** The same, but a refusal is an error of the test. */
export async function jixiaoDone(env: Readonly<Record<string, string>>, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await jixiao(env, ...args);
  if (code !== 0) throw new Error(`jixiao ${args.join(' ')} ended with ${code}: ${stderr}${stdout}`);
  return stdout;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

export interface RunningProduct {
  readonly url: string;
  readonly pid: number;
  /** Ends it as an operator would, and waits for the end. @returns its exit code */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const stopping =
  (child: ChildProcess, ended: Promise<CommandResult>): RunningProduct['stop'] =>
  async (signal = 'SIGTERM') => {
    child.kill(signal);
    return (await ended).code;
  };

/** Starts the built server on a free port and waits until it answers. */
export async function startProduct(env: Readonly<Record<string, string>>): Promise<RunningProduct> {
  const port = await freePort();
  const child = spawn(process.execPath, [built('main.js')], {
    cwd: ROOT,
    env: environment({ ...env, PORT: String(port) }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = run(child);
  const url = `http://127.0.0.1:${port}`;
  const outcome = await Promise.race([answers(url), ended]);
  if (outcome !== true) throw new Error(`The server ended at start: ${outcome.stderr}${outcome.stdout}`);
  return { url, pid: child.pid ?? 0, stop: stopping(child, ended) };
}

/** Starts a built worker beside a server; `stop` as for the server. Its jobs wait until it is ready. */
export function startWorker(env: Readonly<Record<string, string>>): Omit<RunningProduct, 'url'> {
  const child = spawn(process.execPath, [built('worker.js')], {
    cwd: ROOT,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = run(child);
  return { pid: child.pid ?? 0, stop: stopping(child, ended) };
}

/** Resolves when `/api/health` says that the program serves. */
export async function answers(url: string, withinMs = READY_MS): Promise<true> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const ready = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return true;
    await sleep(50);
  }
  throw new Error(`${url} does not answer`);
}
