import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import { TestApi, type Answer, type Refusal, type Visitor } from '../support/api.js';
import { document, importDocuments, lightsAreUp, openRound, projectIds, projectOf } from '../support/county.js';
import { describeBackends } from '../support/services.js';

const PROJECT = '审判楼水电及物业费';

describeBackends('Reporting', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let clerk: Visitor;
  let id: string;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '001');
    await api.addUser('stranger', 'clerk', '340001');
    finance = await api.as('finance');
    clerk = await api.as('clerk');
    await importDocuments(finance, [document('ok/city-court-2023.txt')], { year: 2023 });
    await openRound(finance, 2023, 3);
    await openRound(finance, 2023, 6);
    await lightsAreUp(api, 2023);
    id = (await projectIds(finance, 2023, 6)).get(PROJECT) ?? '';
  });
  afterAll(() => api.close());

  const path = (month: number): string => `/rounds/2023/${month}/projects/${id}/report`;
  const put = <T = ReportView>(month: number, input: object): Promise<Answer<T>> =>
    clerk.put<T>(path(month), { results: [], ...input });
  const read = async (month: number): Promise<ReportView> => (await clerk.get<ReportView>(path(month))).body;

  it('begins with version 0 and blanks, which are not zeros', async () => {
    expect(await read(3)).toMatchObject({
      projectName: PROJECT,
      roundStatus: 'open',
      status: 'draft',
      version: 0,
      expenditureFen: null,
      results: [],
      previous: null,
      history: [],
      warnings: [],
    });
  });

  it('keeps the figures before a correction', async () => {
    await put(3, { version: 0, expenditureFen: 60_000_000, otherFen: 10_000_000 });
    const corrected = await put(3, { version: 1, expenditureFen: 50_000_000 });
    expect(corrected.body).toMatchObject({
      version: 2,
      expenditureFen: 50_000_000,
      fiscalFen: 50_000_000,
      otherFen: 0,
    });
    expect(corrected.body.history).toMatchObject([
      { expenditureFen: 50_000_000, recordedBy: 'clerk', supersededAt: null },
      { expenditureFen: 60_000_000, fiscalFen: 50_000_000, supersededAt: expect.any(String) },
    ]);
    const same = await put(3, { version: 2, expenditureFen: 50_000_000, reasonNote: '说明' });
    expect(same.body.history).toHaveLength(2);
  });

  it('refuses a save on an older version, and only one of two at the same time wins', async () => {
    const stale = await put<Refusal>(3, { version: 1, expenditureFen: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'report-changed', params: { version: 1, current: 3 } } });
    const both = await Promise.all([1, 2].map((fen) => put(3, { version: 3, expenditureFen: fen * 10_000_000 })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await put(3, { version: 4, expenditureFen: 50_000_000 });
  });

  it('warns of cumulative figures below those of the round before, and does not refuse them', async () => {
    const saved = await put(6, { version: 0, expenditureFen: 40_000_000 });
    expect(saved.status).toBe(200);
    expect(saved.body.previous).toMatchObject({ month: 3, expenditureFen: 50_000_000 });
    const codes = saved.body.warnings.map(({ code }) => code);
    expect(codes).toContain('expenditure-below-previous');
    expect(codes).toContain('spend-reason-missing');
    expect(saved.body.warnings.every(({ code, message }) => message !== code)).toBe(true);
  });

  it('refuses answers that do not fit their indicator, each at its place', async () => {
    const { indicators } = await projectOf(clerk, id);
    const ofKind = (kind: string): string => indicators.find((each) => each.kind === kind)?.id ?? '';
    const results = [
      { indicatorId: 'unknown', value: 1 },
      { indicatorId: ofKind('executionRate'), value: 50 },
      { indicatorId: ofKind('progressRate') || ofKind('level'), outcome: 'met' },
    ];
    const answer = await put<Refusal>(6, { version: 1, results });
    expect(answer).toMatchObject({ status: 422, body: { code: 'report-invalid' } });
    expect(answer.body.issues?.map((issue) => `${issue.path} ${issue.code}`)).toEqual([
      'results.0.indicatorId indicator-unknown',
      'results.1 answer-filled-from-spending',
      'results.2 answer-wrong-kind',
    ]);
    expect((await read(6)).version).toBe(1);
  });

  it('stores and gives back every part of an answer', async () => {
    const { indicators } = await projectOf(clerk, id);
    const numeric = indicators.find(({ kind }) => kind === 'progressRate' || kind === 'level' || kind === 'cumulative');
    const result = {
      indicatorId: numeric?.id ?? '',
      value: 70.73,
      text: '按计划推进',
      expected: '完成',
      reasons: ['staff', 'other'],
      reasonNote: '缺人',
      likelihood: 'possible',
      note: '备注',
    };
    const answer = await put(6, {
      version: 1,
      expenditureFen: 98_200_000,
      expectedFullYearFen: 196_400_000,
      results: [result],
    });
    expect(answer.body).toMatchObject({ expectedFullYearFen: 196_400_000, results: [{ ...result, notDone: false }] });
    const blank = await put(6, { version: 2, expenditureFen: 98_200_000 });
    expect(blank.body).toMatchObject({ expectedFullYearFen: null, results: [] });
  });

  it('takes a bulk report over what is stored, and leaves the rest as it is', async () => {
    const { indicators } = await projectOf(clerk, id);
    const numeric = indicators.find(({ kind }) => kind === 'progressRate' || kind === 'level' || kind === 'cumulative');
    await put(6, { version: 3, expenditureFen: 98_200_000, results: [{ indicatorId: numeric?.id, value: 1 }] });
    const projects = [{ name: PROJECT, results: [{ indicator: numeric?.name ?? '', value: 2 }] }];
    const answer = await clerk.post('/rounds/2023/6/reports', { projects });
    expect(answer).toMatchObject({ status: 200, body: { projects: 1, results: 1, jobIds: [expect.any(String)] } });
    expect(await read(6)).toMatchObject({ version: 5, expenditureFen: 98_200_000, results: [{ value: 2 }] });
  });

  it('R28: goes from draft to submitted and back', async () => {
    const early = await clerk.post<Refusal>(`${path(6)}/submit`, { version: 5 });
    expect(early).toMatchObject({ status: 422, body: { code: 'report-incomplete' } });
    const { indicators } = await projectOf(clerk, id);
    const missing = new Set(
      early.body.issues
        ?.filter(({ code }) => code === 'answer-missing')
        .map(({ path }) => path.replace('results.', '')),
    );
    const results = indicators
      .filter((each) => missing.has(each.id))
      .map(({ id: indicatorId, kind }) => ({
        indicatorId,
        ...(kind === 'date' ? { notDone: true } : { noData: '未统计' }),
      }));
    const why = { reasons: ['staff'], reasonNote: '缺编' };
    const kept = (await read(6)).results.map(({ indicatorId, value }) => ({ indicatorId, value, ...why }));
    await put(6, { version: 5, expenditureFen: 98_200_000, results: [...kept, ...results] });
    const submitted = await clerk.post<ReportView>(`${path(6)}/submit`, { version: 6 });
    expect(submitted).toMatchObject({ status: 200, body: { status: 'submitted', version: 7 } });
    expect((await clerk.post<Refusal>(`${path(6)}/submit`, { version: 7 })).body.code).toBe('report-submitted');
    const bulk = await clerk.post<Refusal>('/rounds/2023/6/reports', {
      projects: [{ name: PROJECT, expenditureFen: 1 }],
    });
    expect(bulk).toMatchObject({ status: 409, body: { code: 'report-submitted' } });
    const back = await clerk.post<ReportView>(`${path(6)}/withdraw`, { version: 7 });
    expect(back).toMatchObject({ status: 200, body: { status: 'draft', version: 8 } });
    expect((await clerk.post<Refusal>(`${path(6)}/withdraw`, { version: 8 })).body.code).toBe('report-not-submitted');
  });

  it('keeps a report from those outside the unit, and from those who only read', async () => {
    const stranger = await api.as('stranger');
    expect((await stranger.get(path(6))).status).toBe(404);
    expect((await stranger.put(path(6), { version: 8, results: [] })).status).toBe(404);
    expect((await finance.put(path(6), { version: 8, results: [] })).status).toBe(403);
    const outside = await stranger.post<Refusal>('/rounds/2023/6/reports', { projects: [{ name: PROJECT }] });
    expect(outside.body.issues?.map(({ code }) => code)).toEqual(['project-unknown']);
  });

  it('opens a round once, for the whole county only', async () => {
    await api.addUser('department', 'financeReviewer', '340001');
    const input = { year: 2023, month: 9, opensOn: '2023-10-01', closesOn: '2023-10-20' };
    const department = await api.as('department');
    expect((await department.post<Refusal>('/rounds', input)).body.code).toBe('forbidden');
    const backwards = await finance.post<Refusal>('/rounds', { ...input, closesOn: '2023-09-30' });
    expect([backwards.status, backwards.body.code]).toEqual([422, 'round-window']);
    expect((await finance.post('/rounds', input)).status).toBe(201);
    expect((await finance.post<Refusal>('/rounds', input)).body.code).toBe('round-exists');
    const { body } = await clerk.get<{ items: { month: number }[] }>('/rounds?year=2023');
    expect(body.items.map(({ month }) => month)).toEqual([9, 6, 3]);
  });
});
