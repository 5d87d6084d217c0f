import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { FiscalYear } from '../../apps/api/src/features/targets/persistence/fiscal-year.entity.js';
import type { JobView } from '../../apps/api/src/features/jobs/http/jobs.dto.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { defineJob, JobQueue, type JobContext } from '../../apps/api/src/platform/jobs/job-queue.js';
import { JobRegistry } from '../../apps/api/src/platform/jobs/job-registry.js';
import { DomainError } from '../../apps/api/src/platform/runtime/domain-error.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { until } from '../support/job-rig.js';
import { describeBackends } from '../support/services.js';

const parse = (payload: unknown): number => Number(payload);
const own = defineJob({ name: 'trial.own', maxAttempts: 3, backoffMs: 10, requesterMayCancel: true, parse });
const fixed = defineJob({ name: 'trial.fixed', maxAttempts: 3, backoffMs: 10, parse });
const refused = defineJob({ name: 'trial.refused', maxAttempts: 3, backoffMs: 10, parse });

const logged = defineJob({ name: 'trial.logged', maxAttempts: 1, backoffMs: 10, hasOwnLog: true, parse });

const STEPS = 400;

describeBackends('Jobs as people see them', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let queue: JobQueue;
  let clerk: Visitor;
  let other: Visitor;
  let admin: Visitor;
  let auditor: Visitor;
  let stopped = false;

  /** Saves in one long transaction and tells how far it is. */
  const saveSlowly = ({ payload, progress }: JobContext<number>): Promise<void> =>
    uow.run(async (manager) => {
      await manager.insert(FiscalYear, { year: payload, status: 'open', createdAt: '2026-01-01T00:00:00.000Z' });
      for (let done = 1; done <= STEPS && !stopped; done += 1) {
        await progress(done, STEPS);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });

  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    queue = api.app.get(JobQueue, { strict: false });
    const issues = [{ path: 'projects.p1', code: 'required' }];
    api.app
      .get(JobRegistry, { strict: false })
      .declare(own, fixed, refused, logged)
      .register({ definition: own, handle: saveSlowly })
      .register({ definition: fixed, handle: saveSlowly })
      .register({
        definition: refused,
        handle: () => Promise.reject(new DomainError('file-too-large', { limitMb: 7 }, issues)),
      })
      .register({
        definition: logged,
        handle: ({ payload }) => (payload === 0 ? Promise.resolve() : Promise.reject(new DomainError('not-found'))),
      });
    await api.addTree();
    await api.addUser('clerk', 'clerk', '340001');
    await api.addUser('other', 'clerk', '340001');
    await api.addUser('admin', 'admin', '001');
    await api.addUser('auditor', 'auditor', '001');
    clerk = await api.as('clerk');
    other = await api.as('other');
    admin = await api.as('admin');
    auditor = await api.as('auditor');
  });
  afterAll(() => api.close());
  beforeEach(() => {
    stopped = false;
  });

  const ask = (definition: typeof own, year: number): Promise<string> =>
    uow.run((manager) => queue.enqueue(manager, definition, year, { key: `year ${year}`, requestedBy: 'clerk' }));
  const view = async (id: string, person = clerk, headers = {}): Promise<JobView> =>
    (await person.get<JobView>(`/jobs/${id}`, headers)).body;
  const underWay = (id: string): Promise<void> => until(async () => (await view(id)).done > 2, 'progress is shown');

  it('show their progress while they save, and are cancelled by whoever asked for them', async () => {
    const id = await ask(own, 3001);
    await underWay(id);
    expect(await view(id)).toMatchObject({
      status: 'running',
      total: STEPS,
      mayCancel: true,
      requestedByName: '显示 clerk',
    });
    expect(await uow.reader.countBy(FiscalYear, { year: 3001 })).toBe(0);
    expect(await other.post(`/jobs/${id}/cancel`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await clerk.post(`/jobs/${id}/cancel`)).status).toBe(200);
    await until(async () => (await view(id)).status === 'cancelled', 'it is cancelled');
    const ended = await view(id);
    expect(ended).toMatchObject({ mayCancel: false, failure: null });
    expect(ended.done).toBeLessThan(STEPS);
    expect(await uow.reader.countBy(FiscalYear, { year: 3001 })).toBe(0);
    expect(await clerk.post(`/jobs/${id}/cancel`)).toMatchObject({ status: 409, body: { code: 'job-ended' } });
    const trail = await auditor.get<{ items: { actor: string; subject: string }[] }>('/audit?action=jobs.cancel');
    expect(trail.body.items.map(({ actor, subject }) => [actor, subject])).toEqual([['clerk', `job/${id}`]]);
  });

  it('of other kinds are cancelled by who manages jobs alone', async () => {
    const id = await ask(fixed, 3002);
    await underWay(id);
    expect((await view(id)).mayCancel).toBe(false);
    expect(await clerk.post(`/jobs/${id}/cancel`)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await view(id, admin)).mayCancel).toBe(true);
    expect((await admin.post(`/jobs/${id}/cancel`)).status).toBe(200);
    await until(async () => (await view(id)).status === 'cancelled', 'it is cancelled');
  });

  it('say in the reader’s language why a rule refused them', async () => {
    const id = await ask(refused, 3003);
    await until(async () => (await view(id)).status === 'dead', 'it has ended');
    const english = await view(id, clerk, { 'accept-language': 'en' });
    expect(english).toMatchObject({ attempts: 1, error: 'file-too-large limitMb=7' });
    expect(english.failure).toEqual({
      code: 'file-too-large',
      message: 'The file is too large; 7 MB is the limit for one file.',
      params: { limitMb: 7 },
      issues: [{ path: 'projects.p1', code: 'required', message: 'This is required.' }],
    });
    expect((await view(id)).failure?.message).toBe('文件过大，单个文件不能超过 7 MB。');
    expect((await other.get<Refusal>(`/jobs/${id}`)).status).toBe(404);
  });

  it('are listed until they have succeeded, where their kind has a log of its own', async () => {
    const [sent, failed] = [await ask(logged, 0), await ask(logged, 3004)];
    await until(async () => (await view(sent)).status === 'succeeded', 'one has succeeded');
    await until(async () => (await view(failed)).status === 'dead', 'one has failed');
    const listed = async (query = ''): Promise<readonly string[]> =>
      (await clerk.get<{ items: JobView[] }>(`/jobs?size=100${query}`)).body.items.map(({ id }) => id);
    expect(await listed()).toContain(failed);
    expect(await listed()).not.toContain(sent);
    expect(await listed('&status=dead')).toContain(failed);
    expect(await listed('&status=succeeded')).not.toContain(sent);
  });
});
