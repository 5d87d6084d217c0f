import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createApp } from '../../apps/api/src/create-app.js';
import { ENTITIES } from '../../apps/api/src/entities.js';
import type { ImportUploadView, UploadAccepted } from '../../apps/api/src/features/imports/http/uploads.dto.js';
import { AddUser } from '../../apps/api/src/features/identity/index.js';
import { ImportProject } from '../../apps/api/src/features/imports/persistence/import-project.entity.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import { Indicator } from '../../apps/api/src/features/targets/persistence/indicator.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { PASSWORD } from '../support/api.js';
import { flatCsv } from '../support/flat-csv.js';
import { until } from '../support/job-rig.js';
import { startProduct, type RunningProduct } from '../support/product.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const PROJECTS = 6000;
const EACH = 5;
const MINUTES = 60_000;

interface Job {
  readonly status: string;
  readonly done: number;
  readonly total: number;
}

/** A session with the running product over HTTP. */
class Session {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async open(url: string): Promise<Session> {
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'finance', password: PASSWORD }),
    });
    return new Session(url, (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '');
  }

  async ask<T>(route: string, init: RequestInit = {}): Promise<T> {
    const response = await fetch(`${this.url}/api${route}`, { ...init, headers: { cookie: this.cookie } });
    if (!response.ok) throw new Error(`${route} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  send(text: string): Promise<UploadAccepted> {
    const form = new FormData();
    form.append('year', '2023');
    form.append('files', new Blob([text]), 'all.csv');
    return this.ask('/imports', { method: 'POST', body: form });
  }

  job = (id: string): Promise<Job> => this.ask(`/jobs/${id}`);
  upload = (id: string): Promise<ImportUploadView> => this.ask(`/imports/uploads/${id}`);
}

describeBackends('A process killed while it imports', (backend) => {
  let fresh: FreshConfig;
  let database: Database;
  let product: RunningProduct | null = null;

  beforeEach(async () => {
    fresh = await freshConfig(backend);
    const app = await createApp(fresh.config, { http: false, runJobs: false });
    const root = { code: '001', name: '财政局', kind: 'financeBureau', parentCode: null, addedBy: 'system' } as const;
    await app.get(AddOrganisation, { strict: false }).execute(root);
    await app.get(AddUser, { strict: false }).execute({
      username: 'finance',
      displayName: '财政',
      password: PASSWORD,
      roles: [{ role: 'financeReviewer', organisationCode: '001' }],
      addedBy: 'system',
    });
    await app.close();
    database = await openDatabase(fresh.config.database, ENTITIES, (error) => {
      throw error;
    });
  }, 2 * MINUTES);

  afterEach(async () => {
    await product?.stop('SIGKILL');
    product = null;
    await database.close();
    await fresh.cleanup();
  }, MINUTES);

  const started = async (): Promise<Session> => {
    product = await startProduct(fresh.env);
    return Session.open(product.url);
  };
  const succeeded = (session: Session, jobId: string): Promise<void> =>
    until(async () => (await session.job(jobId)).status === 'succeeded', 'the job is done', 3 * MINUTES);
  const count = (entity: typeof ImportProject | typeof Project | typeof Indicator): Promise<number> =>
    database.unitOfWork.reader.count(entity);

  it(
    'leaves nothing half-read and nothing half-saved: started again, it reads, and saves, the whole of it once',
    async () => {
      const before = await started();
      const { uploadId, jobId } = await before.send(flatCsv(20, PROJECTS, EACH));
      await until(async () => (await count(ImportProject)) > 0, 'it is staging', 2 * MINUTES);
      await product?.stop('SIGKILL');
      expect(await count(ImportProject)).toBeLessThan(PROJECTS);

      const reading = await started();
      await succeeded(reading, jobId);
      const shown = await reading.upload(uploadId);
      expect(shown).toMatchObject({ status: 'ready', counts: { new: PROJECTS, indicators: PROJECTS * EACH } });
      expect(await count(ImportProject)).toBe(PROJECTS);

      const confirmed = await reading.ask<{ jobId: string }>(`/imports/uploads/${uploadId}/confirm`, {
        method: 'POST',
      });
      await until(async () => (await reading.job(confirmed.jobId)).status === 'running', 'it is saving', MINUTES);
      await sleep(200);
      await product?.stop('SIGKILL');
      expect([await count(Project), await count(Indicator)]).toEqual([0, 0]);

      const saving = await started();
      await succeeded(saving, confirmed.jobId);
      expect((await saving.upload(uploadId)).status).toBe('saved');
      expect([await count(Project), await count(Indicator)]).toEqual([PROJECTS, PROJECTS * EACH]);
    },
    8 * MINUTES,
  );

  it(
    'stops where somebody cancels it: what was being read is given up, what was being saved can be confirmed again',
    async () => {
      const session = await started();
      const first = await session.send(flatCsv(20, PROJECTS, EACH));
      await until(async () => (await count(ImportProject)) > 0, 'it is staging', 2 * MINUTES);
      await session.ask(`/jobs/${first.jobId}/cancel`, { method: 'POST' });
      await until(async () => (await session.upload(first.uploadId)).status === 'discarded', 'it is given up', MINUTES);
      await until(async () => (await count(ImportProject)) === 0, 'nothing is left', MINUTES);

      const second = await session.send(flatCsv(20, PROJECTS, EACH));
      await succeeded(session, second.jobId);
      const confirm = () =>
        session.ask<{ jobId: string }>(`/imports/uploads/${second.uploadId}/confirm`, { method: 'POST' });
      const { jobId } = await confirm();
      await until(async () => (await session.job(jobId)).status === 'running', 'it is saving', MINUTES);
      await session.ask(`/jobs/${jobId}/cancel`, { method: 'POST' });
      await until(async () => (await session.job(jobId)).status === 'cancelled', 'it has stopped', MINUTES);
      expect(await count(Project)).toBe(0);
      expect((await session.upload(second.uploadId)).status).toBe('ready');
      await succeeded(session, (await confirm()).jobId);
      expect(await count(Project)).toBe(PROJECTS);
    },
    8 * MINUTES,
  );
});
