import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApi, type Answer, type Refusal, type Visitor } from '../support/api.js';
import {
  document,
  importDocuments,
  lightsAreUp,
  openRound,
  projectIds,
  readDocuments,
  rowCounts,
} from '../support/county.js';
import { describeBackends } from '../support/services.js';
import { upload, type UploadedFile } from '../support/upload.js';

const YEAR = 2022;
const MB = 1024 * 1024;
type Ask = (headers: Readonly<Record<string, string>>) => Promise<Answer<Refusal>>;

describeBackends('Bad input', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let clerk: Visitor;
  let report: string;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '001');
    finance = await api.as('finance');
    clerk = await api.as('clerk');
    await importDocuments(finance, [document('ok/justice-bureau-2022.txt')], { year: YEAR });
    await openRound(finance, YEAR, 6);
    await openRound(finance, YEAR, 3);
    await lightsAreUp(api, YEAR);
    const id = (await projectIds(finance, YEAR, 6)).get('法治宣传') ?? '';
    report = `projects/${id}/report`;
    await finance.post(`/rounds/${YEAR}/3/lock`, { asTheyStand: true });
  });
  afterAll(() => api.close());

  const importing =
    (files: readonly UploadedFile[], fields: Readonly<Record<string, string | number>> = { year: YEAR }): Ask =>
    (headers) => {
      const [body, type] = upload(files, fields);
      return finance.post<Refusal>('/imports', body, { ...type, ...headers });
    };
  const putting =
    (input: object, month = 6): Ask =>
    (headers) =>
      clerk.put<Refusal>(`/rounds/${YEAR}/${month}/${report}`, { version: 0, results: [], ...input }, headers);
  const bulk =
    (projects: unknown): Ask =>
    (headers) =>
      clerk.post<Refusal>(`/rounds/${YEAR}/6/reports`, { projects }, headers);

  /** Refused with the same code in both languages, in a sentence of each, and with nothing stored. */
  const expectRefusal = async (ask: Ask, status: number, code: string): Promise<Refusal> => {
    const before = await rowCounts(api);
    const chinese = await ask({ 'accept-language': 'zh-CN' });
    const english = await ask({ 'accept-language': 'en' });
    expect([chinese.status, chinese.body.code]).toEqual([status, code]);
    expect([english.status, english.body.code]).toEqual([status, code]);
    expect(chinese.body.message).toMatch(/[\u4e00-\u9fff]{3}/);
    expect(english.body.message).toMatch(/^[A-Z“][^\u4e00-\u9fff]*[a-z][^]*[.)”]$/);
    for (const { message, code: each } of [...(chinese.body.issues ?? []), ...(english.body.issues ?? [])]) {
      expect(message).not.toBe(each);
    }
    expect(await rowCounts(api)).toEqual(before);
    return chinese.body;
  };

  describe('of target documents', () => {
    const good = document('ok/city-court-2023.txt');

    /** Read, but not to be confirmed while the bad file is among the others, and without effect on any target. */
    const expectFailure = async (file: UploadedFile, code: string): Promise<void> => {
      const { Project: before } = await rowCounts(api);
      const shown = await readDocuments(finance, [good, file], { year: YEAR });
      const [fine, failed] = shown.batches;
      expect([shown.status, fine?.status, failed?.status]).toEqual(['failed', 'ready', 'failed']);
      expect(failed?.failure?.code).toBe(code);
      expect(failed?.failure?.message).toMatch(/[\u4e00-\u9fff]{3}/);
      await expectRefusal(
        (headers) => finance.post<Refusal>(`/imports/uploads/${shown.uploadId}/confirm`, undefined, headers),
        409,
        'import-file-failed',
      );
      expect((await finance.delete(`/imports/uploads/${shown.uploadId}`)).status).toBe(204);
      expect((await rowCounts(api)).Project).toBe(before);
    };

    it.each([
      ['20 MB of random bytes', { name: 'random.txt', bytes: randomBytes(20 * MB) }, 'unreadable-file'],
      ['an empty file', { name: 'empty.txt', bytes: '' }, 'empty-file'],
      ['a table cut off before anything of it is complete', document('not-ok/cut-off.txt'), 'no-targets-found'],
      ['empty forms', document('not-ok/empty-tables.txt'), 'no-targets-found'],
      ['prose', document('not-ok/prose.txt'), 'no-targets-found'],
      ['a format that is not read', { name: 'targets.pdf', bytes: '%PDF-1.7' }, 'pdf-document'],
    ])('refuses %s, and waits for a decision on the good file beside it', async (_name, file, code) => {
      await expectFailure(file, code);
    });

    it('refuses more than 20 MB, a missing year and a request without a file', async () => {
      const large = { name: 'large.txt', bytes: randomBytes(20 * MB + 1) };
      await expectRefusal(importing([good, large]), 413, 'file-too-large');
      const body = await expectRefusal(importing([good], {}), 400, 'invalid-input');
      expect(body.issues?.map(({ path }) => path)).toEqual(['year']);
      await expectRefusal(importing([]), 422, 'file-missing');
    });

    it('refuses to save a document that is classified as a whole, with the reason', async () => {
      const shown = await readDocuments(finance, [document('ok/classified-whole.txt')], { year: YEAR });
      const confirm: Ask = (headers) =>
        finance.post<Refusal>(`/imports/uploads/${shown.uploadId}/confirm`, undefined, headers);
      const body = await expectRefusal(confirm, 422, 'nothing-to-save');
      expect(new Set(body.issues?.map(({ code }) => code))).toEqual(new Set(['classified-project']));
    });
  });

  describe('of reports', () => {
    it.each([
      ['a negative amount', { expenditureFen: -1 }, 'expenditureFen', 'too-small'],
      ['1e20', { expenditureFen: 1e20 }, 'expenditureFen', 'too-big'],
      ['a fraction of a 分', { expenditureFen: 0.5 }, 'expenditureFen', 'not-whole'],
      ['text for an amount', { expenditureFen: '1' }, 'expenditureFen', 'wrong-type'],
    ])('refuses %s at its field', async (_name, input, path, code) => {
      const body = await expectRefusal(putting(input), 400, 'invalid-input');
      expect(new Set(body.issues?.map((issue) => `${issue.path} ${issue.code}`))).toEqual(new Set([`${path} ${code}`]));
    });

    it('refuses parts that do not sum to the total', async () => {
      const body = await expectRefusal(
        putting({ expenditureFen: 3, fiscalFen: 1, otherFen: 1 }),
        422,
        'report-invalid',
      );
      expect(body.issues?.map(({ code }) => code)).toEqual(['expenditure-split']);
    });

    it('refuses a period that does not exist', async () => {
      const asking =
        (path: string): Ask =>
        (headers) =>
          clerk.put<Refusal>(`/rounds/${path}/${report}`, { version: 0, results: [] }, headers);
      await expectRefusal(asking(`${YEAR}/9`), 404, 'round-not-found');
      await expectRefusal(asking(`${YEAR}/13`), 400, 'invalid-input');
      const lights: Ask = (headers) => finance.get<Refusal>('/lights', headers);
      const body = await expectRefusal(lights, 400, 'invalid-input');
      expect(body.issues?.map(({ path }) => path)).toEqual(['year', 'month']);
    });

    it('refuses a locked round', async () => {
      await expectRefusal(putting({ expenditureFen: 1 }, 3), 409, 'round-locked');
    });

    it('refuses a report of which one project is good, and lists all that is wrong', async () => {
      const projects = [
        { name: '法治宣传', expenditureFen: 100 },
        { name: '没有这个项目', expenditureFen: 100 },
        { name: '人民调解补贴', results: [{ indicator: '没有这个指标', value: 1 }] },
      ];
      const body = await expectRefusal(bulk(projects), 422, 'bulk-report-refused');
      expect(body.issues?.map(({ path, code }) => [path, code])).toEqual([
        ['projects.1', 'project-unknown'],
        ['projects.2.results.0.indicator', 'indicator-unknown'],
      ]);
    });

    it('refuses an input without projects', async () => {
      await expectRefusal(bulk([]), 400, 'invalid-input');
      await expectRefusal(bulk(undefined), 400, 'invalid-input');
    });
  });
});
