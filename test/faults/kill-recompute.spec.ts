import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { createApp } from '../../apps/api/src/create-app.js';
import { AddUser } from '../../apps/api/src/features/identity/index.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { PASSWORD } from '../support/api.js';
import { until } from '../support/job-rig.js';
import { addLargeYear, type LargeYear } from '../support/large-year.js';
import { ProductSession } from '../support/product-session.js';
import { startProduct, type RunningProduct } from '../support/product.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const SIZE: LargeYear = { year: 2023, month: 6, projects: 4000, indicatorsEach: 2 };
const MINUTES = 60_000;

describeBackends('A killed process', (backend) => {
  let fresh: FreshConfig;
  let database: Database;
  let product: RunningProduct | null = null;

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
    await product?.stop('SIGKILL');
    product = null;
    await database.close();
    await fresh.cleanup();
  }, MINUTES);

  const lightCount = (): Promise<number> => database.unitOfWork.reader.count(ProjectLight);
  const indicatorCount = async (): Promise<number> =>
    (await database.unitOfWork.reader.find(ProjectLight)).reduce((sum, { indicators }) => sum + indicators.length, 0);
  const parts = (parentId: string): Promise<JobRun[]> => database.unitOfWork.reader.findBy(JobRun, { parentId });

  /** What was judged of each project, without when and under which row id. */
  const judgement = async (): Promise<ReadonlyMap<string, string>> => {
    const rows = await database.unitOfWork.reader.find(ProjectLight);
    return new Map(
      rows.map((row) => [row.projectId, JSON.stringify([row.light, row.reason, row.gapToPlan, row.inputs])]),
    );
  };

  const killInTheMiddle = async (jobId: string, session: ProductSession): Promise<void> => {
    await until(
      async () => {
        const { done, total } = await session.job(jobId);
        return done > 0 && done < total;
      },
      'the recompute is in its middle',
      MINUTES,
    );
    await product?.stop('SIGKILL');
  };

  it(
    'in the middle of a round’s recompute: started again, it finishes the round with nothing lost or doubled',
    async () => {
      product = await startProduct(fresh.env);
      const before = await ProductSession.open(product.url, 'finance');
      const jobId = await before.recompute(SIZE.year, SIZE.month);
      await killInTheMiddle(jobId, before);
      const half = await lightCount();
      expect(half).toBeGreaterThan(0);
      expect(half).toBeLessThan(SIZE.projects);

      product = await startProduct(fresh.env);
      const session = await ProductSession.open(product.url, 'finance');
      await session.succeeded(jobId, 'the round is finished', 2 * MINUTES);
      expect(await session.job(jobId)).toMatchObject({ done: SIZE.projects, total: SIZE.projects });
      expect(await lightCount()).toBe(SIZE.projects);
      expect(await indicatorCount()).toBe(SIZE.projects * SIZE.indicatorsEach);
      const chunks = await parts(jobId);
      expect(chunks.map(({ status }) => status)).toEqual(chunks.map(() => 'succeeded'));
      // Twice where the kill met a chunk at work, once where it fell between two; a finished chunk is never done again.
      expect(Math.max(...chunks.map(({ attempts }) => attempts))).toBeLessThanOrEqual(2);

      const recovered = await judgement();
      expect(recovered.size).toBe(SIZE.projects);
      const again = await session.recompute(SIZE.year, SIZE.month);
      await session.succeeded(again, 'it is judged anew', 2 * MINUTES);
      expect(await judgement()).toEqual(recovered);
      expect(await product.stop()).toBe(0);
      product = null;
    },
    6 * MINUTES,
  );
});
