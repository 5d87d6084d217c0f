import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import type { Refusal } from '../support/api.js';
import { lightsAreUp, organisationId, projectOf, rowCounts } from '../support/county.js';
import { codes, CourtReports, csv, TEMPLATE } from '../support/court-reports.js';
import { cellOf, download, openWorkbook, saveWorkbook } from '../support/report-workbook.js';
import { describeBackends } from '../support/services.js';

describeBackends('Report workbook', (backend) => {
  let court: CourtReports;
  beforeAll(async () => {
    court = await CourtReports.open(backend);
  });
  afterAll(() => court.close());

  it('takes a template that was filled in, and the lights follow', async () => {
    const workbook = await court.template();
    const name = await court.numeric();
    court.spending(workbook, '累计支出数（万元）').value = 12.5;
    court.spending(workbook, '其中：财政资金（万元）').value = 10;
    court.spending(workbook, '支出偏差原因').value = '经费保障、其他';
    court.indicator(workbook, name, '完成值').value = 7;
    court.indicator(workbook, name, '完成目标可能性').value = '有可能';
    const file = await saveWorkbook(workbook);
    const before = await rowCounts(court.api);
    const preview = await court.send(file, { dryRun: 'true' });
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
      project: court.project,
      indicator: name,
      at: expect.stringMatching(/^指标![A-Z]+\d+$/),
    });
    expect(await rowCounts(court.api)).toEqual(before);
    const saved = await court.send(file);
    expect(saved).toMatchObject({ status: 200, body: { dryRun: false, changedProjects: 1, changeCount: 6 } });
    expect(saved.body.jobIds).not.toEqual([]);
    await lightsAreUp(court.api, 2022);
    expect(await court.report()).toMatchObject({
      version: 1,
      expenditureFen: 12_500_000,
      fiscalFen: 10_000_000,
      otherFen: 2_500_000,
      reasons: ['funding', 'other'],
    });
    const { body } = await court.clerk.get<{ items: { name: string; executionRate: number | null }[] }>(
      '/lights?year=2022&month=6&size=200',
    );
    expect(body.items.find((row) => row.name === court.project)?.executionRate).toBeGreaterThan(0);
  });

  it('keeps in the audit trail what the file changed in each report, before and after', async () => {
    await court.api.addUser('auditor', 'auditor', '001');
    const auditor = await court.api.as('auditor');
    const { body } = await auditor.get<{ items: Record<'before' | 'after', string>[] }>('/audit?action=reporting.save');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]?.before).toBeNull();
    expect(JSON.parse(body.items[0]?.after ?? '')).toMatchObject({
      expenditureFen: 12_500_000,
      spendReasons: '经费保障、其他',
      results: [{ indicator: await court.numeric(), result: '7', likelihood: '有可能' }],
    });
  });

  it('writes nothing for what the file states as it is stored', async () => {
    const again = await court.send(await saveWorkbook(await court.template()));
    expect(again).toMatchObject({ status: 200, body: { changedProjects: 0, changes: [], jobIds: [] } });
    expect((await court.report()).version).toBe(1);
  });

  it('R28: leaves what is stored where a cell is blank, and keeps zero as an answer', async () => {
    const workbook = await court.template();
    const name = await court.numeric();
    court.spending(workbook, '累计支出数（万元）').value = null;
    court.spending(workbook, '支出偏差原因').value = null;
    court.indicator(workbook, name, '完成值').value = 0;
    const saved = await court.send(await saveWorkbook(workbook));
    expect(saved.body.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['result', '7', '0'],
    ]);
    const stored = await court.report();
    expect(stored).toMatchObject({ expenditureFen: 12_500_000, reasons: ['funding', 'other'] });
    expect(stored.results.find(({ value }) => value === 0)).toMatchObject({ likelihood: 'possible' });
  });

  it('shows the last round and what is stored, in the language of the reader', async () => {
    await court.clerk.put(court.path(court.project, 3), {
      version: 0,
      expenditureFen: 3_000_000,
      results: [],
    });
    const workbook = await court.template();
    expect(court.spending(workbook, '上期支出数（万元）').value).toBe(3);
    expect(court.spending(workbook, '累计支出数（万元）').value).toBe(12.5);
    expect(court.spending(workbook, '项目编码').value).toBe(
      (await projectOf(court.clerk, court.ids.get(court.project) ?? '')).code,
    );
    const english = await court.template('en');
    expect(cellOf(english, 'Expenditure', ['Project name', court.project], 'Fiscal funds (10,000 yuan)').value).toBe(
      10,
    );
    expect((await court.send(await saveWorkbook(english))).body.changedProjects).toBe(0);
  });

  it('holds the projects of the chosen unit, and of no other', async () => {
    const justice = await organisationId(court.finance, '340001');
    const unit = await organisationId(court.finance, '336001');
    const workbook = await openWorkbook(await download(court.api, court.finance, `${TEMPLATE}?organisationId=${unit}`));
    expect((workbook.getWorksheet('支出')?.rowCount ?? 0) - 3).toBe(court.ids.size);
    expect((await court.clerk.get<Refusal>(`${TEMPLATE}?organisationId=${justice}`)).body.code).toBe('not-found');
    expect((await court.clerk.get<Refusal>('/rounds/2022/9/report-workbook')).body.code).toBe('round-not-found');
  });

  it('knows a row by its hidden keys, and says that an edited name is ignored', async () => {
    const workbook = await court.template();
    const name = await court.numeric();
    court.indicator(workbook, name, '完成值').value = 8;
    court.indicator(workbook, name, '三级指标').value = '改了名的指标';
    court.spending(workbook, '项目名称').value = '改了名的项目';
    const { status, body } = await court.send(await saveWorkbook(workbook));
    expect(status).toBe(200);
    expect(body.changes.map(({ indicator: of, after }) => [of, after])).toEqual([[name, '8']]);
    expect(body.warnings.map(({ code }) => code)).toEqual(['name-ignored', 'name-ignored']);
    expect(body.warnings[0]?.message).toContain('改了名的项目');
  });

  it('refuses a template of another round or of another unit', async () => {
    const march = await saveWorkbook(
      await openWorkbook(await download(court.api, court.clerk, '/rounds/2022/3/report-workbook')),
    );
    const wrong = await court.refused(march);
    expect(wrong).toMatchObject({ status: 422, body: { code: 'report-file-refused', params: { workbookId: null } } });
    expect(wrong.body.issues).toMatchObject([
      { code: 'workbook-other-round', message: '这是 2022 年 1-3 月的填报表，不能用于 2022 年 1-6 月。' },
    ]);
    const justice = await court.api.as('justice');
    expect(codes(await court.refused(await saveWorkbook(await court.template()), {}, justice))).toEqual([
      ' workbook-other-unit',
    ]);
    const old = await court.template();
    const stamp = old.getWorksheet('jixiao');
    if (stamp) stamp.getCell('B1').value = 99;
    expect(codes(await court.refused(await saveWorkbook(old)))).toEqual([' workbook-other-version']);
  });

  it('refuses where somebody saved since the download, unless the cell says the same', async () => {
    const workbook = await court.template();
    const stored = await court.report();
    const saved = await court.clerk.put(court.path(), {
      version: stored.version,
      expenditureFen: 14_000_000,
      results: stored.results.map(({ indicatorId, value, likelihood }) => ({ indicatorId, value, likelihood })),
      reasons: stored.reasons,
    });
    expect(saved.status).toBe(200);
    const stale = await court.refused(await saveWorkbook(workbook));
    expect(stale.status).toBe(422);
    expect(new Set(stale.body.issues?.map(({ code }) => code))).toEqual(new Set(['report-changed']));
    court.spending(workbook, '累计支出数（万元）').value = 14;
    court.spending(workbook, '其中：财政资金（万元）').value = 14;
    court.spending(workbook, '其他资金（万元）').value = 0;
    expect(await court.send(await saveWorkbook(workbook))).toMatchObject({ status: 200, body: { changedProjects: 0 } });
  });

  it('refuses what was submitted, and takes the rest of the template', async () => {
    const stored = await court.report(court.other);
    const { indicators } = await projectOf(court.clerk, court.ids.get(court.other) ?? '');
    const results = indicators
      .filter(({ kind }) => kind !== 'executionRate')
      .map(({ id }) => ({ indicatorId: id, noData: '未统计' }));
    const where = court.path(court.other);
    const saved = await court.clerk.put<ReportView>(where, {
      version: stored.version,
      expenditureFen: 1_000_000,
      reasons: ['funding'],
      reasonNote: '资金未到',
      results,
    });
    expect(saved.status).toBe(200);
    const submitted = await court.clerk.post<ReportView>(`${where}/submit`, { version: saved.body.version });
    expect(submitted.status).toBe(200);
    const workbook = await court.template();
    expect(court.spending(workbook, '累计支出数（万元）', court.other).protection?.locked).not.toBe(false);
    court.spending(workbook, '全年预计执行数（万元）').value = 30;
    expect(await court.send(await saveWorkbook(workbook))).toMatchObject({ status: 200, body: { changedProjects: 1 } });
    court.spending(workbook, '累计支出数（万元）', court.other).value = 2;
    court.spending(workbook, '其中：财政资金（万元）', court.other).value = 2;
    expect((await court.refused(await saveWorkbook(workbook))).body.issues?.map(({ code }) => code)).toContain(
      'report-submitted',
    );
  });

  it('takes a negative result with a warning', async () => {
    const { status, body } = await court.send(
      csv('项目名称,指标,完成值', `${court.project},${await court.numeric()},-2`),
    );
    expect([status, body.warnings.map(({ code }) => code)]).toEqual([200, ['result-negative']]);
    expect((await court.report()).results.some(({ value }) => value === -2)).toBe(true);
  });
});
