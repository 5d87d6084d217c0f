import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  ImportUploadView,
  StagedProject,
  StagedProjectPage,
} from '../../apps/api/src/features/imports/http/uploads.dto.js';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import type { TargetApprovalPage } from '../../apps/api/src/features/targets/http/target-approvals.dto.js';
import type { ProjectDetail } from '../../apps/api/src/features/targets/http/targets.dto.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Answer, type Refusal, type Visitor } from '../support/api.js';
import {
  confirmUpload,
  document,
  importDocuments,
  lightsAreUp,
  openRound,
  projectIds,
  readDocuments,
  rowCounts,
  text,
} from '../support/county.js';
import { until } from '../support/job-rig.js';
import { describeBackends } from '../support/services.js';
import type { UploadedFile } from '../support/upload.js';

describeBackends('Decisions about imports', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let clerk: Visitor;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('other', 'clerk', '340001');
    finance = await api.as('finance');
    clerk = await api.as('clerk');
  });
  afterAll(() => api.close());

  const court = document('ok/court-2022.txt');
  const changed = (from: string, to: string): UploadedFile => {
    const bytes = text(court).replaceAll(from, to);
    expect(bytes).not.toBe(text(court));
    return { name: court.name, bytes };
  };
  const reader = () => api.app.get(UnitOfWork, { strict: false }).reader;
  const rows = async (visitor: Visitor, upload: ImportUploadView, query = ''): Promise<StagedProjectPage['items']> =>
    (await visitor.get<StagedProjectPage>(`/imports/${upload.batches[0]?.id}/projects?size=200${query}`)).body.items;
  const one = async (visitor: Visitor, upload: ImportUploadView, place = 0): Promise<StagedProject> => {
    const id = (await rows(visitor, upload))[place]?.id;
    return (await visitor.get<StagedProject>(`/imports/${upload.batches[0]?.id}/projects/${id}`)).body;
  };
  const correct = (visitor: Visitor, { batchId, id }: StagedProject, patch: object): Promise<Answer<StagedProject>> =>
    visitor.patch<StagedProject>(`/imports/${batchId}/projects/${id}`, patch);
  const refusal = async (answer: Promise<Answer>): Promise<[number, string, ...string[]]> => {
    const { status, body } = await answer;
    const { code, issues } = body as Refusal;
    return [status, code, ...(issues ?? []).map((issue) => `${issue.path} ${issue.code}`)];
  };

  it('R17: saves what a person corrected, with the trail of it; how an indicator is judged is left to finance', async () => {
    const shown = await readDocuments(clerk, [court], { year: 2022 });
    const project = await one(clerk, shown);
    const other = project.indicatorList[0]?.direction === 'atMost' ? 'atLeast' : 'atMost';
    expect(project.indicatorList[0]?.valueAt).toMatch(/^line \d+ cell \d+$|^line \d+$/);
    expect(await refusal(correct(clerk, project, { indicators: [{ index: 0, direction: other }] }))).toEqual([
      403,
      'judgement-by-finance',
      'indicators.0.direction judgement-by-finance',
    ]);
    const patch = {
      budgetFen: 12_345_600,
      indicators: [{ index: 1, name: '更正后的名称', operator: 'gte', number: 7 }],
    };
    const { status, body } = await correct(clerk, project, patch);
    expect([status, body.budgetFen, body.corrected, body.correctedFields]).toEqual([
      200,
      12_345_600,
      true,
      ['budgetFen'],
    ]);
    expect(body.indicatorList[1]).toMatchObject({
      name: '更正后的名称',
      operator: 'gte',
      number: 7,
      direction: 'atLeast',
    });
    expect(body.indicatorList[1]?.corrected).toEqual(expect.arrayContaining(['name', 'number']));
    const judged = await correct(finance, project, { indicators: [{ index: 0, direction: other }] });
    expect(judged.body.indicatorList[0]).toMatchObject({ direction: other, directionInferred: false });
    await confirmUpload(clerk, shown.uploadId);
    const [{ id } = { id: '' }] = await reader().findBy(Project, { year: 2022, name: project.name });
    const stored = (await finance.get<ProjectDetail>(`/projects/${id}`)).body;
    expect(stored.indicators.map(({ name }) => name)).toContain('更正后的名称');
    expect(stored.indicators[0]).toMatchObject({ direction: other, corrected: ['direction'] });
    const trail = await reader().find(AuditEntry, {
      where: { action: 'imports.save' },
      order: { id: 'DESC' },
      take: 1,
    });
    expect(JSON.stringify(trail[0]?.after)).toContain('更正后的名称');
  });

  it('changes nothing when the same file comes again, corrections included', async () => {
    const again = await readDocuments(clerk, [court], { year: 2022 });
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
    expect(again.batches[0]?.sameFile).toMatchObject({ importedBy: 'clerk' });
    expect((await rows(clerk, again)).filter(({ corrected }) => corrected)).toHaveLength(1);
    // An indicator whose value is printed as before keeps its correction also in another file.
    const revised = await readDocuments(clerk, [{ name: 'revised.txt', bytes: `${text(court)}\n\n` }], { year: 2022 });
    expect(revised.counts).toMatchObject({ changed: 1, unchanged: 1 });
    const project = await one(clerk, revised);
    expect(project.differences.map(({ field }) => field)).toEqual(['budget']);
    await clerk.delete(`/imports/uploads/${revised.uploadId}`);
  });

  it('takes a correction back when a field gets the value that was read, with what followed from it', async () => {
    const shown = await readDocuments(clerk, [court], { year: 2052 });
    const read = await one(clerk, shown);
    expect([read.understood, read.projectId, read.indicatorList[1]?.understood]).toEqual([null, null, null]);
    const patch = { name: '另一个名称', indicators: [{ index: 1, operator: 'lte', number: 7 }] };
    const { body: corrected } = await correct(clerk, read, patch);
    expect(corrected.understood).toMatchObject({ name: read.name });
    const { operator, number } = corrected.indicatorList[1]?.understood ?? {};
    expect([operator, number]).toEqual([read.indicatorList[1]?.operator, read.indicatorList[1]?.number]);
    const { body: back } = await correct(clerk, read, {
      name: read.name,
      indicators: [{ index: 1, operator, number }],
    });
    const withoutOriginals = ({ understood: _project, indicatorList, ...rest }: StagedProject) => ({
      ...rest,
      indicatorList: indicatorList.map(({ understood: _indicator, ...each }) => each),
    });
    expect(withoutOriginals(back)).toEqual(withoutOriginals(read));
    await confirmUpload(clerk, shown.uploadId);
    const [{ id } = { id: '' }] = await reader().findBy(Project, { year: 2052, name: read.name });
    expect((await one(clerk, shown)).projectId).toBe(id);
  });

  it('lists first what needs a look', async () => {
    const shown = await readDocuments(clerk, [court], { year: 2053 });
    const listed = await rows(clerk, shown);
    const rank = listed.map(({ change, warnings }) => (change === 'refused' ? 0 : warnings > 0 ? 1 : 2));
    expect(rank).toEqual([...rank].sort());
    expect(listed.length).toBeGreaterThan(1);
  });

  it('R1, R4: refuses corrections that cannot be right, with the field of each', async () => {
    const shown = await readDocuments(clerk, [court], { year: 2041 });
    const project = await one(clerk, shown);
    const schedule = [50, 40, 80, 100].map((percent, place) => ({ month: [3, 6, 10, 12][place], percent }));
    const indicators = [
      { index: 0, operator: 'gte', number: null },
      { index: 1, operator: 'date' },
      { index: 999, name: '没有' },
    ];
    expect(await refusal(correct(clerk, project, { code: 'ABC', schedule, indicators }))).toEqual([
      422,
      'correction-invalid',
      'code project-code-malformed',
      'schedule schedule-decreasing',
      'indicators.0.number number-needed',
      'indicators.1.dueDate day-needed',
      'indicators.2.index indicator-not-there',
    ]);
    expect(await refusal(correct(clerk, project, { budgetFen: -1 }))).toEqual([
      400,
      'invalid-input',
      'budgetFen too-small',
    ]);
    expect((await one(clerk, shown)).corrected).toBe(false);
    await clerk.delete(`/imports/uploads/${shown.uploadId}`);
  });

  it('lets a project that was refused as given twice take the place of the one that was renamed', async () => {
    const shown = await readDocuments(clerk, [court, court], { year: 2042 });
    expect(shown.counts).toMatchObject({ new: 2, refused: 2 });
    const project = await one(clerk, shown);
    await correct(clerk, project, { name: '另一个名称', code: null });
    const { counts } = (await clerk.get<ImportUploadView>(`/imports/uploads/${shown.uploadId}`)).body;
    expect(counts).toMatchObject({ new: 3, refused: 1 });
    await clerk.delete(`/imports/uploads/${shown.uploadId}`);
  });

  it('shows anew, and does not save, what was stored otherwise since the preview', async () => {
    const first = await readDocuments(clerk, [court], { year: 2023 });
    await importDocuments(clerk, [changed('72.5万元', '80万元')], { year: 2023 });
    const before = await rowCounts(api);
    const outdated = await confirmUpload(clerk, first.uploadId);
    expect(outdated).toMatchObject({ status: 'ready', outdated: true, counts: { new: 0, changed: 1, unchanged: 1 } });
    expect((await rowCounts(api)).TargetVersion).toBe(before.TargetVersion);
    expect(await confirmUpload(clerk, first.uploadId)).toMatchObject({ status: 'saved', outdated: false });
  });

  it('confirms several files together, and none while one of them cannot be read', async () => {
    const shown = await readDocuments(clerk, [court, document('not-ok/prose.txt')], { year: 2043 });
    expect([shown.status, shown.batches.map(({ status }) => status)]).toEqual(['failed', ['ready', 'failed']]);
    const confirm = () => clerk.post(`/imports/uploads/${shown.uploadId}/confirm`);
    expect(await refusal(confirm())).toEqual([409, 'import-file-failed']);
    // Finance sees the unit's upload with all its files, also the one of which nobody knows whose it is.
    const { body } = await finance.get<ImportUploadView>(`/imports/uploads/${shown.uploadId}`);
    expect(body.batches).toHaveLength(2);
    expect((await clerk.delete(`/imports/${shown.batches[1]?.id}`)).status).toBe(204);
    const saved = await confirmUpload(clerk, shown.uploadId);
    expect([saved.status, saved.batches.map(({ status }) => status)]).toEqual(['saved', ['saved', 'discarded']]);
  });

  it('keeps a person of another unit, and one who may not import, from an upload', async () => {
    const shown = await readDocuments(clerk, [court], { year: 2044 });
    const project = await one(clerk, shown);
    const other = await api.as('other');
    for (const answer of [
      other.get(`/imports/uploads/${shown.uploadId}`),
      other.post(`/imports/uploads/${shown.uploadId}/confirm`),
      other.delete(`/imports/uploads/${shown.uploadId}`),
      other.delete(`/imports/${project.batchId}`),
      other.get(`/imports/${project.batchId}/projects/${project.id}`),
      correct(other, project, { name: '别人' }),
      other.post(`/imports/${project.batchId}/undo`),
    ]) {
      expect(await refusal(answer)).toEqual([404, 'not-found']);
    }
    expect((await clerk.delete(`/imports/uploads/${shown.uploadId}`)).status).toBe(204);
    expect(await refusal(clerk.post(`/imports/uploads/${shown.uploadId}/confirm`))).toEqual([409, 'import-over']);
    expect(await refusal(clerk.get(`/imports/${project.batchId}/file`))).toEqual([404, 'import-file-not-kept']);
  });

  const undo = async (
    visitor: Visitor,
    { batches: [batch], uploadId }: ImportUploadView,
  ): Promise<ImportUploadView> => {
    const { status, body } = await visitor.post<{ jobId: string }>(`/imports/${batch?.id}/undo`);
    expect(status).toBe(202);
    const isOver = async () =>
      (await visitor.get<{ status: string }>(`/jobs/${body.jobId}`)).body.status === 'succeeded';
    await until(isOver, 'the undoing has ended', 20_000);
    return (await visitor.get<ImportUploadView>(`/imports/uploads/${uploadId}`)).body;
  };

  it('undoes what an import made and changed, department goals included', async () => {
    const goals = document('ok/justice-bureau-2022.txt');
    const first = await importDocuments(finance, [goals], { year: 2024 });
    const before = await rowCounts(api);
    const second = await importDocuments(finance, [{ ...goals, bytes: text(goals).replaceAll('28.00', '29.00') }], {
      year: 2024,
    });
    expect(second.counts.changed).toBe(1);
    const undone = await undo(finance, second);
    expect(undone).toMatchObject({ status: 'undone', batches: [{ undoneBy: 'finance', undoable: false }] });
    const again = await readDocuments(finance, [goals], { year: 2024 });
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 13 });
    expect((await undo(finance, first)).status).toBe('undone');
    const after = await rowCounts(api);
    expect([after.Project, after.DepartmentGoal]).toEqual([
      (before.Project ?? 0) - 13,
      (before.DepartmentGoal ?? 0) - (await goalsOf(first)),
    ]);
    expect(await refusal(finance.post(`/imports/${first.batches[0]?.id}/undo`))).toEqual([409, 'import-not-undoable']);
  });

  const goalsOf = async ({ batches }: ImportUploadView): Promise<number> => batches[0]?.departmentGoals.length ?? 0;

  it('does not undo what was reported upon, and says which projects stand in the way', async () => {
    const saved = await importDocuments(clerk, [court], { year: 2025 });
    await openRound(finance, 2025, 3);
    await lightsAreUp(api, 2025);
    const ids = await projectIds(finance, 2025, 3);
    const [[name, id] = ['', '']] = [...ids];
    const report = { version: 0, expenditureFen: 100, results: [] };
    expect((await clerk.put(`/rounds/2025/3/projects/${id}/report`, report)).status).toBe(200);
    const kept = await undo(clerk, saved);
    expect(kept.status).toBe('saved');
    expect(kept.batches[0]?.failure).toMatchObject({ code: 'undo-refused', issues: [{ code: 'undo-has-reports' }] });
    expect(kept.batches[0]?.failure?.issues[0]?.message).toContain(name);
    expect(await reader().countBy(Project, { year: 2025 })).toBe(2);
  });

  it('keeps what finance has approved from an import and from an undo of the unit, which proposes changes instead', async () => {
    const saved = await importDocuments(clerk, [court], { year: 2062 });
    const listed = await finance.get<TargetApprovalPage>('/target-approvals?year=2062');
    const projects = listed.body.items.map(({ projectId, version }) => ({ projectId, version }));
    const approved = { step: 'approve', projects, documentNumber: '财绩〔2062〕1号', documentDate: '2062-01-05' };
    expect((await finance.post('/target-approvals', approved)).status).toBe(200);
    const targets = async () => (await finance.get<TargetApprovalPage>('/target-approvals?year=2062')).body.items;
    const before = await targets();
    const cut = changed('40万元', '4万元');
    const shown = await readDocuments(clerk, [cut], { year: 2062 });
    expect(shown.counts).toMatchObject({ changed: 0, refused: 1, unchanged: 1 });
    const [refused] = (await rows(clerk, shown)).filter(({ refusal: why }) => why !== null);
    expect(refused?.refusal).toBe('project-approved');
    const kept = await undo(clerk, saved);
    expect(kept.batches[0]?.failure?.issues.map(({ code }) => code)).toEqual(['undo-approved', 'undo-approved']);
    expect(await targets()).toEqual(before);

    const [organisationId] = (await targets()).map((each) => each.organisationId);
    const byFinance = await importDocuments(finance, [cut], { year: 2062, organisationId: organisationId ?? '' });
    expect(byFinance.counts).toMatchObject({ changed: 1, refused: 0 });
    const states = (await targets()).map(({ state }) => state);
    expect(states.sort()).toEqual(['approved', 'draft']);
  });

  it('shows an import anew where its project was approved between the preview and the confirmation', async () => {
    await importDocuments(clerk, [court], { year: 2063 });
    const shown = await readDocuments(clerk, [changed('40万元', '4万元')], { year: 2063 });
    expect(shown.counts).toMatchObject({ changed: 1, refused: 0 });
    const listed = await finance.get<TargetApprovalPage>('/target-approvals?year=2063');
    const projects = listed.body.items.map(({ projectId, version }) => ({ projectId, version }));
    await finance.post('/target-approvals', { step: 'approve', projects });
    const confirmed = await confirmUpload(clerk, shown.uploadId);
    expect(confirmed).toMatchObject({ status: 'ready', outdated: true, counts: { changed: 0, refused: 1 } });
  });
});
