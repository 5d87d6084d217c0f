import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReportUploads } from '../../apps/api/src/features/reporting/index.js';
import type { CurrentUser } from '../../apps/api/src/platform/http/access.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import type { Refusal } from '../support/api.js';
import { rowCounts } from '../support/county.js';
import { codes, CourtReports, csv, json } from '../support/court-reports.js';
import { download, openWorkbook, saveWorkbook } from '../support/report-workbook.js';
import { describeBackends } from '../support/services.js';
import { upload } from '../support/upload.js';

const FILE = '/rounds/2022/6/report-file';

describeBackends('Refused report files', (backend) => {
  let court: CourtReports;
  beforeAll(async () => {
    court = await CourtReports.open(backend);
  });
  afterAll(() => court.close());

  it('lists unreadable cells and unknown names together, and saves nothing', async () => {
    const before = await court.report();
    const answer = await court.refused(
      csv(
        '项目名称,支出数（万元）,指标,完成值',
        `${court.project},20,无此指标,1`,
        '没有这个项目,-1,,',
        `${court.project},,${await court.numeric()},很多`,
      ),
    );
    expect(codes(answer)).toEqual([
      'line 3 cell 2 amount-negative',
      'line 4 cell 4 result-unreadable',
      'line 2 cell 3 indicator-unknown',
      'line 3 cell 1 project-unknown',
    ]);
    expect(await court.report()).toEqual(before);
    const shape = await court.refused(json({ projects: [{ name: '没有这个项目', expenditureFen: -1 }] }));
    expect(codes(shape)).toEqual(['projects.0.expenditureFen too-small', 'projects.0 project-unknown']);
    expect(shape.body.params?.workbookId).toBeNull();
  });

  it('refuses a percentage for an indicator that is measured in something else', async () => {
    const name = await court.inPieces();
    const before = await court.report();
    const answer = await court.refused(csv('项目名称,指标,完成值', `${court.project},${name},50%`));
    expect(codes(answer)).toEqual(['line 2 cell 3 result-percent']);
    const workbook = await court.template();
    const cell = court.indicator(workbook, name, '完成值');
    cell.value = 1;
    cell.numFmt = '0%';
    expect(codes(await court.refused(await saveWorkbook(workbook)))).toEqual([
      expect.stringMatching(/!\w+ result-percent$/),
    ]);
    expect(await court.report()).toEqual(before);
  });

  it('hands the workbook back with each error written beside its cell, to nobody else', async () => {
    const workbook = await court.template();
    const name = await court.numeric();
    court.spending(workbook, '累计支出数（万元）').value = -5;
    court.indicator(workbook, name, '完成值').value = { formula: '1+1', result: '很多' } as never;
    const { body } = await court.refused(await saveWorkbook(workbook));
    const where = `/report-uploads/${body.params?.workbookId}/workbook`;
    const marked = await openWorkbook(await download(court.api, court.clerk, where));
    const [first] = marked.worksheets;
    expect(first?.name).toBe('问题清单');
    expect(first?.getCell('A1').text).toContain('2 处问题');
    const amount = court.spending(marked, '累计支出数（万元）');
    const result = court.indicator(marked, name, '完成值');
    expect([amount.value, result.value]).toEqual([-5, '很多']);
    for (const cell of [amount, result]) expect(cell.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(JSON.stringify(amount.note)).toContain('金额“-5”不能为负数');
    expect(court.spending(marked, '问题').text).toContain('不能为负数');
    expect(court.indicator(marked, name, '问题').text).toContain('无法识别完成值“很多”');
    expect(court.spending(marked, '其他资金（万元）').fill).not.toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    const colleague = await court.api.as('colleague');
    expect((await colleague.get<Refusal>(where)).body.code).toBe('not-found');
    // The very file is corrected and taken: its marks are no part of the report.
    amount.value = 15;
    court.spending(marked, '其中：财政资金（万元）').value = 15;
    result.value = 9;
    const again = await court.send(await saveWorkbook(marked));
    expect(again).toMatchObject({ status: 200, body: { changedProjects: 1 } });
    amount.value = -1;
    const second = await court.refused(await saveWorkbook(marked));
    const renewed = await court.marked(second);
    expect(court.indicator(renewed, name, '完成值').fill).not.toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(court.indicator(renewed, name, '完成值').note).toBeUndefined();
    expect(renewed.worksheets.filter((sheet) => sheet.name === '问题清单')).toHaveLength(1);
  });

  it('hands a CSV back as a workbook in which nothing is a formula', async () => {
    const evil = '=HYPERLINK("http://x","点")';
    const marked = await court.marked(
      await court.refused(csv('项目名称,指标,完成值,备注', `"${evil.replaceAll('"', '""')}",甲,很多,@x`)),
    );
    const sheet = marked.getWorksheet('CSV');
    expect(sheet?.getCell('A2').value).toBe(evil);
    expect(sheet?.getCell('C2').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(sheet?.getCell('E2').text).toContain('没有编码为');
    sheet?.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
  });

  it('deletes what it kept after seven days', async () => {
    const uploads = court.api.app.get(ReportUploads, { strict: false });
    const { body } = await court.refused(csv('项目名称,指标,完成值', '甲,乙,很多'));
    expect(await uploads.purge()).toBe(0);
    const clock = court.api.app.get(Clock, { strict: false });
    const now = clock.now.bind(clock);
    clock.now = () => new Date(Date.parse(now()) + 8 * 24 * 60 * 60 * 1000).toISOString();
    try {
      const reader = { username: 'clerk' } as CurrentUser;
      await expect(uploads.read(reader, String(body.params?.workbookId))).rejects.toMatchObject({ code: 'not-found' });
      expect(await uploads.purge()).toBeGreaterThan(0);
    } finally {
      clock.now = now;
    }
    const counts = await rowCounts(court.api);
    expect([counts['ReportUpload'], counts['StoredFile']]).toEqual([0, expect.any(Number)]);
  });

  it('refuses who may not write, what is no file, and a round that is not there', async () => {
    expect((await court.refused(csv('项目名称', '甲'), {}, court.finance)).status).toBe(403);
    expect((await court.clerk.post<Refusal>(FILE, {})).body.code).toBe('unsupported-media-type');
    expect((await court.clerk.post<Refusal>(FILE, ...upload([], {}))).body.code).toBe('file-missing');
    expect((await court.clerk.post<Refusal>(FILE, ...upload([csv('a'), csv('b')], {}))).body.code).toBe(
      'too-many-files',
    );
    expect((await court.refused(csv('项目名称', '甲'), { dryRun: 'maybe' })).body.code).toBe('invalid-input');
    expect(codes(await court.refused({ name: 'a.doc', bytes: 'x' }))).toEqual([' unsupported-format']);
    expect(codes(await court.refused({ name: 'a.xlsx', bytes: 'no workbook' }))).toEqual([' archive-damaged']);
    expect((await court.clerk.post<Refusal>('/rounds/2022/9/report-file', ...upload([csv('a')], {}))).body.code).toBe(
      'round-not-found',
    );
  });

  describe('as LibreOffice saves it', () => {
    const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((file) => existsSync(file));

    (office === undefined ? it.skip : it)('a template reads the same', async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'report-file-'));
      try {
        const file = path.join(folder, 'template.xlsx');
        const workbook = await court.template();
        court.spending(workbook, '全年预计执行数（万元）').value = 31;
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
        const { status, body } = await court.send(saved, { dryRun: 'true' });
        expect(status).toBe(200);
        expect(body.changes.map(({ field, after }) => [field, after])).toEqual([['expectedFullYear', '31.00 万元']]);
        expect(body.warnings.map(({ code }) => code)).not.toContain('name-ignored');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
});
