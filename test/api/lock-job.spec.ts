import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { LockRoundHandler } from '../../apps/api/src/features/monitoring/jobs/lock-round.handler.js';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import type { RoundView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import { ReportedExpenditure } from '../../apps/api/src/features/reporting/persistence/reported-expenditure.entity.js';
import { ProjectReport } from '../../apps/api/src/features/reporting/persistence/project-report.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { JobCancelled } from '../../apps/api/src/platform/jobs/job-errors.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { addLargeYear } from '../support/large-year.js';
import { describeBackends } from '../support/services.js';

const SIZE = { year: 2023, month: 6, projects: 1_000, indicatorsEach: 1 };
const JUNE = '/rounds/2023/6';

describeBackends('Locking the round of a large county', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let uow: UnitOfWork;
  const settled = (jobId: string) => api.app.get(JobQueue, { strict: false }).settled(jobId, 120_000);
  const lock = (asTheyStand = true) => finance.post<Refusal & { jobId: string }>(`${JUNE}/lock`, { asTheyStand });
  const june = async (): Promise<RoundView | undefined> =>
    (await finance.get<{ items: RoundView[] }>('/rounds?year=2023')).body.items.find(({ month }) => month === 6);

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('auditor', 'auditor', '001');
    finance = await api.as('finance');
    uow = api.app.get(UnitOfWork, { strict: false });
    await addLargeYear(uow, await organisationId(finance, '336001'), SIZE);
    const { jobId } = (await finance.post<{ jobId: string }>(`${JUNE}/recompute`)).body;
    expect(await settled(jobId)).toBe('succeeded');
  }, 240_000);
  afterAll(() => api.close());

  it('is refused at once, without a job, where it cannot be locked', async () => {
    expect(await lock(false)).toMatchObject({ status: 409, body: { code: 'round-unfinished' } });
    expect(await uow.reader.countBy(JobRun, { name: 'monitoring.lock-round' })).toBe(0);
  });

  it('leaves the round as it was where the job is called off', async () => {
    const before = await june();
    // Every look at the clock is far from the last one, so that the progress is told each time.
    let now = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => (now += 10_000));
    const told: [number, number][] = [];
    const payload = {
      year: 2023,
      month: 6,
      asTheyStand: true,
      actor: 'finance',
      onBehalfOf: null,
      remoteAddress: null,
    };
    const progress = async (done: number, total: number): Promise<void> => {
      told.push([done, total]);
      if (done > SIZE.projects) throw new JobCancelled();
      await Promise.resolve();
    };
    const job = { jobId: 'job', payload, attempt: 1, progress, fanOut: () => Promise.reject(new Error('no parts')) };
    const handled = api.app.get(LockRoundHandler, { strict: false }).handle(job);
    await expect(handled.finally(() => clock.mockRestore())).rejects.toBeInstanceOf(JobCancelled);
    expect(told[0]?.[1]).toBe(2 * SIZE.projects);
    expect(await june()).toEqual(before);
  });

  it('judges first what no job has judged, is done by one job for all who ask, and names the person (R49)', async () => {
    const { reader } = uow;
    const changed = await reader.findOneByOrFail(ProjectLight, {});
    const report = await reader.findOneByOrFail(ProjectReport, { projectId: changed.projectId });
    await uow.run((manager) =>
      manager.update(ReportedExpenditure, { reportId: report.id }, { expenditureFen: 1, fiscalFen: 1, otherFen: 0 }),
    );
    const [one, other] = await Promise.all([lock(), lock()]);
    expect(one).toMatchObject({ status: 202, body: { jobId: expect.any(String) } });
    expect(other.body).toEqual(one.body);
    expect(await settled(one.body.jobId)).toBe('succeeded');
    expect(await june()).toMatchObject({ status: 'locked' });
    expect(await reader.findOneByOrFail(ProjectLight, { projectId: changed.projectId })).toMatchObject({
      expenditureFen: 1,
    });
    const auditor = await api.as('auditor');
    const { items } = (await auditor.get<{ items: object[] }>('/audit?action=reporting.lock-round')).body;
    expect(items).toMatchObject([{ actor: 'finance', subject: 'round/2023-6', remoteAddress: expect.any(String) }]);
    expect(await lock()).toMatchObject({ status: 409, body: { code: 'round-locked' } });
  }, 240_000);
});
