import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { HealLights } from '../../apps/api/src/features/monitoring/application/heal-lights.js';
import { WatchDeadlines } from '../../apps/api/src/features/monitoring/application/watch-deadlines.js';
import { EndReporting, LockRound } from '../../apps/api/src/features/reporting/index.js';
import { OPERATOR } from '../../apps/api/src/cli/with-app.js';
import { whileJudgingFails } from '../support/judging.js';
import { SealedCourt } from '../support/sealed-court.js';
import { describeBackends } from '../support/services.js';

describeBackends('Lights that no job has brought up', (backend) => {
  let sealed: SealedCourt;
  beforeEach(async () => {
    sealed = await SealedCourt.open(backend);
  });
  afterEach(() => sealed.close());

  const whileNothingIsJudged = <T>(work: () => Promise<T>): Promise<T> => whileJudgingFails(sealed.court.api, work);
  const lockAtOnce = (asTheyStand = false): Promise<unknown> =>
    sealed.court.api.app.get(LockRound, { strict: false }).run(OPERATOR, 2022, 6, { asTheyStand });
  const endReporting = async (): Promise<void> => {
    await sealed.court.api.app.get(EndReporting, { strict: false }).run(OPERATOR, 2022, 6);
    await sealed.court.api.app.get(WatchDeadlines, { strict: false }).run();
    await sealed.lightsAreUp();
  };
  const spent = async (): Promise<number | null> => (await sealed.lights()).spend.expenditureFen;

  it('R49: keep a round from being locked, and are judged by who locks it', async () => {
    await sealed.save({ expenditureFen: 20_000_000, results: await sealed.results() });
    await whileNothingIsJudged(async () => {
      await sealed.save({ expenditureFen: 1_000, results: [] });
      await endReporting();
    });
    expect(await spent()).toBe(20_000_000);
    await expect(lockAtOnce(true)).rejects.toMatchObject({ code: 'round-busy' });
    expect((await sealed.lock(6, { asTheyStand: true })).status).toBe(200);
    expect(await spent()).toBe(1_000);
    expect(await sealed.verified()).toMatchObject({ findings: [], deviations: [] });
  });

  it('are judged again by themselves while the round is open', async () => {
    await sealed.save({ expenditureFen: 20_000_000, results: await sealed.results() });
    const heal = sealed.court.api.app.get(HealLights, { strict: false });
    await heal.run();
    await whileNothingIsJudged(() => sealed.save({ expenditureFen: 1_000, results: [] }));
    expect(await spent()).toBe(20_000_000);
    await heal.run();
    await sealed.lightsAreUp();
    expect(await spent()).toBe(1_000);
  });

  it('R49: are judged before a reopened project is locked again', async () => {
    await sealed.lockJune();
    expect((await sealed.reopen()).status).toBe(201);
    await whileNothingIsJudged(async () => {
      await sealed.save({ expenditureFen: 1_000, results: await sealed.results() });
      expect((await sealed.submit()).status).toBe(200);
      await sealed.accept();
      await expect(lockAtOnce()).rejects.toMatchObject({ code: 'round-busy' });
    });
    expect(await spent()).toBe(20_000_000);
    expect((await sealed.lock()).status).toBe(200);
    expect(await spent()).toBe(1_000);
    expect(await sealed.verified()).toMatchObject({ findings: [], deviations: [] });
  });

  it('R28: are judged where reporting ended and nobody noticed', async () => {
    await whileNothingIsJudged(endReporting);
    expect(await sealed.lights()).toMatchObject({ notReported: false });
    expect((await sealed.lock(6, { asTheyStand: true })).status).toBe(200);
    expect(await sealed.lights()).toMatchObject({ notReported: true });
    expect((await sealed.verified()).findings).toEqual([]);
  });
});
