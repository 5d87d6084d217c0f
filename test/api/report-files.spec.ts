import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReportUploads, type ReportFileResult } from '../../apps/api/src/features/reporting/index.js';
import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import type { CurrentUser } from '../../apps/api/src/platform/http/access.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { TestApi, type Answer, type Refusal, type Visitor } from '../support/api.js';
import {
  document,
  importDocuments,
  lightsAreUp,
  openRound,
  organisationId,
  projectIds,
  projectOf,
  rowCounts,
} from '../support/county.js';
import { cellOf, download, openWorkbook, saveWorkbook, type OpenWorkbook } from '../support/report-workbook.js';
import { describeBackends } from '../support/services.js';
import { upload, type UploadedFile } from '../support/upload.js';

const FILE = '/rounds/2022/6/report-file';
const TEMPLATE = '/rounds/2022/6/report-workbook';
const bytes = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));
const csv = (...lines: string[]): UploadedFile => ({ name: '季报.csv', bytes: bytes(...lines) });

describeBackends('Report files', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let clerk: Visitor;
  let ids: ReadonlyMap<string, string>;
  let project: string;
  let other: string;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('colleague', 'clerk', '336001');
    await api.addUser('justice', 'clerk', '340001');
    finance = await api.as('finance');
    clerk = await api.as('clerk');
    await importDocuments(finance, [document('ok/court-2022.txt')], {
      year: 2022,
      organisationId: await organisationId(finance, '336001'),
    });
    await openRound(finance, 2022, 3);
    await openRound(finance, 2022, 6);
    await lightsAreUp(api, 2022);
    ids = await projectIds(clerk, 2022, 6);
    [project = '', other = ''] = [...ids.keys()].sort();
  });
  afterAll(() => api.close());

  const send = <T = ReportFileResult>(file: UploadedFile, fields = {}, visitor = clerk): Promise<Answer<T>> =>
    visitor.post<T>(FILE, ...upload([file], fields));
  const refused = (file: UploadedFile, fields = {}, visitor = clerk) => send<Refusal>(file, fields, visitor);
  const codes = ({ body }: Answer<Refusal>): string[] =>
    body.issues?.map((issue) => `${issue.path} ${issue.code}`) ?? [];
  const report = async (name = project): Promise<ReportView> =>
    (await clerk.get<ReportView>(`/rounds/2022/6/projects/${ids.get(name)}/report`)).body;
  const template = async (visitor = clerk, locale = 'zh'): Promise<OpenWorkbook> =>
    openWorkbook(await download(api, visitor, TEMPLATE, locale));
  const spending = (workbook: OpenWorkbook, header: string, name = project) =>
    cellOf(workbook, '支出', ['项目名称', name], header);
  const indicator = (workbook: OpenWorkbook, name: string, header: string) =>
    cellOf(workbook, '指标', ['三级指标', name], header);
  const numeric = async (): Promise<string> => {
    const { indicators } = await projectOf(clerk, ids.get(project) ?? '');
    const names = indicators.map(({ name }) => name);
    const found = indicators.find(
      ({ kind, name }) =>
        (kind === 'cumulative' || kind === 'level') && names.filter((each) => each === name).length === 1,
    );
    return found?.name ?? '';
  };

  it('takes a template that was filled in, and the lights follow', async () => {
    const workbook = await template();
    const name = await numeric();
    spending(workbook, '累计支出数（万元）').value = 12.5;
    spending(workbook, '其中：财政资金（万元）').value = 10;
    spending(workbook, '支出偏差原因').value = '经费保障、其他';
    indicator(workbook, name, '完成值').value = 7;
    indicator(workbook, name, '完成目标可能性').value = '有可能';
    const file = await saveWorkbook(workbook);
    const before = await rowCounts(api);
    const preview = await send(file, { dryRun: 'true' });
    expect(preview).toMatchObject({ status: 200, body: { dryRun: true, changedProjects: 1, results: 1 } });
    expect(preview.body.changes.map(({ field, before: was, after }) => [field, was, after])).toEqual([
      ['expenditure', null, '12.50 万元'],
      ['fiscal', null, '10.00 万元'],
      ['other', null, '2.50 万元'],
      ['spendReasons', null, '经费保障、其他'],
      ['result', null, '7'],
      ['likelihood', null, '有可能'],
    ]);
    expect(preview.body.changes[4]).toMatchObject({
      project,
      indicator: name,
      at: expect.stringMatching(/^指标![A-Z]+\d+$/),
    });
    expect(await rowCounts(api)).toEqual(before);
    const saved = await send(file);
    expect(saved).toMatchObject({ status: 200, body: { dryRun: false, changedProjects: 1, changeCount: 6 } });
    expect(saved.body.jobIds).not.toEqual([]);
    await lightsAreUp(api, 2022);
    expect(await report()).toMatchObject({
      version: 1,
      expenditureFen: 12_500_000,
      fiscalFen: 10_000_000,
      otherFen: 2_500_000,
      reasons: ['funding', 'other'],
    });
    const { body } = await clerk.get<{ items: { name: string; executionRate: number | null }[] }>(
      '/lights?year=2022&month=6&size=200',
    );
    expect(body.items.find((row) => row.name === project)?.executionRate).toBeGreaterThan(0);
  });

  it('writes nothing for what the file states as it is stored', async () => {
    const again = await send(await saveWorkbook(await template()));
    expect(again).toMatchObject({ status: 200, body: { changedProjects: 0, changes: [], jobIds: [] } });
    expect((await report()).version).toBe(1);
  });

  it('R28: leaves what is stored where a cell is blank, and keeps zero as an answer', async () => {
    const workbook = await template();
    const name = await numeric();
    spending(workbook, '累计支出数（万元）').value = null;
    spending(workbook, '支出偏差原因').value = null;
    indicator(workbook, name, '完成值').value = 0;
    const saved = await send(await saveWorkbook(workbook));
    expect(saved.body.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['result', '7', '0'],
    ]);
    const stored = await report();
    expect(stored).toMatchObject({ expenditureFen: 12_500_000, reasons: ['funding', 'other'] });
    expect(stored.results.find(({ value }) => value === 0)).toMatchObject({ likelihood: 'possible' });
  });

  it('shows the last round and what is stored, in the language of the reader', async () => {
    await clerk.put(`/rounds/2022/3/projects/${ids.get(project)}/report`, {
      version: 0,
      expenditureFen: 3_000_000,
      results: [],
    });
    const workbook = await template();
    expect(spending(workbook, '上期支出数（万元）').value).toBe(3);
    expect(spending(workbook, '累计支出数（万元）').value).toBe(12.5);
    expect(spending(workbook, '项目编码').value).toBe((await projectOf(clerk, ids.get(project) ?? '')).code);
    const english = await template(clerk, 'en');
    expect(cellOf(english, 'Expenditure', ['Project name', project], 'Fiscal funds (10,000 yuan)').value).toBe(10);
    expect((await send(await saveWorkbook(english))).body.changedProjects).toBe(0);
  });

  it('holds the projects of the chosen unit, and of no other', async () => {
    const justice = await organisationId(finance, '340001');
    const court = await organisationId(finance, '336001');
    const workbook = await openWorkbook(await download(api, finance, `${TEMPLATE}?organisationId=${court}`));
    expect((workbook.getWorksheet('支出')?.rowCount ?? 0) - 3).toBe(ids.size);
    expect((await clerk.get<Refusal>(`${TEMPLATE}?organisationId=${justice}`)).body.code).toBe('not-found');
    expect((await clerk.get<Refusal>('/rounds/2022/9/report-workbook')).body.code).toBe('round-not-found');
  });

  it('knows a row by its hidden keys, and says that an edited name is ignored', async () => {
    const workbook = await template();
    const name = await numeric();
    indicator(workbook, name, '完成值').value = 8;
    indicator(workbook, name, '三级指标').value = '改了名的指标';
    spending(workbook, '项目名称').value = '改了名的项目';
    const { status, body } = await send(await saveWorkbook(workbook));
    expect(status).toBe(200);
    expect(body.changes.map(({ indicator: of, after }) => [of, after])).toEqual([[name, '8']]);
    expect(body.warnings.map(({ code }) => code)).toEqual(['name-ignored', 'name-ignored']);
    expect(body.warnings[0]?.message).toContain('改了名的项目');
  });

  it('refuses a template of another round or of another unit', async () => {
    const march = await saveWorkbook(await openWorkbook(await download(api, clerk, '/rounds/2022/3/report-workbook')));
    const wrong = await refused(march);
    expect(wrong).toMatchObject({ status: 422, body: { code: 'report-file-refused', params: { workbookId: null } } });
    expect(wrong.body.issues).toMatchObject([
      { code: 'workbook-other-round', message: '这是 2022 年 1-3 月的填报表，不能用于 2022 年 1-6 月。' },
    ]);
    const justice = await api.as('justice');
    expect(codes(await refused(await saveWorkbook(await template()), {}, justice))).toEqual([' workbook-other-unit']);
    const old = await template();
    const stamp = old.getWorksheet('jixiao');
    if (stamp) stamp.getCell('B1').value = 99;
    expect(codes(await refused(await saveWorkbook(old)))).toEqual([' workbook-other-version']);
  });

  it('refuses where somebody saved since the download, unless the cell says the same', async () => {
    const workbook = await template();
    const stored = await report();
    const saved = await clerk.put(`/rounds/2022/6/projects/${ids.get(project)}/report`, {
      version: stored.version,
      expenditureFen: 14_000_000,
      results: stored.results.map(({ indicatorId, value, likelihood }) => ({ indicatorId, value, likelihood })),
      reasons: stored.reasons,
    });
    expect(saved.status).toBe(200);
    const stale = await refused(await saveWorkbook(workbook));
    expect(stale.status).toBe(422);
    expect(new Set(stale.body.issues?.map(({ code }) => code))).toEqual(new Set(['report-changed']));
    spending(workbook, '累计支出数（万元）').value = 14;
    spending(workbook, '其中：财政资金（万元）').value = 14;
    spending(workbook, '其他资金（万元）').value = 0;
    expect(await send(await saveWorkbook(workbook))).toMatchObject({ status: 200, body: { changedProjects: 0 } });
  });

  it('lists unreadable cells and unknown names together, and saves nothing', async () => {
    const before = await report();
    const answer = await refused(
      csv(
        '项目名称,支出数（万元）,指标,完成值',
        `${project},20,无此指标,1`,
        '没有这个项目,-1,,',
        `${project},,${await numeric()},很多`,
      ),
    );
    expect(codes(answer)).toEqual([
      'line 3 cell 2 amount-negative',
      'line 4 cell 4 result-unreadable',
      'line 2 cell 3 indicator-unknown',
      'line 3 cell 1 project-unknown',
    ]);
    expect(await report()).toEqual(before);
    const json = { projects: [{ name: '没有这个项目', expenditureFen: -1 }] };
    const shape = await refused({ name: 'a.json', bytes: bytes(JSON.stringify(json)) });
    expect(codes(shape)).toEqual(['projects.0.expenditureFen too-small', 'projects.0 project-unknown']);
    expect(shape.body.params?.workbookId).toBeNull();
  });

  it('hands the workbook back with each error written beside its cell, to nobody else', async () => {
    const workbook = await template();
    const name = await numeric();
    spending(workbook, '累计支出数（万元）').value = -5;
    indicator(workbook, name, '完成值').value = { formula: '1+1', result: '很多' } as never;
    const { body } = await refused(await saveWorkbook(workbook));
    const where = `/report-uploads/${body.params?.workbookId}/workbook`;
    const marked = await openWorkbook(await download(api, clerk, where));
    const [first] = marked.worksheets;
    expect(first?.name).toBe('问题清单');
    expect(first?.getCell('A1').text).toContain('2 处问题');
    const amount = spending(marked, '累计支出数（万元）');
    const result = indicator(marked, name, '完成值');
    expect([amount.value, result.value]).toEqual([-5, '很多']);
    for (const cell of [amount, result]) expect(cell.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(JSON.stringify(amount.note)).toContain('金额“-5”不能为负数');
    expect(spending(marked, '问题').text).toContain('不能为负数');
    expect(indicator(marked, name, '问题').text).toContain('无法识别完成值“很多”');
    expect(spending(marked, '其他资金（万元）').fill).not.toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    const colleague = await api.as('colleague');
    expect((await colleague.get<Refusal>(where)).body.code).toBe('not-found');
    // The very file is corrected and taken: its marks are no part of the report.
    amount.value = 15;
    spending(marked, '其中：财政资金（万元）').value = 15;
    result.value = 9;
    const again = await send(await saveWorkbook(marked));
    expect(again).toMatchObject({ status: 200, body: { changedProjects: 1 } });
    amount.value = -1;
    const second = await refused(await saveWorkbook(marked));
    const renewed = await openWorkbook(
      await download(api, clerk, `/report-uploads/${second.body.params?.workbookId}/workbook`),
    );
    expect(indicator(renewed, name, '完成值').fill).not.toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(indicator(renewed, name, '完成值').note).toBeUndefined();
    expect(renewed.worksheets.filter((sheet) => sheet.name === '问题清单')).toHaveLength(1);
  });

  it('hands a CSV back as a workbook in which nothing is a formula', async () => {
    const evil = '=HYPERLINK("http://x","点")';
    const { body } = await refused(csv('项目名称,指标,完成值,备注', `"${evil.replaceAll('"', '""')}",甲,很多,@x`));
    const marked = await openWorkbook(
      await download(api, clerk, `/report-uploads/${body.params?.workbookId}/workbook`),
    );
    const sheet = marked.getWorksheet('CSV');
    expect(sheet?.getCell('A2').value).toBe(evil);
    expect(sheet?.getCell('C2').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(sheet?.getCell('E2').text).toContain('没有编码为');
    sheet?.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
  });

  it('deletes what it kept after seven days', async () => {
    const uploads = api.app.get(ReportUploads, { strict: false });
    const { body } = await refused(csv('项目名称,指标,完成值', '甲,乙,很多'));
    expect(await uploads.purge()).toBe(0);
    const clock = api.app.get(Clock, { strict: false });
    const now = clock.now.bind(clock);
    clock.now = () => new Date(Date.parse(now()) + 8 * 24 * 60 * 60 * 1000).toISOString();
    try {
      const reader = { username: 'clerk' } as CurrentUser;
      await expect(uploads.read(reader, String(body.params?.workbookId))).rejects.toMatchObject({ code: 'not-found' });
      expect(await uploads.purge()).toBeGreaterThan(0);
    } finally {
      clock.now = now;
    }
    const counts = await rowCounts(api);
    expect([counts['ReportUpload'], counts['StoredFile']]).toEqual([0, expect.any(Number)]);
  });

  it('refuses what was submitted, and takes the rest of the template', async () => {
    const stored = await report(other);
    const { indicators } = await projectOf(clerk, ids.get(other) ?? '');
    const results = indicators
      .filter(({ kind }) => kind !== 'executionRate')
      .map(({ id }) => ({ indicatorId: id, noData: '未统计' }));
    const where = `/rounds/2022/6/projects/${ids.get(other)}/report`;
    const saved = await clerk.put<ReportView>(where, { version: stored.version, expenditureFen: 1_000_000, results });
    expect(saved.status).toBe(200);
    const submitted = await clerk.post<ReportView>(`${where}/submit`, { version: saved.body.version });
    expect(submitted.status).toBe(200);
    const workbook = await template();
    expect(spending(workbook, '累计支出数（万元）', other).protection?.locked).not.toBe(false);
    spending(workbook, '全年预计执行数（万元）').value = 30;
    expect(await send(await saveWorkbook(workbook))).toMatchObject({ status: 200, body: { changedProjects: 1 } });
    spending(workbook, '累计支出数（万元）', other).value = 2;
    spending(workbook, '其中：财政资金（万元）', other).value = 2;
    expect((await refused(await saveWorkbook(workbook))).body.issues?.map(({ code }) => code)).toContain(
      'report-submitted',
    );
  });

  it('takes a negative result with a warning', async () => {
    const { status, body } = await send(csv('项目名称,指标,完成值', `${project},${await numeric()},-2`));
    expect([status, body.warnings.map(({ code }) => code)]).toEqual([200, ['result-negative']]);
    expect((await report()).results.some(({ value }) => value === -2)).toBe(true);
  });

  it('refuses who may not write, what is no file, and a round that is locked', async () => {
    expect((await refused(csv('项目名称', '甲'), {}, finance)).status).toBe(403);
    expect((await clerk.post<Refusal>(FILE, {})).body.code).toBe('unsupported-media-type');
    expect((await clerk.post<Refusal>(FILE, ...upload([], {}))).body.code).toBe('file-missing');
    expect((await clerk.post<Refusal>(FILE, ...upload([csv('a'), csv('b')], {}))).body.code).toBe('too-many-files');
    expect((await refused(csv('项目名称', '甲'), { dryRun: 'maybe' })).body.code).toBe('invalid-input');
    expect(codes(await refused({ name: 'a.docx', bytes: 'x' }))).toEqual([' unsupported-format']);
    expect(codes(await refused({ name: 'a.xlsx', bytes: 'no workbook' }))).toEqual([' archive-damaged']);
    expect((await clerk.post<Refusal>('/rounds/2022/9/report-file', ...upload([csv('a')], {}))).body.code).toBe(
      'round-not-found',
    );
  });

  describe('as LibreOffice saves it', () => {
    const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((file) => {
      try {
        readFileSync(file, { flag: 'r' });
        return true;
      } catch {
        return false;
      }
    });

    (office === undefined ? it.skip : it)('a template reads the same', async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'report-file-'));
      try {
        const file = path.join(folder, 'template.xlsx');
        const workbook = await template();
        spending(workbook, '全年预计执行数（万元）').value = 31;
        writeFileSync(file, (await saveWorkbook(workbook)).bytes);
        execFileSync(office ?? '', [
          '--headless',
          `-env:UserInstallation=file://${folder}/profile`,
          '--convert-to',
          'xlsx:Calc MS Excel 2007 XML',
          '--outdir',
          path.join(folder, 'out'),
          file,
        ]);
        const saved = { name: 'a.xlsx', bytes: readFileSync(path.join(folder, 'out', 'template.xlsx')) };
        const { status, body } = await send(saved, { dryRun: 'true' });
        expect(status).toBe(200);
        expect(body.changes.map(({ field, after }) => [field, after])).toEqual([['expectedFullYear', '31.00 万元']]);
        expect(body.warnings.map(({ code }) => code)).not.toContain('name-ignored');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
});
