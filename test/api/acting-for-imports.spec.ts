import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { UserDelegation } from '../../apps/api/src/features/identity/persistence/user-delegation.entity.js';
import type {
  ImportUploadView,
  StagedProject,
  StagedProjectPage,
} from '../../apps/api/src/features/imports/http/uploads.dto.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { defineJob, JobQueue, type EnqueueOptions } from '../../apps/api/src/platform/jobs/job-queue.js';
import { JobRegistry } from '../../apps/api/src/platform/jobs/job-registry.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { TestApi, type Visitor } from '../support/api.js';
import { confirmUpload, document, organisationId, readDocuments, text } from '../support/county.js';
import { until } from '../support/job-rig.js';
import { describeBackends } from '../support/services.js';

const parse = (payload: unknown): string => String(payload);
const endless = defineJob({ name: 'trial.endless', maxAttempts: 1, backoffMs: 10, requesterMayCancel: true, parse });
const failing = defineJob({ name: 'trial.failing', maxAttempts: 1, backoffMs: 10, parse });

/** What an entry says of who did it. */
type Signature = readonly [action: string, actor: string, onBehalfOf: string | null, remoteAddress: string | null];

describeBackends('Importing as a deputy, and managing jobs as one', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let finance: Visitor;
  let leader: Visitor;
  let clerk: Visitor;
  let courtId: string;
  let isOver = false;
  beforeAll(async () => {
    api = await TestApi.open(backend, { TRUSTED_PROXIES: '1' });
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('justice', 'clerk', '340001');
    await api.addUser('aid', 'clerk', '340002');
    await api.addUser('leader', 'leader', '001');
    finance = await api.as('finance');
    clerk = await api.as('clerk');
    leader = await api.as('leader');
    courtId = await organisationId(finance, '336001');
    api.app
      .get(JobRegistry, { strict: false })
      .declare(endless, failing)
      .register({ definition: endless, handle: ({ progress }) => until(() => ended(progress), 'it is over', 60_000) })
      .register({ definition: failing, handle: () => Promise.reject(new Error('It fails')) });
  });
  afterAll(async () => {
    isOver = true;
    await api.close();
  });
  afterEach(() => uow.run((manager) => manager.createQueryBuilder().delete().from(UserDelegation).execute()));

  const ended = async (progress: (done: number, total: number) => Promise<void>): Promise<boolean> => {
    await progress(1, 2);
    return isOver;
  };
  const lend = async (from: string, to: string): Promise<void> => {
    const today = api.app.get(Clock, { strict: false }).today();
    const { id } = await uow.reader.findOneByOrFail(UserAccount, { username: to });
    const appointment = { toUserId: id, fromDay: today, untilDay: today, reason: '出差' };
    expect((await (await api.as(from)).post('/deputies', appointment)).status).toBe(201);
  };
  const newest = async (): Promise<number> => (await uow.reader.maximum(AuditEntry, 'seq')) ?? 0;
  /** Entries since one, oldest first. */
  const since = async (seq: number): Promise<readonly AuditEntry[]> =>
    (await uow.reader.find(AuditEntry, { order: { seq: 'ASC' } })).filter((entry) => entry.seq > seq);
  const signatures = (entries: readonly AuditEntry[]): readonly Signature[] => {
    const all = entries.map((entry): Signature => [entry.action, entry.actor, entry.onBehalfOf, entry.remoteAddress]);
    return [...new Map(all.map((each) => [each.join(), each])).values()];
  };
  const batchOf = ({ batches }: ImportUploadView, file: string): string =>
    batches.find((batch) => batch.file === file)?.id ?? '';
  const undo = async (visitor: Visitor, batchId: string): Promise<void> => {
    const { status, body } = await visitor.post<{ jobId: string }>(`/imports/${batchId}/undo`);
    expect(status).toBe(202);
    await api.app.get(JobQueue, { strict: false }).settled(body.jobId, 20_000);
  };
  const court = document('ok/court-2022.txt');
  const centre = document('ok/unit-hyphen.txt');
  /** The same document of another unit. */
  const documentOf = (unit: string) => ({
    name: `${unit}.txt`,
    bytes: text(centre).replaceAll('776001-青澜县数据管理中心', unit),
  });

  it('names the deputy, the person and the address with everything from the upload to the undo', async () => {
    await lend('clerk', 'leader');
    const before = await newest();
    const shown = await readDocuments(leader.from('10.0.0.1'), [court], { year: 2022 });
    const batchId = batchOf(shown, court.name);
    const { items } = (await leader.get<StagedProjectPage>(`/imports/${batchId}/projects`)).body;
    const correction = { budgetFen: 12_345_600 };
    const corrected = await leader.from('10.0.0.2').patch(`/imports/${batchId}/projects/${items[0]?.id}`, correction);
    expect(corrected.status).toBe(200);
    await confirmUpload(leader.from('10.0.0.3'), shown.uploadId);
    await undo(leader.from('10.0.0.4'), batchId);
    const entries = await since(before);
    expect(signatures(entries)).toEqual([
      ['imports.upload', 'leader', 'clerk', '10.0.0.1'],
      ['imports.correct', 'leader', 'clerk', '10.0.0.2'],
      ['targets.create-project', 'leader', 'clerk', '10.0.0.3'],
      ['imports.save', 'leader', 'clerk', '10.0.0.3'],
      ['targets.remove-project', 'leader', 'clerk', '10.0.0.4'],
      ['imports.undo', 'leader', 'clerk', '10.0.0.4'],
    ]);
    const trail = entries.filter(({ subject }) => subject === `import/${batchId}`);
    expect(trail.map(({ action }) => action)).toEqual(
      ['upload', 'correct', 'save', 'undo'].map((act) => `imports.${act}`),
    );
    expect(trail[1]?.after).toMatchObject({ project: items[0]?.name, corrections: correction });
    const jobs = await uow.reader.findBy(JobRun, { requestedBy: 'leader', requestedFor: 'clerk' });
    expect(jobs.map(({ name }) => name).sort()).toEqual(['imports.read', 'imports.save', 'imports.undo']);
  });

  it('names who confirmed what somebody else uploaded, with the address of the confirmation', async () => {
    const shown = await readDocuments(finance.from('10.0.1.1'), [court], { year: 2031, organisationId: courtId });
    await lend('clerk', 'leader');
    const before = await newest();
    await confirmUpload(leader.from('10.0.1.2'), shown.uploadId);
    expect(signatures(await since(before))).toEqual([
      ['targets.create-project', 'leader', 'clerk', '10.0.1.2'],
      ['imports.save', 'leader', 'clerk', '10.0.1.2'],
    ]);
  });

  it('tells the files of an upload apart: what is his own, and what is that of the other unit', async () => {
    await lend('justice', 'aid');
    const aid = await api.as('aid');
    const [own, other] = [documentOf('340002-法律援助中心'), documentOf('340001-司法局')];
    const shown = await readDocuments(aid.from('10.0.3.1'), [own, other], { year: 2024 });
    const before = await newest();
    const saved = await confirmUpload(aid.from('10.0.3.2'), shown.uploadId);
    const entries = await since(before);
    const of = (file: string) => entries.filter(({ subject }) => subject === `import/${batchOf(saved, file)}`);
    expect(signatures(of(own.name))).toEqual([['imports.save', 'aid', null, '10.0.3.2']]);
    expect(signatures(of(other.name))).toEqual([['imports.save', 'aid', 'justice', '10.0.3.2']]);
  });

  it('names both with an upload that is given up, or one of its files', async () => {
    await lend('clerk', 'leader');
    const other = { name: 'other.txt', bytes: `${text(court)}\n` };
    const shown = await readDocuments(leader.from('10.0.4.1'), [court, other], { year: 2034 });
    const before = await newest();
    const [first, second] = [batchOf(shown, court.name), batchOf(shown, other.name)];
    expect((await leader.from('10.0.4.2').delete(`/imports/${second}`)).status).toBe(204);
    expect((await leader.from('10.0.4.3').delete(`/imports/uploads/${shown.uploadId}`)).status).toBe(204);
    const entries = await since(before);
    expect(entries.map(({ subject }) => subject)).toEqual([`import/${second}`, `import/${first}`]);
    expect(signatures(entries)).toEqual([
      ['imports.discard', 'leader', 'clerk', '10.0.4.2'],
      ['imports.discard', 'leader', 'clerk', '10.0.4.3'],
    ]);
  });

  it('R17: names finance with what only finance may correct or add to the tree', async () => {
    await lend('finance', 'clerk');
    const shown = await readDocuments(clerk.from('10.0.5.1'), [court], { year: 2035, organisationId: courtId });
    const batchId = batchOf(shown, court.name);
    const { items } = (await clerk.get<StagedProjectPage>(`/imports/${batchId}/projects`)).body;
    const before = await newest();
    const path = `/imports/${batchId}/projects/${items[0]?.id}`;
    expect((await clerk.from('10.0.5.2').patch(path, { budgetFen: 100 })).status).toBe(200);
    const project = await clerk.get<StagedProject>(path);
    const direction = project.body.indicatorList[0]?.direction === 'atMost' ? 'atLeast' : 'atMost';
    const judged = await clerk.from('10.0.5.3').patch(path, { indicators: [{ index: 0, direction }] });
    expect(judged.status).toBe(200);
    expect(signatures(await since(before))).toEqual([
      ['imports.correct', 'clerk', null, '10.0.5.2'],
      ['imports.correct', 'clerk', 'finance', '10.0.5.3'],
    ]);
    await clerk.delete(`/imports/uploads/${shown.uploadId}`);
    const added = await readDocuments(clerk, [centre], { year: 2025 });
    const after = await newest();
    await confirmUpload(clerk.from('10.0.5.4'), added.uploadId);
    expect(signatures(await since(after))).toEqual([
      ['organisations.add', 'clerk', 'finance', '10.0.5.4'],
      ['targets.create-project', 'clerk', 'finance', '10.0.5.4'],
      ['imports.save', 'clerk', 'finance', '10.0.5.4'],
    ]);
  });

  const ask = (definition: typeof endless, key: string, requester: Partial<EnqueueOptions>): Promise<string> =>
    uow.run((manager) =>
      api.app.get(JobQueue, { strict: false }).enqueue(manager, definition, key, { key, ...requester }),
    );
  const stands = async (id: string, status: string): Promise<void> =>
    until(async () => (await uow.reader.findOneByOrFail(JobRun, { id })).status === status, `the job is ${status}`);

  it('names both with a job that is cancelled or tried again by the borrowed permission', async () => {
    await lend('finance', 'leader');
    const [running, dead] = [await ask(endless, 'of finance', {}), await ask(failing, 'of finance', {})];
    await stands(dead, 'dead');
    const before = await newest();
    expect((await leader.from('10.0.6.1').post(`/jobs/${running}/cancel`)).status).toBe(200);
    expect((await leader.from('10.0.6.2').post(`/jobs/${dead}/retry`)).status).toBe(200);
    expect(signatures(await since(before))).toEqual([
      ['jobs.cancel', 'leader', 'finance', '10.0.6.1'],
      ['jobs.retry', 'leader', 'finance', '10.0.6.2'],
    ]);
    await stands(running, 'cancelled');
  });

  it('names the person for whom a job was asked for, where the deputy cancels what he has asked for', async () => {
    await lend('finance', 'leader');
    const forClerk = await ask(endless, 'for the clerk', { requestedBy: 'leader', requestedFor: 'clerk' });
    const ofHisOwn = await ask(endless, 'of his own', { requestedBy: 'leader' });
    const before = await newest();
    for (const id of [forClerk, ofHisOwn]) {
      expect((await leader.from('10.0.7.1').post(`/jobs/${id}/cancel`)).status).toBe(200);
      await stands(id, 'cancelled');
    }
    expect(signatures(await since(before))).toEqual([
      ['jobs.cancel', 'leader', 'clerk', '10.0.7.1'],
      ['jobs.cancel', 'leader', null, '10.0.7.1'],
    ]);
  });
});
