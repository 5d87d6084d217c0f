import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createApp } from '../../apps/api/src/create-app.js';
import { ENTITIES } from '../../apps/api/src/entities.js';
import type { ExportAccepted, ExportPage, ExportView } from '../../apps/api/src/features/exports/http/exports.dto.js';
import { PaperExport } from '../../apps/api/src/features/exports/persistence/paper-export.entity.js';
import { PaperForm } from '../../apps/api/src/features/exports/persistence/paper-form.entity.js';
import { Paper } from '../../apps/api/src/features/exports/persistence/paper.entity.js';
import { AddUser } from '../../apps/api/src/features/identity/index.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { StoredFile } from '../../apps/api/src/platform/files/stored-file.entity.js';
import { PASSWORD } from '../support/api.js';
import { until } from '../support/job-rig.js';
import { addLargeYear, type LargeYear } from '../support/large-year.js';
import { ProductSession } from '../support/product-session.js';
import { startProduct, startWorker, type RunningProduct } from '../support/product.js';
import { membersByPython } from '../support/python-zip.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const SIZE: LargeYear = { year: 2023, month: 6, projects: 400, indicatorsEach: 2 };
const FORMS = { kind: 'monitoringForm', year: SIZE.year, month: SIZE.month, format: 'xlsx' } as const;
const MINUTES = 60_000;

describeBackends('A process killed while it writes an export', (backend) => {
  let fresh: FreshConfig;
  let database: Database;
  /** Where there is Redis, jobs run in a process of their own, and that is the one that is killed. */
  let server: RunningProduct | null = null;
  let writer: Omit<RunningProduct, 'url'> | null = null;

  beforeEach(async () => {
    fresh = await freshConfig(backend);
    const app = await createApp(fresh.config, { http: false, runJobs: false });
    const add = { code: '001', name: '财政局', kind: 'financeBureau', parentCode: null, addedBy: 'system' } as const;
    const organisation = await app.get(AddOrganisation, { strict: false }).execute(add);
    await app.get(AddUser, { strict: false }).execute({
      username: 'finance',
      displayName: '财政',
      password: PASSWORD,
      roles: [{ role: 'financeReviewer', organisationCode: '001' }],
      addedBy: 'system',
    });
    await addLargeYear(app.get(UnitOfWork, { strict: false }), organisation.id, SIZE);
    await app.close();
    database = await openDatabase(fresh.config.database, ENTITIES, (error) => {
      throw error;
    });
  }, 2 * MINUTES);

  afterEach(async () => {
    await kill();
    await server?.stop('SIGKILL');
    server = null;
    await database.close();
    await fresh.cleanup();
  }, MINUTES);

  async function start(): Promise<ProductSession> {
    if (backend.database === 'sqlite') {
      server = await startProduct(fresh.env);
      writer = server;
    } else {
      server ??= await startProduct({ ...fresh.env, RUN_JOBS: 'false' });
      writer = startWorker(fresh.env);
    }
    return ProductSession.open(server.url, 'finance');
  }

  async function kill(): Promise<void> {
    await writer?.stop('SIGKILL');
    if (writer === server) server = null;
    writer = null;
  }

  const reader = () => database.unitOfWork.reader;
  const scratch = (): string[] => readdirSync(path.join(fresh.config.dataDir, 'tmp', 'exports'));

  it(
    'in its middle: started again, it gives out one whole archive, each paper of it once, and nothing of the first try',
    async () => {
      const before = await start();
      const asked = await before.post('/exports', FORMS);
      expect(asked.status).toBe(202);
      const { exportId, jobId } = (await asked.json()) as ExportAccepted;
      await until(async () => (await reader().countBy(Paper, { exportId })) > 0, 'papers are entered', MINUTES);
      await kill();
      const left = await reader().findBy(Paper, { exportId });
      expect(left.length).toBeLessThan(SIZE.projects);
      expect(scratch()).toEqual([`${exportId}-1`]);
      expect(await reader().findOneByOrFail(PaperExport, { id: exportId })).toMatchObject({ finishedAt: null });

      const session = await start();
      for (const { code } of left.slice(0, 1))
        await expect(session.get(`/papers/${code}`)).rejects.toThrow('answered 404');
      await session.succeeded(jobId, 'the export is written', 3 * MINUTES);
      const view = (await session.get(`/exports/${exportId}`)) as ExportView;
      const { projects } = SIZE;
      expect(view).toMatchObject({ state: 'finished', projects, papers: projects, done: projects, total: projects });
      expect(((await session.get('/exports')) as ExportPage).total).toBe(1);
      expect(scratch()).toEqual([]);

      const members = membersByPython(await session.bytes(`/exports/${exportId}/file`));
      expect(members.size).toBe(projects);
      const papers = await reader().find(Paper);
      expect(new Map(papers.map(({ file, sha256 }) => [file, sha256]))).toEqual(members);
      expect(papers).toHaveLength(projects);
      expect(await reader().count(PaperForm)).toBe(projects);
      expect(new Set(papers.map(({ code }) => code)).size).toBe(projects);
      // Codes of the first try were printed in a file that nobody has.
      const again = new Set(papers.map(({ code }) => code));
      expect(left.filter(({ code }) => again.has(code))).toEqual([]);
      expect(await reader().find(StoredFile)).toMatchObject([{ sha256: view.sha256, referenceCount: 1 }]);
    },
    6 * MINUTES,
  );
});
