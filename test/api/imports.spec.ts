import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  ImportBatchPage,
  ImportUploadView,
  StagedProject,
  StagedProjectPage,
} from '../../apps/api/src/features/imports/http/uploads.dto.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { TargetVersion } from '../../apps/api/src/features/targets/persistence/target-version.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import {
  confirmUpload,
  document,
  importDocuments,
  lightsAreUp,
  openRound,
  organisationId,
  readDocuments,
  rowCounts,
  text,
} from '../support/county.js';
import { describeBackends } from '../support/services.js';
import { upload } from '../support/upload.js';

describeBackends('Imports', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let clerk: Visitor;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('leader', 'leader', '001');
    finance = await api.as('finance');
    clerk = await api.as('clerk');
  });
  afterAll(() => api.close());

  const court = document('ok/court-2022.txt');
  const justice = document('ok/justice-bureau-2022.txt');
  const codes = ({ batches }: ImportUploadView): string[] =>
    batches.flatMap(({ warnings }) => warnings.map(({ code }) => code));
  const failures = ({ batches }: ImportUploadView) => batches.map(({ failure }) => failure?.code ?? null);
  const staged = async (visitor: Visitor, { batches }: ImportUploadView, place = 0): Promise<StagedProjectPage> =>
    (await visitor.get<StagedProjectPage>(`/imports/${batches[place]?.id}/projects?size=200`)).body;

  it('takes a document that names no unit for the clerk’s own, and says so', async () => {
    const result = await importDocuments(clerk, [court], { year: 2022 });
    expect(result).toMatchObject({ status: 'saved', counts: { new: 2 } });
    expect(result.batches[0]).toMatchObject({ organisationName: '法院', units: 1 });
    expect(codes(result)).toContain('unit-assumed');
    const refused = await readDocuments(finance, [court], { year: 2022 });
    expect([refused.status, failures(refused)]).toEqual(['failed', ['unit-not-named']]);
  });

  it('refuses a clerk a unit out of reach, and one that is not in the tree', async () => {
    const other = await organisationId(finance, '340001');
    const before = await rowCounts(api);
    const chosen = await clerk.post<Refusal>('/imports', ...upload([court], { year: 2022, organisationId: other }));
    expect([chosen.status, chosen.body.code]).toEqual([404, 'not-found']);
    expect(await rowCounts(api)).toEqual(before);
    expect(failures(await readDocuments(clerk, [justice], { year: 2022 }))).toEqual(['unit-unknown']);
    expect((await (await api.as('leader')).post('/imports', ...upload([justice], { year: 2022 }))).status).toBe(403);
  });

  it('shows before saving exactly what saving does, a missing unit included', async () => {
    const counts = await rowCounts(api);
    const shown = await readDocuments(finance, [justice], { year: 2022 });
    expect([shown.status, codes(shown)]).toEqual(['ready', expect.arrayContaining(['unit-will-be-added'])]);
    const { Project: projects, Organisation: organisations, FiscalYear: years } = await rowCounts(api);
    expect([projects, organisations, years]).toEqual([counts.Project, counts.Organisation, counts.FiscalYear]);
    const before = await staged(finance, shown);
    const saved = await confirmUpload(finance, shown.uploadId);
    const projectId = expect.any(String);
    expect(await staged(finance, saved)).toEqual({
      ...before,
      items: before.items.map((item) => ({ ...item, projectId })),
    });
    expect(saved.counts).toMatchObject({ new: 13, changed: 0, refused: 0 });
    expect((await rowCounts(api)).Project).toBe((counts.Project ?? 0) + 13);
    expect(await organisationId(finance, '772001')).toEqual(expect.any(String));
  });

  it('changes nothing when the same document comes again, and names the import that brought it first', async () => {
    const before = await rowCounts(api);
    const again = await importDocuments(finance, [justice], { year: 2022 });
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 13, missing: 0 });
    expect(again.batches[0]?.sameFile).toMatchObject({ importedBy: 'finance', importedByName: '显示 finance' });
    const after = await rowCounts(api);
    const unchanged = ['Project', 'TargetVersion', 'Indicator', 'ScheduleCheckpoint', 'DepartmentGoal', 'StoredFile'];
    expect(unchanged.map((name) => after[name])).toEqual(unchanged.map((name) => before[name]));
    // That it was uploaded, and that it was saved.
    expect(after.AuditEntry).toBe((before.AuditEntry ?? 0) + 2);
  });

  it('keeps the very bytes of a file', async () => {
    const { body } = await finance.get<ImportBatchPage>('/imports?year=2022');
    const answer = await finance.get(`/imports/${body.items[0]?.id}/file`);
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''justice-bureau-2022.txt");
    expect(answer.body).toBe(text(justice));
  });

  it('lists what is stored for the units of a document and not in it', async () => {
    const [head = '', ...tables] = text(justice).split(/(?=^.*绩效目标表$)/m);
    const shorter = { name: 'shorter.txt', bytes: [head, ...tables.slice(0, -1)].join('') };
    const shown = await readDocuments(finance, [shorter], { year: 2022 });
    expect(shown.counts.missing).toBeGreaterThan(0);
    const { items } = (await finance.get<StagedProjectPage>(`/imports/${shown.batches[0]?.id}/projects?change=missing`))
      .body;
    expect(items.map(({ change }) => change)).toEqual(Array(shown.counts.missing).fill('missing'));
    expect((await finance.delete(`/imports/uploads/${shown.uploadId}`)).status).toBe(204);
  });

  it('takes a document that comes a dozen times at once for one and the same', async () => {
    const shown = await Promise.all(Array.from({ length: 12 }, () => readDocuments(clerk, [court], { year: 2031 })));
    const saved = await Promise.all(shown.map(({ uploadId }) => confirmUpload(clerk, uploadId)));
    const outdated = saved.filter(({ status }) => status === 'ready');
    expect([saved.length - outdated.length, outdated.every((each) => each.outdated)]).toEqual([1, true]);
    for (const { counts } of outdated) expect(counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
  });

  it('saves once what is confirmed twice at once, and answers the same when it has been saved', async () => {
    const shown = await readDocuments(clerk, [court], { year: 2033 });
    const confirm = () => clerk.post<{ jobId: string }>(`/imports/uploads/${shown.uploadId}/confirm`);
    const [first, second] = await Promise.all([confirm(), confirm()]);
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body.jobId).toBe(first.body.jobId);
    expect((await confirmUpload(clerk, shown.uploadId)).status).toBe('saved');
    const again = await confirm();
    expect([again.status, again.body.jobId]).toEqual([202, first.body.jobId]);
    const { reader } = api.app.get(UnitOfWork, { strict: false });
    expect(await reader.countBy(Project, { year: 2033 })).toBe(shown.counts.new);
    const elsewhere = await finance.post<Refusal>(`/imports/uploads/${shown.uploadId}/confirm`);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'import-over']);
  });

  it('keeps a change of content and a change of name that come at the same time', async () => {
    const file = document('ok/city-court-2023.txt');
    const change = async (from: string, to: string): Promise<void> => {
      const bytes = text(file).replaceAll(from, to);
      expect(bytes).not.toBe(text(file));
      let shown = await readDocuments(finance, [{ name: file.name, bytes }], { year: 2032 });
      // What was confirmed too late is shown anew, and confirmed again.
      while (shown.status === 'ready') shown = await confirmUpload(finance, shown.uploadId);
      expect(shown.status).toBe('saved');
    };
    await importDocuments(finance, [file], { year: 2032 });
    const names = ['审判楼水电及物业费', '办公楼水电及物业费', '审判楼水电与物业费'];
    await Promise.all(names.flatMap((name) => [change('审判楼水电及物业费', `${name}A`), change('100%', '99%')]));
    const { reader } = api.app.get(UnitOfWork, { strict: false });
    for (const { id, currentVersion } of await reader.findBy(Project, { year: 2032 })) {
      expect(currentVersion).toBe(await reader.countBy(TargetVersion, { projectId: id }));
    }
  });

  it('refuses a project that two files of one upload bring, and a code of another unit', async () => {
    const organisation = await organisationId(finance, '340002');
    const elsewhere = await readDocuments(finance, [justice], { year: 2022, organisationId: organisation });
    expect(elsewhere.counts).toMatchObject({ refused: 13 });
    const twice = await readDocuments(finance, [justice, justice], { year: 2024 });
    expect(twice.counts).toMatchObject({ new: 13, refused: 13 });
    expect((await staged(finance, twice, 1)).items[0]?.refusal).toBe('project-twice');
  });

  it('keeps what is not classified of a document, refuses the rest with the reason, and keeps nothing of it', async () => {
    const result = await importDocuments(finance, [document('ok/classified.txt')], { year: 2024 });
    const { items } = await staged(finance, result);
    expect(new Set(items.map(({ change, refusal }) => refusal ?? change))).toEqual(
      new Set(['new', 'classified-project']),
    );
    const [batch] = result.batches;
    const secret = items.find(({ refusal }) => refusal === 'classified-project');
    const { body } = await finance.get<StagedProject>(`/imports/${batch?.id}/projects/${secret?.id}`);
    expect([body.budgetFen, body.indicatorList, body.goals, body.sources]).toEqual([null, [], [], {}]);
    expect(batch?.hasFile).toBe(false);
    const file = await finance.get<Refusal>(`/imports/${batch?.id}/file`);
    expect([file.status, file.body.code]).toEqual([404, 'import-file-not-kept']);
  });

  it('keeps the complete rows of a table that is cut off, and reports the other', async () => {
    const result = await importDocuments(finance, [document('ok/cut-off-middle.txt')], { year: 2024 });
    const [row] = (await staged(finance, result)).items;
    expect(row).toMatchObject({ change: 'new' });
    const { body } = await finance.get<StagedProject>(`/imports/${result.batches[0]?.id}/projects/${row?.id}`);
    expect(body.indicatorList.length).toBeGreaterThan(0);
    expect(body.incompleteIndicators.length).toBeGreaterThan(0);
  });

  it('warns of a year that the document denies, and says that an open round keeps its targets', async () => {
    expect(codes(await importDocuments(finance, [justice], { year: 2025 }))).toContain('year-differs');
    await openRound(finance, 2025, 3);
    await lightsAreUp(api, 2025);
    const changed = { ...justice, bytes: text(justice).replaceAll('28.00', '29.00') };
    const shown = await readDocuments(finance, [changed], { year: 2025 });
    expect(shown.counts).toMatchObject({ changed: 1, unchanged: 12 });
    expect(codes(shown)).toContain('open-round-keeps-targets');
  });

  it('lists what was taken in, within what the reader may see', async () => {
    const all = await finance.get<ImportBatchPage>('/imports');
    const own = await clerk.get<ImportBatchPage>('/imports?year=2022');
    const saved = own.body.items.filter(({ status }) => status === 'saved');
    expect(saved).toMatchObject([
      {
        file: 'court-2022.txt',
        organisationName: '法院',
        importedBy: 'clerk',
        importedByName: '显示 clerk',
        counts: { new: 2 },
      },
    ]);
    expect(all.body.total).toBeGreaterThan(saved.length);
    const foreign = all.body.items.find(({ organisationName }) => organisationName !== '法院');
    for (const path of ['projects', 'file']) {
      expect((await clerk.get(`/imports/${foreign?.id}/${path}`)).status).toBe(404);
    }
    expect((await clerk.get(`/imports/uploads/${foreign?.uploadId}`)).status).toBe(404);
  });
});
