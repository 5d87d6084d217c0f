import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { describeBackends } from '../support/services.js';

interface Entry {
  readonly seq: number;
  readonly actor: string;
  readonly actorName: string | null;
  readonly action: string;
  readonly actionName: string;
  readonly subject: string;
  readonly subjectName: string | null;
  readonly after: string | null;
  readonly remoteAddress: string | null;
}
interface Page {
  readonly items: readonly Entry[];
  readonly total: number;
}
interface Verdict {
  readonly entries: number;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly faultCount: number;
  readonly faults: readonly {
    readonly kind: string;
    readonly from: number;
    readonly entry: { readonly actor: string; readonly action: string } | null;
  }[];
}

describeBackends('the audit trail', (backend) => {
  let api: TestApi;
  let auditor: Visitor;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('auditor', 'auditor', '001');
    await api.addUser('below', 'auditor', '340001');
    await api.addUser('clerk', 'clerk', '336001');
    auditor = await api.as('auditor');
    await api.as('clerk');
    await sql(`update user_account set display_name = '=cmd|x' where username = 'below'`);
    await api.request('POST', '/session', { username: 'below', password: 'wrong' });
    await api.request('POST', '/session', { username: 'clerk', password: 'wrong "100%"' });
  });
  afterAll(() => api.close());

  const find = async (query: string): Promise<Page> => (await auditor.get<Page>(`/audit?${query}`)).body;
  const actions = async (query: string): Promise<string[]> => (await find(query)).items.map(({ action }) => action);
  const sql = (text: string): Promise<unknown> =>
    api.app.get(UnitOfWork, { strict: false }).run((manager) => manager.query(text));

  describe('is searched', () => {
    it('newest first, with names for people, actions and subjects', async () => {
      const { items, total } = await find('actor=clerk&size=1');
      expect(total).toBe(2);
      expect(items).toMatchObject([
        { actor: 'clerk', actorName: '显示 clerk', actionName: '登录失败', subjectName: '显示 clerk' },
      ]);
      expect((await find('action=organisations.add')).items.map(({ subjectName }) => subjectName)).toEqual([
        '法律援助中心',
        '司法局',
        '法院',
        '财政局',
      ]);
    });

    it('by one action, or by all of a slice', async () => {
      expect(new Set(await actions('action=identity'))).toEqual(
        new Set(['identity.sign-in-failed', 'identity.sign-in', 'identity.add-user']),
      );
      expect(new Set(await actions('action=identity.sign-in'))).toEqual(new Set(['identity.sign-in']));
      expect(await actions('action=identit_')).toEqual([]);
    });

    it('by subject, or the beginning of one up to a slash', async () => {
      const [one] = (await find('action=organisations.add')).items;
      expect((await find(`subject=${one?.subject}`)).total).toBe(1);
      expect((await find('subject=organisation')).total).toBe(4);
      expect((await find('subject=organ')).total).toBe(0);
    });

    it('by what was recorded, in any case and with signs that SQL takes for others', async () => {
      expect((await find(`text=${encodeURIComponent('司法')}`)).total).toBe(1);
      expect((await find('text=FINANCEBUREAU')).total).toBe(1);
      expect((await find(`text=${encodeURIComponent('%')}`)).total).toBe(0);
      expect((await find(`text=${encodeURIComponent('"kind":"unit')}`)).total).toBe(0);
    });

    it('by address and by day in China', async () => {
      expect((await find('address=127.0.0')).total).toBe((await find('action=identity.sign-in')).total + 2);
      const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      const all = (await find('')).total;
      expect((await find(`from=2020-01-01&to=${today}`)).total).toBe(all);
      expect((await find('to=2020-01-01')).total).toBe(0);
      expect((await auditor.get('/audit?from=2020-02-31')).status).toBe(400);
    });

    it('with choices of people who did something, and of every action by name', async () => {
      interface Choices {
        readonly actors: readonly { readonly username: string; readonly name: string | null }[];
        readonly actions: readonly { readonly action: string; readonly name: string }[];
      }
      const { body } = await auditor.get<Choices>('/audit/choices', { 'accept-language': 'en' });
      expect(body.actors).toEqual([
        { username: 'auditor', name: '显示 auditor' },
        { username: 'clerk', name: '显示 clerk' },
        { username: 'system', name: null },
      ]);
      expect(body.actions).toContainEqual({ action: 'reporting.lock-round', name: 'Locked a round' });
    });
  });

  it('is for readers of the whole tree only, in every way', async () => {
    const [below, clerk] = [await api.as('below'), await api.as('clerk')];
    for (const path of ['/audit', '/audit/choices', '/audit/verification', '/audit/export']) {
      expect((await below.get<Refusal>(path)).body.code).toBe('forbidden');
      expect((await clerk.get<Refusal>(path)).status).toBe(403);
    }
  });

  describe('is exported', () => {
    it('as CSV with all that fit, no cell of which a spreadsheet runs, and the export is recorded', async () => {
      const answer = await auditor.get<string>('/audit/export?action=identity.sign-in-failed');
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      const lines = answer.body
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .split('\r\n');
      expect(lines).toHaveLength(3);
      expect(lines[0]).toMatch(/^序号,时间（北京）,/);
      expect(lines[1]).toContain(',clerk,显示 clerk,,登录失败,identity.sign-in-failed,');
      expect(lines[2]).toContain(",below,'=cmd|x,,登录失败,identity.sign-in-failed,");
      const { items } = await find('action=audit.export');
      expect(JSON.parse(items[0]?.after ?? '')).toEqual({
        action: 'identity.sign-in-failed',
        format: 'csv',
        entries: 2,
      });
    });

    it('as a workbook whose cells are text', async () => {
      const response = await api.app.inject({
        method: 'GET',
        url: '/api/audit/export?format=xlsx&action=identity.sign-in-failed',
        headers: { cookie: `sid=${auditor.token}` },
      });
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.load(response.rawPayload as unknown as ArrayBuffer);
      const sheet = workbook.getWorksheet('审计记录');
      expect(sheet?.rowCount).toBe(3);
      expect(sheet?.getCell('E3').value).toBe('=cmd|x');
      expect(sheet?.getCell('E3').type).toBe(exceljs.ValueType.String);
    });
  });

  describe('is checked', () => {
    const verify = async (query = ''): Promise<Verdict> =>
      (await auditor.get<Verdict>(`/audit/verification${query}`)).body;

    it('and an altered entry is named, as long as it is altered', async () => {
      const { head, faultCount, entries } = await verify();
      expect({ faultCount, seq: head.seq }).toEqual({ faultCount: 0, seq: entries });
      expect((await verify(`?expected=${head.seq}:${head.hash}`)).faultCount).toBe(0);
      await sql(`update audit_entry set actor = 'nobody' where seq = 5`);
      expect(await verify()).toMatchObject({
        faultCount: 1,
        faults: [{ kind: 'altered', from: 5, entry: { actor: 'nobody', action: 'identity.add-user' } }],
      });
      await sql(`update audit_entry set actor = 'system' where seq = 5`);
      expect((await verify()).faultCount).toBe(0);
    });

    it('against an end that was noted before', async () => {
      const { head } = await verify();
      const other = `${head.seq}:${'0'.repeat(64)}`;
      expect((await verify(`?expected=${other}`)).faults).toMatchObject([{ kind: 'not-as-expected', from: head.seq }]);
      expect((await auditor.get('/audit/verification?expected=12')).status).toBe(400);
    });
  });
});
