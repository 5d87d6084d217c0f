import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ImportResult } from '../../apps/api/src/features/imports/index.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { TargetVersion } from '../../apps/api/src/features/targets/persistence/target-version.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import {
  document,
  importDocuments,
  lightsAreUp,
  openRound,
  organisationId,
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
  const codes = ({ documents }: ImportResult): string[] =>
    documents.flatMap(({ warnings }) => warnings.map(({ code }) => code));

  it('takes a document that names no unit for the clerk’s own, and says so', async () => {
    const result = await importDocuments(clerk, [court], { year: 2022 });
    expect(result).toMatchObject({ saved: true, counts: { new: 2 } });
    expect(result.documents[0]).toMatchObject({ organisationId: await organisationId(clerk, '336001') });
    expect(codes(result)).toContain('unit-assumed');
    const refused = await finance.post<Refusal>('/imports', ...upload([court], { year: 2022 }));
    expect([refused.status, refused.body.code]).toEqual([422, 'unit-not-named']);
  });

  it('refuses a clerk a unit out of reach, and one that is not in the tree', async () => {
    const other = await organisationId(finance, '340001');
    const chosen = await clerk.post<Refusal>('/imports', ...upload([court], { year: 2022, organisationId: other }));
    expect([chosen.status, chosen.body.code]).toEqual([404, 'not-found']);
    const printed = await clerk.post<Refusal>('/imports', ...upload([justice], { year: 2022 }));
    expect([printed.status, printed.body.code]).toEqual([422, 'unit-unknown']);
    expect((await (await api.as('leader')).post('/imports', ...upload([justice], { year: 2022 }))).status).toBe(403);
  });

  it('shows in a preview exactly what saving does, a missing unit included', async () => {
    const counts = await rowCounts(api);
    const preview = await finance.post<ImportResult>('/imports/preview', ...upload([justice], { year: 2022 }));
    expect(codes(preview.body)).toContain('unit-will-be-added');
    expect(await rowCounts(api)).toEqual(counts);
    const saved = await importDocuments(finance, [justice], { year: 2022 });
    expect(saved.documents[0]?.organisationId).toBe(await organisationId(finance, '772001'));
    const comparable = ({ documents }: ImportResult): unknown =>
      documents.map(({ organisationId: _id, ...rest }) => rest);
    expect(comparable(saved)).toEqual(comparable(preview.body));
  });

  it('changes nothing when the same document comes again', async () => {
    const before = await rowCounts(api);
    const again = await importDocuments(finance, [justice], { year: 2022 });
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 13 });
    const after = await rowCounts(api);
    expect(after).toEqual({ ...before, ImportBatch: before.ImportBatch! + 1, AuditEntry: before.AuditEntry! + 1 });
  });

  it('takes a document that comes a dozen times at once for one and the same', async () => {
    const send = () => clerk.post<ImportResult>('/imports', ...upload([court], { year: 2031 }));
    const answers = await Promise.all(Array.from({ length: 12 }, send));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(answers.map(({ body }) => body.counts.new).sort((a, b) => b - a)).toEqual([2, ...Array(11).fill(0)]);
  });

  it('keeps a change of content and a change of name that come at the same time', async () => {
    const file = document('ok/city-court-2023.txt');
    const send = (from: string, to: string) => {
      const bytes = text(file).replaceAll(from, to);
      expect(bytes).not.toBe(text(file));
      return finance.post<ImportResult>('/imports', ...upload([{ name: file.name, bytes }], { year: 2032 }));
    };
    await importDocuments(finance, [file], { year: 2032 });
    const changes = ['审判楼水电及物业费', '办公楼水电及物业费', '审判楼水电与物业费', '审判大楼水电费'].flatMap(
      (name) => [send('审判楼水电及物业费', `${name}A`), send('100%', '99%')],
    );
    for (const { status } of await Promise.all(changes)) expect(status).toBe(201);
    const { reader } = api.app.get(UnitOfWork, { strict: false });
    for (const { id, currentVersion } of await reader.findBy(Project, { year: 2032 })) {
      expect(currentVersion).toBe(await reader.countBy(TargetVersion, { projectId: id }));
    }
  });

  it('refuses a project that two files of one request bring, and a code of another unit', async () => {
    const organisation = await organisationId(finance, '340002');
    const elsewhere = await finance.post<Refusal>(
      '/imports/preview',
      ...upload([justice], { year: 2022, organisationId: organisation }),
    );
    expect(elsewhere.body).toMatchObject({ counts: { refused: 13 } });
    const twice = await finance.post<ImportResult>('/imports/preview', ...upload([justice, justice], { year: 2024 }));
    expect(twice.body.counts).toMatchObject({ new: 13, refused: 13 });
    expect(twice.body.documents[1]?.projects[0]?.refusal).toBe('project-twice');
  });

  it('keeps what is not classified of a document, and refuses the rest with the reason', async () => {
    const result = await importDocuments(finance, [document('ok/classified.txt')], { year: 2024 });
    const changes = result.documents[0]?.projects.map(({ change, refusal }) => refusal ?? change) ?? [];
    expect(new Set(changes)).toEqual(new Set(['new', 'classified-project']));
  });

  it('keeps the complete rows of a table that is cut off, and reports the other', async () => {
    const result = await importDocuments(finance, [document('ok/cut-off-middle.txt')], { year: 2024 });
    const [project] = result.documents[0]?.projects ?? [];
    expect(project).toMatchObject({ change: 'new' });
    expect(project?.indicators.length).toBeGreaterThan(0);
    expect(project?.incompleteIndicators.length).toBeGreaterThan(0);
  });

  it('warns of a year that the document denies, and of an open round that changes', async () => {
    expect(codes(await importDocuments(finance, [justice], { year: 2025 }))).toContain('year-differs');
    await openRound(finance, 2025, 3);
    await lightsAreUp(api, 2025);
    const changed = { ...justice, bytes: Buffer.from(justice.bytes).toString('utf8').replaceAll('28.00', '29.00') };
    const preview = await finance.post<ImportResult>('/imports/preview', ...upload([changed], { year: 2025 }));
    expect(preview.body.counts).toMatchObject({ changed: 1, unchanged: 12 });
    expect(codes(preview.body)).toContain('open-round-affected');
  });

  it('lists what was taken in, within what the reader may see', async () => {
    const all = await finance.get<{ total: number }>('/imports');
    const own = await clerk.get<{ total: number; items: object[] }>('/imports?year=2022');
    expect(own.body).toMatchObject({
      total: 1,
      items: [{ file: 'court-2022.txt', organisationName: '法院', importedBy: 'clerk', newProjects: 2 }],
    });
    expect(all.body.total).toBeGreaterThan(1);
  });
});
