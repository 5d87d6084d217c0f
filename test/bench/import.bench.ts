import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createApp } from '../../apps/api/src/create-app.js';
import type { ImportUploadView } from '../../apps/api/src/features/imports/http/uploads.dto.js';
import { AddUser } from '../../apps/api/src/features/identity/index.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import { cpuSecondsOf } from '../support/cpu-time.js';
import { PASSWORD } from '../support/api.js';
import { writeFlatSheet } from '../support/flat-sheet.js';
import { until } from '../support/job-rig.js';
import { startProduct, type RunningProduct } from '../support/product.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const SIZE = { units: 50, projects: 10_000, indicatorsEach: 10 };
const ROWS = SIZE.projects * SIZE.indicatorsEach;
const MOST_SECONDS = 30;
const MOST_MB = 512;
const MINUTES = 60_000;

describeBackends(`bench: importing a sheet of ${ROWS} indicators`, (backend) => {
  let folder: string;
  let file: string;
  let fresh: FreshConfig;
  let product: RunningProduct;
  let cookie: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-bench-'));
    file = path.join(folder, 'all.xlsx');
    await writeFlatSheet(file, SIZE);
    fresh = await freshConfig(backend);
    await addFinance(fresh);
    product = await startProduct(fresh.env);
    cookie = await signIn(product.url);
  }, 5 * MINUTES);
  afterAll(async () => {
    await product.stop();
    await fresh.cleanup();
    rmSync(folder, { recursive: true, force: true });
  });

  const asked = async <T>(route: string, init: RequestInit = {}): Promise<T> => {
    const response = await fetch(`${product.url}/api${route}`, { ...init, headers: { cookie } });
    if (!response.ok) throw new Error(`${route} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const ended = async (jobId: string): Promise<void> => {
    const isOver = async () =>
      ['succeeded', 'dead'].includes((await asked<{ status: string }>(`/jobs/${jobId}`)).status);
    await until(isOver, 'the job has ended', 5 * MINUTES);
  };
  const timed = async <T>(work: () => Promise<T>): Promise<[seconds: number, result: T]> => {
    const started = performance.now();
    const result = await work();
    return [(performance.now() - started) / 1000, result];
  };

  const send = async (): Promise<{ uploadId: string; jobId: string }> => {
    const form = new FormData();
    form.append('year', '2023');
    form.append('files', new Blob([readFileSync(file)]), 'all.xlsx');
    return asked('/imports', { method: 'POST', body: form });
  };

  it(
    `takes at most ${MOST_SECONDS} s and ${MOST_MB} MB`,
    async () => {
      const floor = await readBare(file);
      const idle = cpuSecondsOf(product.pid);
      const [reading, { uploadId }] = await timed(async () => {
        const accepted = await send();
        await ended(accepted.jobId);
        return accepted;
      });
      const shown = await asked<ImportUploadView>(`/imports/uploads/${uploadId}`);
      expect(shown).toMatchObject({ status: 'ready', counts: { new: SIZE.projects, indicators: ROWS, refused: 0 } });
      const [saving] = await timed(async () => {
        await ended((await asked<{ jobId: string }>(`/imports/uploads/${uploadId}/confirm`, { method: 'POST' })).jobId);
      });
      const saved = await asked<ImportUploadView>(`/imports/uploads/${uploadId}`);
      expect(saved.status).toBe('saved');
      const peak = peakMb(product.pid);
      const cpu = cpuSecondsOf(product.pid) - idle;
      const seconds = reading + saving;
      const [again, second] = await timed(async () => {
        const accepted = await send();
        await ended(accepted.jobId);
        return asked<ImportUploadView>(`/imports/uploads/${accepted.uploadId}`);
      });
      expect(second.counts).toMatchObject({ new: 0, changed: 0, unchanged: SIZE.projects });
      process.stdout.write(
        `import of ${ROWS} rows on ${backend.name}: ${seconds.toFixed(1)} s (reading and staging ${reading.toFixed(1)}, ` +
          `saving ${saving.toFixed(1)}), ${cpu.toFixed(1)} s of computing, peak ${peak} MB; floor, the library reading the file alone: ` +
          `${floor.seconds.toFixed(1)} s, ${floor.mb} MB; the same file again: ${again.toFixed(1)} s, ` +
          `peak ${peakMb(product.pid)} MB\n`,
      );
      expect(seconds).toBeLessThanOrEqual(MOST_SECONDS);
      expect(peak).toBeLessThanOrEqual(MOST_MB);
    },
    10 * MINUTES,
  );
});

async function addFinance(fresh: FreshConfig): Promise<void> {
  const app = await createApp(fresh.config, { http: false, runJobs: false });
  const root = { code: '001', name: '财政局', kind: 'financeBureau', parentCode: null, addedBy: 'system' } as const;
  await app.get(AddOrganisation, { strict: false }).execute(root);
  const roles = [{ role: 'financeReviewer', organisationCode: '001' }] as const;
  const person = { username: 'finance', displayName: '财政', password: PASSWORD, roles, addedBy: 'system' };
  await app.get(AddUser, { strict: false }).execute(person);
  await app.close();
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'finance', password: PASSWORD }),
  });
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

/** Most memory that a process has held at a time. */
const peakMb = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

const BARE = `
  import { readFileSync } from 'node:fs';
  import { readXlsx } from 'hucre/xlsx';
  const bytes = readFileSync(process.argv[1]);
  const started = performance.now();
  await readXlsx(bytes);
  const seconds = (performance.now() - started) / 1000;
  const mb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ seconds, mb }));
`;

/** What the library takes to read the file in a process that does nothing else. */
async function readBare(file: string): Promise<{ readonly seconds: number; readonly mb: number }> {
  const cwd = path.join(import.meta.dirname, '../../apps/api');
  const child = spawn(process.execPath, ['--input-type=module', '-e', BARE, file], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  await new Promise((resolve) => child.once('close', resolve));
  return JSON.parse(printed) as { seconds: number; mb: number };
}
