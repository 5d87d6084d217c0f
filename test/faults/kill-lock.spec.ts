import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createApp } from '../../apps/api/src/create-app.js';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { AddUser } from '../../apps/api/src/features/identity/index.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { RoundSealPart } from '../../apps/api/src/features/seals/persistence/round-seal-part.entity.js';
import { RoundSeal } from '../../apps/api/src/features/seals/persistence/round-seal.entity.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { PASSWORD } from '../support/api.js';
import { addLargeYear, type LargeYear } from '../support/large-year.js';
import { ProductSession } from '../support/product-session.js';
import { jixiaoDone, startProduct, type RunningProduct } from '../support/product.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const SIZE: LargeYear = { year: 2023, month: 6, projects: 1500, indicatorsEach: 5 };
const LOCK = `/rounds/${SIZE.year}/${SIZE.month}/lock`;
const MINUTES = 60_000;
/** The first kill comes so long after the request, each further one twice as long, until the round is locked. */
const FIRST_KILL_MS = 250;

describeBackends('A process killed while a round is locked and sealed', (backend) => {
  let fresh: FreshConfig;
  let database: Database;
  let product: RunningProduct | null = null;

  beforeAll(async () => {
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
    const session = await start();
    const jobId = await session.recompute(SIZE.year, SIZE.month);
    await session.succeeded(jobId, 'every project has its light', 2 * MINUTES);
  }, 4 * MINUTES);

  afterAll(async () => {
    await product?.stop('SIGKILL');
    await database.close();
    await fresh.cleanup();
  }, MINUTES);

  const start = async (): Promise<ProductSession> => {
    product ??= await startProduct(fresh.env);
    return ProductSession.open(product.url, 'finance');
  };

  /** Asks for the lock and kills the program after a while. @returns whether it answered that it is locked already */
  const lockAndKill = async (afterMs: number): Promise<boolean> => {
    const session = await start();
    let answered: number | null = null;
    const asking = session.post(LOCK, { asTheyStand: true }).then(
      ({ status }) => void (answered = status),
      () => undefined,
    );
    await sleep(afterMs);
    const answeredBefore = answered;
    await product?.stop('SIGKILL');
    product = null;
    await asking;
    // The job, also that of an earlier request; and where that has done its work since, nothing is left to be locked.
    if (answeredBefore !== null) expect([202, 409]).toContain(answeredBefore);
    return answeredBefore === 409;
  };

  /** Either as if nobody had asked, or locked with the whole seal. @returns whether it is locked */
  const isWholeOrUntouched = async (): Promise<boolean> => {
    const { reader } = database.unitOfWork;
    const round = await reader.findOneByOrFail(MonitoringRound, { year: SIZE.year, month: SIZE.month });
    const seals = await reader.find(RoundSeal);
    const parts = await reader.find(RoundSealPart, { select: { id: true, sealId: true, ordinal: true } });
    if (round.status === 'open') {
      expect({ seals, parts }).toEqual({ seals: [], parts: [] });
      return false;
    }
    expect(round.status).toBe('locked');
    expect(seals).toMatchObject([{ version: 1, projects: SIZE.projects, parts: parts.length }]);
    expect(new Set(parts.map(({ sealId }) => sealId))).toEqual(new Set([seals[0]?.id]));
    return true;
  };

  const verified = async (): Promise<void> => {
    // Each ends with 1 at the slightest difference.
    await jixiaoDone(fresh.env, 'verify', '--json');
    await jixiaoDone(fresh.env, 'audit', 'verify', '--json');
  };

  it(
    'leaves it open without a seal or locked with a whole one, and it can be locked afterwards',
    async () => {
      let kills = 0;
      let locked = false;
      while (!locked) {
        kills += 1;
        const lockedBefore = await lockAndKill(FIRST_KILL_MS * 2 ** (kills - 1));
        locked = await isWholeOrUntouched();
        if (lockedBefore) expect(locked).toBe(true);
        if (kills === 1) await verified();
      }
      // Otherwise already the first kill came too late to meet the lock at work.
      expect(kills).toBeGreaterThan(1);
      await verified();
    },
    8 * MINUTES,
  );
});
