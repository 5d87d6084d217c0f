import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import type { JobView } from '../../apps/api/src/features/jobs/http/jobs.dto.js';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { CheckSeals } from '../../apps/api/src/features/seals/application/check-seals.js';
import type { SealCheckState } from '../../apps/api/src/features/seals/http/seals.dto.js';
import { VerifySealsQuery } from '../../apps/api/src/features/seals/index.js';
import { sealCheckJob, sealCheckKey } from '../../apps/api/src/features/seals/jobs/seal-check.jobs.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { Pace } from '../../apps/api/src/platform/runtime/pace.js';
import type { Refusal, Visitor } from '../support/api.js';
import { SealedCourt } from '../support/sealed-court.js';
import { describeBackends } from '../support/services.js';

const PATH = '/rounds/2022/6/seals/check';
/** A worker of another machine, of which nobody can tell whether it lives. */
const NOBODY = 'elsewhere:1:0';
const LONG_AGO = '2022-01-01T00:00:00.000Z';
const FAR_OFF = '2999-01-01T00:00:00.000Z';

/** Pauses wherever it may. */
class Breathless extends Pace {
  pauses = 0;

  constructor(private readonly onPause: () => void = () => undefined) {
    super({});
  }

  override isDue(): boolean {
    return true;
  }

  override async pause(): Promise<void> {
    this.pauses += 1;
    this.onPause();
    await super.pause();
  }
}

describeBackends('Checking a round against its seals', (backend) => {
  let sealed: SealedCourt;
  let auditor: Visitor;
  let roundId: string;
  beforeAll(async () => {
    sealed = await SealedCourt.open(backend);
    const { api } = sealed.court;
    await api.addUser('auditor', 'auditor', '001');
    await api.addUser('branch', 'financeReviewer', '340001');
    auditor = await api.as('auditor');
    await sealed.lockJune();
    roundId = (await sealed.uow.reader.findOneByOrFail(MonitoringRound, { year: 2022, month: 6 })).id;
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => sealed.close());

  const jobs = (): JobQueue => sealed.court.api.app.get(JobQueue, { strict: false });
  const seen = async (by = auditor): Promise<SealCheckState> => (await by.get<SealCheckState>(PATH)).body;
  const request = (by = auditor) => by.post<{ jobId: string } & Refusal>(PATH);

  /** A job of a check as an earlier process may have left it. */
  const left = (state: Partial<Omit<JobRun, 'payload' | 'failure'>>): Promise<string> =>
    sealed.uow.run(async (manager) => {
      const payload = { roundId, actor: 'auditor', onBehalfOf: null, remoteAddress: null };
      const options = { key: sealCheckKey(roundId, 'auditor'), requestedBy: 'auditor' };
      const id = await jobs().enqueue(manager, sealCheckJob, payload, options);
      await manager.update(JobRun, { id }, state);
      return id;
    });

  it('says nothing of a round that was never checked, and nothing to whom seals are not for', async () => {
    expect(await seen()).toEqual({ running: null, failed: null, last: null });
    const branch = await sealed.court.api.as('branch');
    for (const visitor of [branch, sealed.court.clerk]) {
      expect((await visitor.get(PATH)).status).toBe(403);
      expect((await request(visitor)).status).toBe(403);
    }
    expect((await auditor.get<Refusal>('/rounds/2022/9/seals/check')).body.code).toBe('round-not-found');
    expect((await auditor.post<Refusal>('/rounds/2022/9/seals/check')).body.code).toBe('round-not-found');
  });

  it('is a job of who asks, and keeps what was found, by whom and when', async () => {
    const { status, body } = await request();
    expect(status).toBe(202);
    expect(await jobs().settled(body.jobId)).toBe('succeeded');
    const job = (await auditor.get<JobView>(`/jobs/${body.jobId}`)).body;
    expect(job).toMatchObject({ name: 'seals.verify', requestedBy: 'auditor' });
    const found = await seen(sealed.court.finance);
    expect(found).toMatchObject({ running: null, failed: null });
    expect(found.last).toMatchObject({ checkedBy: 'auditor', checkedByName: '显示 auditor' });
    expect(found.last).toMatchObject({ outdated: false, intact: true, projects: 2 });
    expect(found.last).toMatchObject({ seals: [{ version: 1, intact: true }], findings: [], deviations: [] });
    expect([job.createdAt, found.last?.checkedAt].sort()[0]).toBe(job.createdAt);
  });

  it('is told in the audit trail with its outcome', async () => {
    const entries = (): Promise<AuditEntry[]> =>
      sealed.uow.reader.find(AuditEntry, { where: { action: 'seals.verify' }, order: { seq: 'ASC' } });
    const before = (await entries()).length;
    const light = await sealed.uow.reader.findOneByOrFail(ProjectLight, { projectId: sealed.idOf(), roundId });
    await sealed.uow.run((manager) => manager.update(ProjectLight, { id: light.id }, { light: 'blue' }));
    expect(await sealed.verified()).toMatchObject({ intact: false, checkedBy: 'finance', deviationCount: 1 });
    await sealed.uow.run((manager) => manager.update(ProjectLight, { id: light.id }, { light: light.light }));
    expect(await sealed.verified()).toMatchObject({ intact: true });
    const told = (await entries()).slice(before);
    expect(told.map(({ actor, subject, after }) => [actor, subject, after])).toEqual([
      ['finance', 'round/2022-6', { intact: false, projects: 2, deviations: 1, findings: 1 }],
      ['finance', 'round/2022-6', { intact: true, projects: 2, deviations: 0, findings: 0 }],
    ]);
  });

  it('shows one that waits to everybody who may read seals, and joins it for the same person only', async () => {
    const waiting = await left({ runAfter: FAR_OFF });
    const running = { jobId: waiting, status: 'queued', requestedBy: 'auditor' };
    expect(await seen(sealed.court.finance)).toMatchObject({ running, last: { checkedBy: 'finance' } });
    expect(await sealed.runCheck()).toBe('succeeded');
    expect(await seen()).toMatchObject({ running });
    expect((await request()).body.jobId).toBe(waiting);
    expect(await jobs().settled(waiting)).toBe('succeeded');
    expect(await seen()).toMatchObject({ running: null, last: { checkedBy: 'auditor' } });
  });

  it('begins anew after its process was killed in the middle', async () => {
    const killed = await left({ status: 'running', attempts: 1, leaseOwner: NOBODY, leaseUntil: LONG_AGO });
    expect(await jobs().settled(killed)).toBe('succeeded');
    expect((await seen()).last).toMatchObject({ intact: true, projects: 2 });
  });

  it('says that it came to no result where it was killed again and again, beside the result of before', async () => {
    const { last } = await seen();
    const killed = await left({ status: 'running', attempts: 3, leaseOwner: NOBODY, leaseUntil: LONG_AGO });
    expect(await jobs().settled(killed)).toBe('dead');
    expect(await seen()).toEqual({ running: null, failed: { at: expect.any(String), message: null }, last });
    await sealed.verified();
    expect((await seen()).failed).toBeNull();
  });

  it('lets others have their turn at every project, and leaves no half result where it is called off', async () => {
    const { last } = await seen();
    const check = sealed.court.api.app.get(CheckSeals, { strict: false });
    const by = { roundId, actor: 'auditor', onBehalfOf: null, remoteAddress: null };
    const calledOff = new Breathless(() => {
      throw new Error('called off');
    });
    await expect(check.run(by, calledOff)).rejects.toThrow('called off');
    expect((await seen()).last).toEqual(last);
    const whole = new Breathless();
    await check.run(by, whole);
    // Two projects as they are stored, two in the seal, and these compared with the rows.
    expect(whole.pauses).toBe(5);
  });

  it('begins anew where the round is reopened meanwhile, and gives up where that goes on', async () => {
    const query = sealed.court.api.app.get(VerifySealsQuery, { strict: false });
    const chain = query.chain.bind(query);
    const whileReading = (...changes: readonly (() => Promise<unknown>)[]): void => {
      const spied = jest.spyOn(query, 'chain');
      for (const change of changes) {
        spied.mockImplementationOnce(async () => {
          await change();
          return chain();
        });
      }
    };
    const reopen = (): Promise<unknown> => sealed.reopen();
    const withdraw = (): Promise<unknown> => sealed.withdraw();
    whileReading(reopen);
    expect(await sealed.verified()).toMatchObject({ intact: true, reopened: [{ name: sealed.court.project }] });
    const { last } = await seen();
    whileReading(withdraw, reopen, withdraw);
    expect(await sealed.runCheck()).toBe('dead');
    const { failed, ...after } = await sealed.check();
    expect(failed?.message).toContain('locked or reopened while it was verified');
    expect(after.last).toEqual(last);
  });

  it('keeps a result that says nothing of a later seal, and tells so', async () => {
    await sealed.verified(3);
    expect((await sealed.check(3)).last).toMatchObject({ outdated: false, seals: [] });
    await sealed.lock(3, { asTheyStand: true });
    expect((await sealed.check(3)).last).toMatchObject({ outdated: true, seals: [] });
    expect(await sealed.verified(3)).toMatchObject({ outdated: false, seals: [{ version: 1, intact: true }] });
  });
});
