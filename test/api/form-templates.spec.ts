import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre';
import type {
  TemplateList,
  TemplateUploadResult,
  TemplateVersionView,
} from '../../apps/api/src/features/exports/http/form-templates.dto.js';
import type { Answer, Refusal, Visitor } from '../support/api.js';
import { PaperDesk } from '../support/paper-desk.js';
import { download, openWorkbook, saveWorkbook, type OpenWorkbook } from '../support/report-workbook.js';
import { SealedCourt } from '../support/sealed-court.js';
import { describeBackends } from '../support/services.js';
import { upload } from '../support/upload.js';

const FORM = '/form-templates/monitoringForm';
const WORKBOOK = `${FORM}/workbook`;
const TITLE = '青澜县项目支出绩效目标执行监控表';

describeBackends('Templates of official forms', (backend) => {
  let sealed: SealedCourt;
  let desk: PaperDesk;
  let finance: Visitor;
  let clerk: Visitor;

  beforeAll(async () => {
    sealed = await SealedCourt.open(backend);
    ({ finance, clerk } = sealed.court);
    await sealed.court.api.addUser('auditor', 'auditor', '001');
    await sealed.court.api.addUser('leader', 'financeReviewer', '336001');
    desk = new PaperDesk(sealed.court.api);
    await sealed.lockJune();
  });
  afterAll(() => sealed.close());

  const versions = async (who = finance): Promise<readonly TemplateVersionView[]> =>
    (await who.get<TemplateList>('/form-templates')).body.items.filter(({ kind }) => kind === 'monitoringForm');
  const inForce = async (): Promise<string> => (await versions()).find((each) => each.inForce)?.ref ?? '';

  /** The template in force as somebody has changed it in Excel. */
  async function changed(change: (sheet: OpenWorkbook['worksheets'][number]) => void) {
    const workbook = await openWorkbook(await download(sealed.court.api, finance, WORKBOOK));
    const [sheet] = workbook.worksheets;
    if (sheet === undefined) throw new Error('The template has no sheet');
    change(sheet);
    return saveWorkbook(workbook, '监控表.xlsx');
  }
  const titled = (title = TITLE) => changed((sheet) => void (sheet.getCell('A1').value = title));
  const hand = async <T = TemplateUploadResult>(
    who: Visitor,
    file: Awaited<ReturnType<typeof changed>>,
    fields: Readonly<Record<string, string>>,
  ): Promise<Answer<T>> => who.post<T>(FORM, ...upload([file], fields));

  /** The first row that a printed form has now, by another reader than the program's own, and its paper. */
  async function printed() {
    const input = { kind: 'monitoringForm', year: 2022, month: 6, format: 'xlsx', projectId: sealed.idOf() };
    const { id } = await desk.written(finance, input);
    const bytes = await desk.file(finance, id);
    const [sheet] = (await readXlsx(bytes)).sheets;
    const [paper] = (await desk.papers()).filter(({ exportId }) => exportId === id);
    return { title: sheet?.rows[0]?.[0], ref: paper?.templateRef, bytes };
  }

  it('are those that the program comes with, until finance publishes others', async () => {
    expect(await versions(clerk)).toEqual([
      {
        ref: 'monitoring-form@1',
        kind: 'monitoringForm',
        version: 1,
        inForce: true,
        shipped: true,
        note: null,
        publishedBy: null,
        publishedByName: null,
        publishedAt: null,
      },
    ]);
    const answer = await sealed.court.api.app.inject({
      method: 'GET',
      url: `/api${WORKBOOK}`,
      headers: { cookie: `sid=${clerk.token}` },
    });
    expect(answer.headers['content-disposition']).toContain('monitoring-form%401.xlsx');
    const { sheets } = await readXlsx(answer.rawPayload);
    expect(sheets.map(({ name }) => name)).toEqual(['表样', '占位符说明']);
  });

  it('are tried without being published, and refused with the cell where they are broken', async () => {
    const basedOn = await inForce();
    const tried = await hand(finance, await titled(), { basedOn, dryRun: 'true' });
    expect(tried).toMatchObject({ status: 200, body: { dryRun: true, ref: null, problems: [] } });
    const broken = await changed((sheet) => {
      sheet.getCell('D3').value = '{{项目名}}';
      sheet.getCell('D4').value = '{{主管部门';
      sheet.getCell('F7').value = { formula: 'SUM(F9:F11)', result: 3 };
    });
    const { status, body } = await hand(finance, broken, { basedOn, note: '改版' });
    expect([status, body.ref]).toEqual([200, null]);
    expect(body.problems.map(({ code, at }) => [code, at])).toEqual([
      ['template-formula', 'F7'],
      ['template-placeholder-unknown', 'D3'],
      ['template-placeholder-broken', 'D4'],
      ['template-field-missing', null],
    ]);
    expect(body.problems[1]?.message).toBe('单元格 D3：没有名为“项目名”的项目。');
    const none = await hand<Refusal>(finance, { name: 'a.xlsx', bytes: 'no workbook' } as never, { basedOn });
    expect(none.body.code).toBe('archive-damaged');
    expect((await finance.post<Refusal>(FORM, ...upload([], { basedOn }))).body.code).toBe('file-missing');
    expect(await inForce()).toBe(basedOn);
  });

  it('print the forms from then on; what was given out before stays what it was', async () => {
    const before = await printed();
    expect(before).toMatchObject({ ref: 'monitoring-form@1' });
    expect(before.title).not.toBe(TITLE);
    const { body } = await hand(finance, await titled(), { basedOn: 'monitoring-form@1', note: '按本县文件' });
    expect(body).toEqual({ dryRun: false, ref: 'monitoring-form@2', problems: [] });
    expect(await versions()).toMatchObject([
      { ref: 'monitoring-form@2', inForce: true, shipped: false, note: '按本县文件', publishedBy: 'finance' },
      { ref: 'monitoring-form@1', inForce: false, shipped: true },
    ]);
    const after = await printed();
    expect([after.title, after.ref]).toEqual([TITLE, 'monitoring-form@2']);
    for (const { bytes } of [before, after]) {
      const { counts, changedSince } = await desk.check(finance, 'a.xlsx', bytes);
      expect([counts.exact, changedSince]).toEqual([1, 0]);
    }
    const { body: trail } = await (
      await sealed.court.api.as('auditor')
    ).get<{ items: { actor: string; subject: string }[] }>('/audit?action=form-templates.publish');
    expect(trail.items.map(({ actor, subject }) => [actor, subject])).toEqual([
      ['finance', 'form-template/monitoring-form@2'],
    ]);
  });

  it('are published over the version that was looked at alone, also by two at once', async () => {
    const file = await titled('另一张表');
    const old = await hand<Refusal>(finance, file, { basedOn: 'monitoring-form@1' });
    expect([old.status, old.body.code]).toEqual([409, 'form-template-changed']);
    const basedOn = await inForce();
    const both = await Promise.all([1, 2].map(() => hand<Refusal & TemplateUploadResult>(finance, file, { basedOn })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('form-template-changed');
    expect(await inForce()).toBe('monitoring-form@3');
  });

  it('come back: an older version as it was, handed in again, and the one that the program comes with', async () => {
    const bytes = await download(sealed.court.api, finance, `${WORKBOOK}?version=2`);
    const again = await hand(finance, { name: '旧.xlsx', bytes }, { basedOn: await inForce(), note: '恢复第 2 版' });
    expect(again.body).toMatchObject({ ref: 'monitoring-form@4', problems: [] });
    expect(await printed()).toMatchObject({ title: TITLE, ref: 'monitoring-form@4' });

    const reset = await finance.post<TemplateVersionView>(`${FORM}/reset`, { basedOn: 'monitoring-form@4' });
    expect(reset.body).toMatchObject({
      ref: 'monitoring-form@5',
      inForce: true,
      shipped: true,
      publishedByName: expect.any(String),
    });
    const shipped = await printed();
    expect(shipped.ref).toBe('monitoring-form@5');
    expect(shipped.title).not.toBe(TITLE);
    const stale = await finance.post<Refusal>(`${FORM}/reset`, { basedOn: 'monitoring-form@4' });
    expect([stale.status, stale.body.code]).toEqual([409, 'form-template-changed']);
    expect((await finance.get(`${WORKBOOK}?version=9`)).status).toBe(404);
  });

  it('are the finance bureau’s affair: others read them', async () => {
    const file = await titled();
    const basedOn = await inForce();
    const leader = await sealed.court.api.as('leader');
    const auditor = await sealed.court.api.as('auditor');
    for (const who of [clerk, auditor, leader]) {
      expect((await who.get(WORKBOOK)).status).toBe(200);
      expect((await hand<Refusal>(who, file, { basedOn })).body.code).toBe('forbidden');
      expect((await who.post<Refusal>(`${FORM}/reset`, { basedOn })).body.code).toBe('forbidden');
    }
    expect(await inForce()).toBe(basedOn);
  });
});
