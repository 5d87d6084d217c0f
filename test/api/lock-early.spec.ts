import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { OPERATOR } from '../../apps/api/src/cli/with-app.js';
import { LockWhenComputed } from '../../apps/api/src/features/monitoring/index.js';
import type { ProjectLights } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { RoundView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import { LockRound, reportingEnded, roundLocking } from '../../apps/api/src/features/reporting/index.js';
import { ProjectReport } from '../../apps/api/src/features/reporting/persistence/project-report.entity.js';
import { DomainEvents } from '../../apps/api/src/platform/events/domain-events.js';
import { DomainError } from '../../apps/api/src/platform/runtime/domain-error.js';
import type { Refusal } from '../support/api.js';
import { lightsAreUp } from '../support/county.js';
import { SealedCourt } from '../support/sealed-court.js';
import { describeBackends } from '../support/services.js';

const JUNE = '/rounds/2022/6';

describeBackends('Locking a round before its last day', (backend) => {
  let sealed: SealedCourt;
  /** What stands in the way of the lock once reporting was ended. */
  let obstacle: 'none' | 'computing' | 'returned' = 'none';

  beforeAll(async () => {
    sealed = await SealedCourt.open(backend);
    await sealed.court.api.addUser('auditor', 'auditor', '001');
    const events = sealed.court.api.app.get(DomainEvents, { strict: false });
    // A report that is returned in the moment between the check and the lock.
    events.subscribe(reportingEnded, async (manager, { roundId }) => {
      const projectId = sealed.idOf();
      if (obstacle === 'returned') await manager.update(ProjectReport, { roundId, projectId }, { status: 'returned' });
    });
    events.subscribe(roundLocking, async () => {
      if (obstacle === 'computing') throw new DomainError('round-busy');
      await Promise.resolve();
    });
    const { project, other } = sealed.court;
    await sealed.save({ expenditureFen: 20_000_000, results: await sealed.results(project) }, project);
    expect((await sealed.submit(project)).status).toBe(200);
    await sealed.accept();
    await sealed.save({ expenditureFen: 20_000_000 }, other);
  });
  afterAll(() => sealed.close());
  beforeEach(() => {
    obstacle = 'none';
  });

  const june = async (): Promise<RoundView | undefined> => {
    const { items } = (await sealed.court.finance.get<{ items: RoundView[] }>('/rounds?year=2022')).body;
    return items.find(({ month }) => month === 6);
  };
  const lock = (patienceMs?: number): Promise<RoundView> =>
    sealed.court.api.app.get(LockWhenComputed, { strict: false }).run(OPERATOR, 2022, 6, {
      asTheyStand: obstacle !== 'returned',
      ...(patienceMs === undefined ? {} : { patienceMs }),
    });
  const trail = async (action: string): Promise<string> => {
    const auditor = await sealed.court.api.as('auditor');
    return JSON.stringify((await auditor.get<{ items: object[] }>(`/audit?action=${action}`)).body.items);
  };
  const otherLight = async (): Promise<ProjectLights> => {
    await lightsAreUp(sealed.court.api, 2022);
    return sealed.lights(sealed.court.other);
  };
  const OPEN = { status: 'open', deadlinePassed: false, reportingEndedAt: null };
  const ENDED = { status: 'open', deadlinePassed: true, reportingEndedAt: expect.any(String) };

  it('is not locked while units still report, for their blanks would stay grey for good (R28)', async () => {
    const locked = sealed.court.api.app.get(LockRound, { strict: false }).run(OPERATOR, 2022, 6, { asTheyStand: true });
    await expect(locked).rejects.toMatchObject({ code: 'reporting-goes-on' });
    expect(await june()).toMatchObject(OPEN);
  });

  it('leaves reporting ended where only the lights take longer, and says how to go on', async () => {
    obstacle = 'computing';
    await expect(lock(0)).rejects.toMatchObject({ code: 'round-lock-waits', params: { year: 2022, month: 6 } });
    expect(await june()).toMatchObject(ENDED);
    expect(await otherLight()).toMatchObject({ notReported: true, awaitingReport: false });
    // The same again, though this time reporting was ended before.
    await expect(lock(0)).rejects.toMatchObject({ code: 'round-lock-waits' });
    expect(await june()).toMatchObject(ENDED);
  });

  it('R28: resumes reporting when finance asks for it, and what is blank waits again', async () => {
    const resume = () => sealed.court.finance.post<RoundView & Refusal>(`${JUNE}/resume-reporting`);
    const before = await june();
    expect((await resume()).body).toMatchObject({ ...OPEN, closesOn: before?.closesOn });
    expect(await otherLight()).toMatchObject({ notReported: false, awaitingReport: true });
    expect(await resume()).toMatchObject({ status: 409, body: { code: 'reporting-not-ended' } });
  });

  it('lets reporting go on where the lock is refused for good, and records both', async () => {
    const { project, other } = sealed.court;
    await sealed.save({ expenditureFen: 20_000_000, results: await sealed.results(other) }, other);
    expect((await sealed.submit(other)).status).toBe(200);
    await sealed.accept();
    obstacle = 'returned';
    await expect(lock()).rejects.toMatchObject({ code: 'round-unfinished' });
    expect(await june()).toMatchObject(OPEN);
    expect(await trail('reporting.end-reporting')).toContain('round/2022-6');
    expect(await trail('reporting.resume-reporting')).toContain('round-unfinished');
    await lightsAreUp(sealed.court.api, 2022);
    expect(await sealed.lights(project)).toMatchObject({ notReported: false });
  });

  it('locks once nothing stands in the way, and is resumed no more', async () => {
    await expect(lock()).resolves.toMatchObject({ status: 'locked' });
    const refused = await sealed.court.finance.post<Refusal>(`${JUNE}/resume-reporting`);
    expect(refused.body.code).toBe('round-locked');
  });
});
