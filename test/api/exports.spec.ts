import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { RemoveOldExports } from '../../apps/api/src/features/exports/application/remove-old-exports.js';
import { WriteExport } from '../../apps/api/src/features/exports/application/write-export.js';
import type { ExportPage } from '../../apps/api/src/features/exports/http/exports.dto.js';
import { exportJob } from '../../apps/api/src/features/exports/jobs/export.jobs.js';
import { PaperExport } from '../../apps/api/src/features/exports/persistence/paper-export.entity.js';
import { StoredFile } from '../../apps/api/src/platform/files/stored-file.entity.js';
import { JobCancelled } from '../../apps/api/src/platform/jobs/job-errors.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';
import { Pace } from '../../apps/api/src/platform/runtime/pace.js';
import type { Refusal, Visitor } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { jobsAreDone } from '../support/jobs-done.js';
import { PaperDesk } from '../support/paper-desk.js';
import { SealedCourt } from '../support/sealed-court.js';
import { describeBackends } from '../support/services.js';

const JUNE = { kind: 'monitoringForm', year: 2022, month: 6, format: 'xlsx' } as const;
const DAY_MS = 24 * 3_600_000;
/** A worker of another machine, of which nobody can tell whether it lives. */
const NOBODY = 'elsewhere:1:0';
const LONG_AGO = '2022-01-01T00:00:00.000Z';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describeBackends('Exports of official forms', (backend) => {
  let sealed: SealedCourt;
  let desk: PaperDesk;
  let finance: Visitor;
  let clerk: Visitor;
  let justice: Visitor;
  let courtId: string;

  beforeAll(async () => {
    sealed = await SealedCourt.open(backend);
    ({ finance, clerk } = sealed.court);
    justice = await sealed.court.api.as('justice');
    desk = new PaperDesk(sealed.court.api);
    courtId = await organisationId(finance, '336001');
    await sealed.lockJune();
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => sealed.close());

  const entries = (action: AuditEntry['action']): Promise<AuditEntry[]> =>
    desk.uow.reader.find(AuditEntry, { where: { action }, order: { seq: 'ASC' } });
  const writer = (): WriteExport => sealed.court.api.app.get(WriteExport, { strict: false });

  /** An export that was asked for, whose job has not begun. */
  async function waiting(input: object = JUNE): Promise<{ exportId: string; jobId: string }> {
    const { body } = await desk.ask(finance, input);
    await desk.settled(body.jobId);
    const id = newId();
    await desk.uow.run(async (manager) => {
      const row = await manager.findOneByOrFail(PaperExport, { id: body.exportId });
      const fresh = { finishedAt: null, file: null, sha256: null, bytes: null, papers: 0, attempt: 0, jobId: null };
      await manager.insert(PaperExport, { ...row, ...fresh, id });
    });
    return { exportId: id, jobId: '' };
  }

  it('writes a zip with a folder per unit and a document per project', async () => {
    const view = await desk.written(finance, JUNE);
    expect(view).toMatchObject({ state: 'finished', projects: 2, papers: 2, projectId: null, organisationId: null });
    expect(view.file).toBe('全部项目_2022年1-6月绩效目标执行监控表.zip');
    const bytes = await desk.file(finance, view.id);
    expect([bytes.length, sha256(bytes)]).toEqual([view.bytes, view.sha256]);
    const members = await desk.members(finance, view.id);
    expect([...members.keys()].sort()).toEqual(
      [sealed.court.project, sealed.court.other]
        .map((name) => `336001法院/${name}_2022年1-6月绩效目标执行监控表.xlsx`)
        .sort(),
    );
    const papers = (await desk.papers()).filter(({ exportId }) => exportId === view.id);
    expect(papers.map(({ file }) => file).sort()).toEqual([...members.keys()].sort());
    for (const paper of papers) {
      const member = members.get(paper.file) ?? Buffer.alloc(0);
      expect([paper.sha256, paper.bytes]).toEqual([sha256(member), member.length]);
      expect(paper).toMatchObject({ kind: 'monitoringForm', year: 2022, month: 6, forms: 1, exportedBy: 'finance' });
      expect(paper.templateRef).toBe('monitoring-form@1');
      expect(paper.roundState).toMatchObject({ locked: true, sealVersion: 1 });
    }
    expect(new Set(papers.map(({ code }) => code)).size).toBe(2);
    expect(desk.scratch()).toEqual([]);
  });

  it.each(['xlsx', 'docx', 'pdf'] as const)('writes one project as one .%s with its own name', async (format) => {
    const projectId = sealed.idOf();
    const view = await desk.written(finance, { ...JUNE, format, projectId });
    expect(view).toMatchObject({ state: 'finished', projects: 1, papers: 1, projectId, format });
    expect(view.file).toBe(`${sealed.court.project}_2022年1-6月绩效目标执行监控表.${format}`);
    const { headers } = await finance.get(`/exports/${view.id}/file`);
    expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(view.file ?? '')}`);
    const [paper] = (await desk.papers()).filter(({ exportId }) => exportId === view.id);
    expect([paper?.sha256, paper?.projectId]).toEqual([view.sha256, projectId]);
  });

  it('writes a unit as one document with all its projects', async () => {
    const view = await desk.written(clerk, { ...JUNE, packaging: 'perUnit' });
    expect(view).toMatchObject({ projects: 2, papers: 1, file: '336001法院_2022年1-6月绩效目标执行监控表.xlsx' });
    const [paper] = (await desk.papers()).filter(({ exportId }) => exportId === view.id);
    expect(paper).toMatchObject({ forms: 2, projectId: null, exportedBy: 'clerk' });
    expect(await desk.traces(view.id)).toMatchObject({ papers: 1, forms: 2, stored: 1 });
  });

  it('keeps to the reach of whom it is for, and tells nobody of what is outside', async () => {
    const { body } = await desk.ask<Refusal>(justice, JUNE);
    expect(body.code).toBe('export-empty');
    for (const outside of [{ projectId: sealed.idOf() }, { organisationId: courtId }]) {
      const answer = await desk.ask<Refusal>(justice, { ...JUNE, ...outside });
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    }
  });

  it.each([
    [{ ...JUNE, month: undefined }, 'month'],
    [{ ...JUNE, format: undefined }, 'format'],
    [{ ...JUNE, kind: 'selfEvaluationForm' }, 'month'],
    [{ kind: 'evidence', year: 2022, format: 'pdf' }, 'format'],
    [{ ...JUNE, projectId: 'a', organisationId: 'b' }, 'organisationId'],
    [{ ...JUNE, projectId: 'a', packaging: 'perUnit' }, 'packaging'],
  ])('refuses what does not fit together: %j', async (input, field) => {
    const { status, body } = await desk.ask<Refusal>(finance, input);
    expect([status, body.code, body.issues?.map((issue) => issue.path)]).toEqual([422, 'export-fields', [field]]);
  });

  it('refuses a round that there is not, and evidence for whom it is not', async () => {
    expect((await desk.ask<Refusal>(finance, { ...JUNE, month: 9 })).body.code).toBe('round-not-found');
    const evidence = { kind: 'evidence', year: 2022, projectId: sealed.idOf() };
    const { status, body } = await desk.ask<Refusal>(clerk, evidence);
    expect([status, body.code]).toEqual([403, 'forbidden']);
  });

  it('lists to everybody their own, newest first, and lets nobody else fetch or delete it', async () => {
    const view = await desk.written(clerk, { ...JUNE, projectId: sealed.idOf() });
    const { body } = await clerk.get<ExportPage>('/exports');
    expect(body.items[0]?.id).toBe(view.id);
    expect(body.items.map(({ requestedAt }) => requestedAt)).toEqual(
      body.items
        .map(({ requestedAt }) => requestedAt)
        .sort()
        .reverse(),
    );
    for (const request of [
      finance.get(`/exports/${view.id}`),
      finance.get(`/exports/${view.id}/file`),
      finance.delete(`/exports/${view.id}`),
    ]) {
      expect((await request).status).toBe(404);
    }
  });

  it('drops the file where its requester deletes it, and keeps the ledger', async () => {
    const view = await desk.written(clerk, { ...JUNE, projectId: sealed.idOf() });
    expect((await clerk.delete(`/exports/${view.id}`)).status).toBe(204);
    expect((await clerk.get(`/exports/${view.id}`)).status).toBe(404);
    expect(await desk.traces(view.id)).toMatchObject({ papers: 1, forms: 1, stored: 0 });
    expect((await clerk.delete(`/exports/${view.id}`)).status).toBe(404);
  });

  it('drops the file after its time, says so, and keeps the ledger', async () => {
    const view = await desk.written(finance, { ...JUNE, projectId: sealed.idOf() });
    const [code = ''] = (await desk.papers()).filter(({ exportId }) => exportId === view.id).map((paper) => paper.code);
    const later = new Date(Date.parse(view.requestedAt) + 31 * DAY_MS).toISOString();
    jest.spyOn(sealed.court.api.app.get(Clock, { strict: false }), 'now').mockReturnValue(later);
    await sealed.court.api.app.get(RemoveOldExports, { strict: false }).run();
    jest.restoreAllMocks();
    expect(await desk.view(finance, view.id)).toMatchObject({ state: 'expired', expiresAt: null, sha256: view.sha256 });
    const answer = await finance.get<Refusal>(`/exports/${view.id}/file`);
    expect([answer.status, answer.body.code]).toEqual([410, 'export-expired']);
    expect(await desk.uow.reader.countBy(StoredFile, { sha256: view.sha256 ?? '' })).toBe(0);
    expect((await desk.detail(finance, code)).reach).toBe('full');
  });

  it('leaves nothing where it is called off in the middle', async () => {
    const { exportId } = await waiting();
    class CalledOff extends Pace {
      override breathe(): Promise<void> {
        return desk.traces(exportId).then(({ scratch }) => {
          expect(scratch).toHaveLength(1);
          throw new JobCancelled();
        });
      }
    }
    const payload = { exportId, remoteAddress: null };
    await expect(writer().run(payload, new CalledOff({}))).rejects.toThrow(JobCancelled);
    expect(await desk.traces(exportId)).toMatchObject({ papers: 0, forms: 0, stored: 0, scratch: [] });
    expect(await desk.view(finance, exportId)).toMatchObject({ state: 'failed', file: null });
    await writer().run(payload, new Pace({}));
    expect(await desk.traces(exportId)).toMatchObject({ papers: 2, forms: 2, stored: 1, scratch: [] });
  });

  it('is called off by its requester as a job', async () => {
    const jobs = sealed.court.api.app.get(JobQueue, { strict: false });
    const { exportId } = await waiting();
    const jobId = await desk.uow.run(async (manager) => {
      const payload = { exportId, remoteAddress: null };
      const id = await jobs.enqueue(manager, exportJob, payload, { key: exportId, requestedBy: 'finance' });
      await manager.update(JobRun, { id }, { runAfter: '2999-01-01T00:00:00.000Z' });
      await manager.update(PaperExport, { id: exportId }, { jobId: id });
      return id;
    });
    expect((await finance.delete<Refusal>(`/exports/${exportId}`)).body.code).toBe('export-under-way');
    expect((await finance.post(`/jobs/${jobId}/cancel`)).status).toBe(200);
    expect(await desk.view(finance, exportId)).toMatchObject({ state: 'cancelled' });
    expect((await finance.delete(`/exports/${exportId}`)).status).toBe(204);
  });

  it('begins anew after its process was killed in the middle, and comes to the same once', async () => {
    const { exportId } = await waiting();
    // Papers of a first try and its half-written file, as a killed process leaves them.
    const [paper] = await desk.papers();
    if (paper === undefined) throw new Error('There is no paper yet');
    await desk.uow.run(async (manager) => {
      await manager.insert('paper', { ...paper, id: newId(), code: '1111-1111-1111', exportId });
      await manager.update(PaperExport, { id: exportId }, { attempt: 1 });
    });
    mkdirSync(desk.scratchFolder, { recursive: true });
    writeFileSync(path.join(desk.scratchFolder, `${exportId}-1`), 'half');
    const jobs = sealed.court.api.app.get(JobQueue, { strict: false });
    const jobId = await desk.uow.run(async (manager) => {
      const payload = { exportId, remoteAddress: null };
      const id = await jobs.enqueue(manager, exportJob, payload, { key: exportId, requestedBy: 'finance' });
      const killed = { status: 'running', attempts: 1, leaseOwner: NOBODY, leaseUntil: LONG_AGO } as const;
      await manager.update(JobRun, { id }, killed);
      await manager.update(PaperExport, { id: exportId }, { jobId: id });
      return id;
    });
    expect((await finance.get('/papers/1111-1111-1111')).status).not.toBe(200);
    expect(await desk.settled(jobId)).toBe('succeeded');
    expect(await desk.traces(exportId)).toMatchObject({ papers: 2, forms: 2, stored: 1, scratch: [] });
    const before = await desk.view(finance, exportId);
    await writer().run({ exportId, remoteAddress: null }, new Pace({}));
    expect(await desk.view(finance, exportId)).toEqual(before);
  });

  it('clears what a killed process has left of an export that nobody goes on with', async () => {
    const { exportId } = await waiting();
    const [paper] = await desk.papers();
    await desk.uow.run((manager) =>
      manager.insert('paper', { ...paper, id: newId(), code: '2222-2222-2222', exportId }),
    );
    mkdirSync(desk.scratchFolder, { recursive: true });
    writeFileSync(path.join(desk.scratchFolder, `${exportId}-1`), 'half');
    await jobsAreDone(sealed.court.api);
    await sealed.court.api.app.get(RemoveOldExports, { strict: false }).run();
    expect(await desk.traces(exportId)).toMatchObject({ papers: 0, forms: 0, scratch: [] });
  });

  it('lets a try that lost its job write nothing more', async () => {
    const { exportId } = await waiting();
    class Overtaken extends Pace {
      override async breathe(): Promise<void> {
        await desk.uow.run((manager) => manager.increment(PaperExport, { id: exportId }, 'attempt', 1));
      }
    }
    await expect(writer().run({ exportId, remoteAddress: null }, new Overtaken({}))).rejects.toThrow();
    expect(await desk.traces(exportId)).toMatchObject({ papers: 0, stored: 0, scratch: [] });
  });

  it('is told in the audit trail: asked for, written with its hash, fetched, deleted', async () => {
    const view = await desk.written(finance, { ...JUNE, projectId: sealed.idOf() });
    await desk.file(finance, view.id);
    await finance.delete(`/exports/${view.id}`);
    const subject = `export/${view.id}`;
    for (const action of ['exports.request', 'exports.finish', 'exports.download', 'exports.delete'] as const) {
      const told = (await entries(action)).filter((entry) => entry.subject === subject);
      expect([action, told.map(({ actor }) => actor)]).toEqual([action, ['finance']]);
    }
    const [finished] = (await entries('exports.finish')).filter((entry) => entry.subject === subject);
    expect(finished?.after).toMatchObject({ sha256: view.sha256, projects: 1, papers: 1 });
  });
});
