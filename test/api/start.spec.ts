import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answers, freePort } from '../support/product.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** With a build where the sources have changed since, and the demonstration, on a busy machine. */
const STARTING_MS = 110_000;

interface Started {
  readonly child: ChildProcess;
  readonly printed: { stdout: string; stderr: string };
  readonly ended: Promise<number | null>;
}

/** What `npm start` runs, from another folder than the project's. */
function start(env: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [path.join(ROOT, 'apps/api/bin/start.mjs')], {
    cwd: os.tmpdir(),
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', REDIS_URL: '', LOG_LEVEL: '', ...env },
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, printed, ended };
}

describe('npm start', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-start-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('serves, says where and with which accounts, and ends in order on Ctrl-C', async () => {
    const port = await freePort();
    const { child, printed, ended } = start({ PORT: String(port), DATA_DIR: folder });
    await Promise.race([answers(`http://127.0.0.1:${port}`, STARTING_MS), ended]);
    const signIn = await fetch(`http://127.0.0.1:${port}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ username: 'leader', password: 'Qinghe-2026' }),
    });
    const page = await fetch(`http://127.0.0.1:${port}/`);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect([signIn.status, page.status]).toEqual([200, 200]);
    expect(printed.stdout).toContain(`http://127.0.0.1:${port}`);
    expect(printed.stdout).toMatch(/finance +\S+ +周明/);
    expect(printed.stderr).not.toMatch(/error/i);
  }, 120_000);

  it('finds the demonstration there the second time, and starts empty where it is declined', async () => {
    const again = await freePort();
    const second = start({ PORT: String(again), DATA_DIR: folder });
    await Promise.race([answers(`http://127.0.0.1:${again}`, STARTING_MS), second.ended]);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(second.printed.stderr).not.toContain('Loading the demonstration');

    const port = await freePort();
    const empty = start({ PORT: String(port), DATA_DIR: path.join(folder, 'empty'), DEMO: '0' });
    await Promise.race([answers(`http://127.0.0.1:${port}`, STARTING_MS), empty.ended]);
    empty.child.kill('SIGTERM');
    expect(await empty.ended).toBe(0);
    expect(empty.printed.stdout).not.toContain('accounts');
  }, 120_000);

  it('says in one line that the port is taken, and which to try', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const { printed, ended } = start({ PORT: String(port), DATA_DIR: folder });
    expect(await ended).toBe(1);
    expect(printed.stderr.trim().split('\n')).toEqual([expect.stringContaining(`PORT=${port + 1} npm start`)]);
    await new Promise((resolve) => other.close(resolve));
  });

  it('says in one line what is wrong with a setting', async () => {
    const { printed, ended } = start({ PORT: 'eighty', DATA_DIR: folder });
    expect(await ended).toBe(1);
    expect(printed.stderr.trim().split('\n').at(-1)).toMatch(/^jixiao cannot start: PORT must be a whole number/);
  });

  it('refuses an old Node in one clear sentence', async () => {
    const prepare = path.join(ROOT, 'apps/api/bin/prepare.mjs');
    const { checkNode } = (await import(prepare)) as { checkNode(version: string): void };
    expect(() => checkNode('18.20.4')).toThrow(/needs Node 20\.19 or newer; this is 18\.20\.4/);
    expect(() => checkNode('20.18.3')).toThrow(/20\.18\.3/);
    for (const version of ['20.19.0', '22.0.0', '24.1.0']) expect(() => checkNode(version)).not.toThrow();
  });
});
