import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommentList } from '../../apps/api/src/features/comments/http/comments.dto.js';
import type { LightPage } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import type { ReportChanges, StepsResult } from '../../apps/api/src/features/reporting/http/steps.dto.js';
import type { ReviewPage } from '../../apps/api/src/features/review/http/review.dto.js';
import { TestApi, type Answer, type Refusal, type Visitor } from '../support/api.js';
import { EXPLAINED, saveComplete } from '../support/complete-report.js';
import {
  document,
  importDocuments,
  lightsAreUp,
  openRound,
  organisationId,
  projectIds,
  projectOf,
} from '../support/county.js';
import { describeBackends } from '../support/services.js';

const ROUND = '/rounds/2022/6';
const PEOPLE = ['finance', 'bureau', 'clerk', 'reviewer', 'leader', 'stranger', 'solo', 'both'] as const;
type Person = (typeof PEOPLE)[number];

describeBackends('Review', (backend) => {
  let api: TestApi;
  let people: Record<Person, Visitor>;
  let project: string;
  let other: string;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('bureau', ['financeReviewer', 'unitReviewer'], '001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('reviewer', 'unitReviewer', '336001');
    await api.addUser('leader', 'leader', '001');
    await api.addUser('stranger', 'departmentReviewer', '340001');
    await api.addUser('solo', ['clerk', 'unitReviewer'], '336001');
    await api.addUser('both', ['clerk', 'financeReviewer'], '001');
    const signedIn = await Promise.all(PEOPLE.map(async (name) => [name, await api.as(name)] as const));
    people = Object.fromEntries(signedIn) as Record<Person, Visitor>;
    const court = await organisationId(people.finance, '336001');
    await importDocuments(people.finance, [document('ok/court-2022.txt')], { year: 2022, organisationId: court });
    await openRound(people.finance, 2022, 3);
    await openRound(people.finance, 2022, 6);
    await lightsAreUp(api, 2022);
    [project = '', other = ''] = [...(await projectIds(people.clerk, 2022, 6)).values()];
  });
  afterAll(() => api.close());

  const path = (id = project, month = 6): string => `/rounds/2022/${month}/projects/${id}/report`;
  const read = async (id = project): Promise<ReportView> => (await people.clerk.get<ReportView>(path(id))).body;

  /** Takes a step with the reports as they are stored now. */
  async function step<T = StepsResult>(
    who: Person,
    name: string,
    ids = [project],
    message?: string,
  ): Promise<Answer<T>> {
    const projects = await Promise.all(
      ids.map(async (projectId) => ({ projectId, version: (await read(projectId)).version })),
    );
    return people[who].post<T>(`${ROUND}/steps`, { step: name, projects, message });
  }
  const done = async (who: Person, name: string, ids?: string[], message?: string): Promise<void> => {
    const { body } = await step(who, name, ids, message);
    if (body.refused.length > 0) throw new Error(`${name} by ${who}: ${JSON.stringify(body.refused)}`);
  };
  const refusals = async (who: Person, name: string, ids?: string[], message?: string): Promise<string[]> =>
    (await step(who, name, ids, message)).body.refused.map(({ code }) => code);
  const queue = async (who: Person, query = ''): Promise<ReviewPage> =>
    (await people[who].get<ReviewPage>(`${ROUND}/review?${query}`)).body;

  describe('R24–R26, R28: handing a report in', () => {
    it('is refused with every place that lacks an answer, a reason, an explanation or a note', async () => {
      const saved = await saveComplete(people.clerk, path());
      const rate = (await projectOf(people.clerk, project)).indicators.find(({ kind }) => kind === 'executionRate');
      const [{ indicatorId = '' } = {}, ...rest] = saved.results;
      const impossible = { indicatorId, noData: '未统计', reasons: ['staff'], likelihood: 'impossible' };
      await saveComplete(people.clerk, path(), { reasons: [], reasonNote: null, results: [impossible, ...rest] });
      const { body } = await step('clerk', 'submit');
      expect(body).toMatchObject({ done: [], refused: [{ projectId: project, code: 'report-incomplete' }] });
      expect(body.refused[0]?.issues.map((issue) => [issue.path, issue.code])).toEqual([
        ['reasons', 'spend-reason-missing'],
        [`results.${indicatorId}.reasonNote`, 'reason-note-missing'],
        [`results.${indicatorId}.note`, 'likelihood-note-missing'],
        // 预算执行率 is behind as well, and nothing was said of the spending.
        [`results.${rate?.id}.reasons`, 'reason-missing'],
      ]);
      const single = await people.clerk.post<Refusal>(`${path()}/submit`, { version: (await read()).version });
      expect(single).toMatchObject({ status: 422, body: { code: 'report-incomplete' } });
    });
  });

  describe('R27: the states of a report', () => {
    it('lead from draft to accepted, each step by its own people', async () => {
      await saveComplete(people.clerk, path());
      expect(await refusals('reviewer', 'approve')).toEqual(['report-not-submitted']);
      expect(await refusals('reviewer', 'submit')).toEqual(['forbidden']);
      expect((await step<Refusal>('leader', 'submit')).status).toBe(403);
      await done('clerk', 'submit');
      expect((await people.clerk.put<Refusal>(path(), { version: 1, results: [] })).status).toBe(409);
      expect(await refusals('finance', 'accept')).toEqual(['report-not-approved']);
      expect(await refusals('clerk', 'approve')).toEqual(['forbidden']);
      await done('reviewer', 'approve');
      expect(await refusals('clerk', 'withdraw')).toEqual(['report-approved']);
      expect(await refusals('reviewer', 'accept')).toEqual(['forbidden']);
      await done('finance', 'accept');
      expect(await refusals('reviewer', 'return', [project], '再看')).toEqual(['forbidden']);
      const { status, selfApproved, steps, lastStep } = await read();
      expect([status, selfApproved]).toEqual(['accepted', false]);
      expect(steps.map((each) => [each.step, each.from, each.to, each.actor])).toEqual([
        ['submit', 'draft', 'submitted', 'clerk'],
        ['approve', 'submitted', 'unitApproved', 'reviewer'],
        ['accept', 'unitApproved', 'accepted', 'finance'],
      ]);
      expect(lastStep).toMatchObject({ step: 'accept', actorName: '显示 finance', onBehalfOf: null });
    });

    it('lead back with a message that says why; what is saved then stays returned until it is handed in', async () => {
      expect(await step<Refusal>('finance', 'return')).toMatchObject({
        status: 422,
        body: { code: 'return-message-missing' },
      });
      await done('finance', 'return', [project], ' 支出与账面不符 ');
      expect(await read()).toMatchObject({ status: 'returned', lastStep: { message: '支出与账面不符' } });
      const saved = await saveComplete(people.clerk, path(), { expenditureFen: 2_000_000 });
      expect(saved.status).toBe('returned');
      const changes = await people.reviewer.get<ReportChanges>(`${path()}/changes?since=return`);
      expect(changes.body.baseline?.step).toMatchObject({
        step: 'return',
        actor: 'finance',
        message: '支出与账面不符',
      });
      expect(changes.body.items.map(({ field, before, after }) => [field, before, after])).toEqual([
        ['expenditure', '1.00 万元', '2.00 万元'],
        ['fiscal', '1.00 万元', '2.00 万元'],
      ]);
      await done('clerk', 'submit');
      const { items } = await queue('reviewer');
      expect(items).toMatchObject([{ projectId: project, changedFields: 2, anomalies: ['changed'] }]);
      await done('reviewer', 'approve');
      const since = await people.finance.get<ReportChanges>(`${path()}/changes?since=approval`);
      expect(since.body).toMatchObject({ baseline: { step: { step: 'approve' } }, items: [] });
    });
  });

  describe('four eyes', () => {
    it('keep who filled a report in from approving it', async () => {
      await done('reviewer', 'return', [project], '请核对');
      await saveComplete(people.solo, path());
      await done('clerk', 'submit');
      expect(await refusals('solo', 'approve')).toEqual(['self-approval-refused']);
      await done('clerk', 'withdraw');
      await saveComplete(people.clerk, path());
      await done('solo', 'submit');
      expect(await refusals('solo', 'approve')).toEqual(['self-approval-refused']);
      const { items } = await queue('solo');
      expect(items).toMatchObject([{ projectId: project, refusal: { code: 'self-approval-refused' } }]);
    });

    it('may be waived by finance for a unit, which marks what is approved so', async () => {
      const court = await organisationId(people.finance, '336001');
      const allow = (who: Person, allowed: boolean) =>
        people[who].put(`/organisations/${court}/self-approval`, { allowed, reason: '单位仅一人' });
      expect((await allow('solo', true)).status).toBe(403);
      expect(await allow('finance', true)).toMatchObject({ status: 200, body: { selfApproval: true } });
      await done('solo', 'approve');
      expect(await read()).toMatchObject({ status: 'unitApproved', selfApproved: true });
      const { items } = (await people.finance.get<LightPage>('/lights?year=2022&month=6')).body;
      const marked = items.filter((row) => row.selfApproved);
      expect(marked.map(({ projectId }) => projectId)).toEqual([project]);
      await allow('finance', false);
      await done('reviewer', 'return', [project], '请重新提交');
      expect((await read()).selfApproved).toBe(false);
    });

    it('keep who approved a report from accepting it', async () => {
      await done('clerk', 'submit');
      await done('bureau', 'approve');
      expect(await refusals('bureau', 'accept')).toEqual(['self-acceptance-refused']);
      await done('finance', 'return', [project], '请核对');
      await done('both', 'submit');
      await done('reviewer', 'approve');
      expect(await refusals('both', 'accept')).toEqual(['self-acceptance-refused']);
    });
  });

  describe('many at once', () => {
    it('each is on its own: what one is refused for hinders no other', async () => {
      await saveComplete(people.clerk, path(other));
      await done('clerk', 'submit', [other]);
      const projects = [
        { projectId: other, version: (await read(other)).version },
        { projectId: project, version: (await read()).version },
        { projectId: 'nothing-there', version: 0 },
      ];
      const { status, body } = await people.reviewer.post<StepsResult>(`${ROUND}/steps`, { step: 'approve', projects });
      expect(status).toBe(200);
      expect(body.done).toEqual([{ projectId: other, status: 'unitApproved', version: expect.any(Number) }]);
      expect(new Map(body.refused.map(({ projectId, code }) => [projectId, code]))).toEqual(
        new Map([
          [project, 'report-approved'],
          ['nothing-there', 'not-found'],
        ]),
      );
    });

    it('tells nobody of a project outside his subtree', async () => {
      const projects = [{ projectId: other, version: (await read(other)).version }];
      const { body } = await people.stranger.post<StepsResult>(`${ROUND}/steps`, { step: 'approve', projects });
      expect(body.refused.map(({ code }) => code)).toEqual(['not-found']);
      expect((await people.stranger.get(`${path(other)}/changes?since=lastRound`)).status).toBe(404);
    });

    it('of two who approve at the same time one has done it', async () => {
      await done('finance', 'return', [other], '请核对');
      await done('clerk', 'submit', [other]);
      const projects = [{ projectId: other, version: (await read(other)).version }];
      const answers = await Promise.all(
        (['reviewer', 'bureau'] as const).map((who) =>
          people[who].post<StepsResult>(`${ROUND}/steps`, { step: 'approve', projects }),
        ),
      );
      expect(answers.flatMap(({ body }) => body.done)).toHaveLength(1);
      expect(answers.flatMap(({ body }) => body.refused.map(({ code }) => code))).toEqual(['report-changed']);
      const { steps } = await read(other);
      expect(steps.map(({ step: name }) => name)).toEqual(['submit', 'approve', 'return', 'submit', 'approve']);
    });
  });

  describe('the queue', () => {
    it('shows to each what waits for him, the odd ones first and then by age', async () => {
      for (const id of [project, other]) {
        await done('finance', 'return', [id], '请核对');
        await done('clerk', 'submit', [id]);
      }
      expect((await queue('finance')).items).toEqual([]);
      expect((await queue('stranger')).items).toEqual([]);
      const oldest = await queue('reviewer', 'sort=oldest');
      expect(oldest.items.map(({ projectId }) => projectId)).toEqual([project, other]);
      expect(oldest).toMatchObject({ total: 2, waiting: { submitted: 2, unitApproved: 0 } });
      await done('reviewer', 'approve', [project]);
      expect((await queue('finance')).items.map(({ projectId }) => projectId)).toEqual([project]);
      expect((await queue('bureau')).waiting).toMatchObject({ submitted: 1, unitApproved: 1 });
      expect((await queue('bureau', 'state=unitApproved')).items).toHaveLength(1);
    });

    it('R25: points at figures that fall, and compares with the last round', async () => {
      const { indicators } = await projectOf(people.clerk, other);
      const counted = indicators.find(({ kind, number }) => kind === 'cumulative' && number !== null);
      const { results } = await saveComplete(people.clerk, path(other, 3), { expenditureFen: 3_000_000 });
      expect(results.length).toBeGreaterThan(0);
      await done('clerk', 'withdraw', [other]);
      const answers = results.map((result) =>
        result.indicatorId === counted?.id
          ? { indicatorId: counted.id, value: (counted.number ?? 0) * 2, ...EXPLAINED }
          : result,
      );
      await saveComplete(people.clerk, path(other), { expenditureFen: 2_500_000, results: answers });
      await done('clerk', 'submit', [other]);
      const page = await queue('reviewer', 'anomalies=true');
      const item = page.items.find(({ projectId }) => projectId === other);
      expect(item).toMatchObject({
        expenditureFen: 2_500_000,
        previous: { month: 3, expenditureFen: 3_000_000 },
        resultsChanged: counted === undefined ? 0 : 1,
        refusal: null,
      });
      expect(item?.anomalies).toEqual(
        counted === undefined ? ['expenditureFalls', 'changed'] : ['expenditureFalls', 'overTarget', 'changed'],
      );
      const { body } = await people.reviewer.get<ReportChanges>(`${path(other)}/changes?since=lastRound`);
      expect(body.baseline).toEqual({ month: 3, step: null });
      expect(body.items[0]).toMatchObject({ field: 'expenditure', before: '3.00 万元', after: '2.50 万元' });
    });

    it("is narrowed to a unit within reach, and is nobody else's", async () => {
      const court = await organisationId(people.finance, '336001');
      const justice = await organisationId(people.finance, '340001');
      expect((await queue('reviewer', `organisationId=${court}`)).total).toBe(1);
      expect((await people.reviewer.get(`${ROUND}/review?organisationId=${justice}`)).status).toBe(404);
      expect((await people.clerk.get(`${ROUND}/review`)).status).toBe(403);
    });
  });

  describe('comments of leaders', () => {
    const comments = (id = project) => `/projects/${id}/comments`;

    it('are written by leaders and read by all who see the project', async () => {
      const added = await people.leader.post<CommentList>(comments(), { text: ' 请单位说明原因 ', month: 6 });
      expect(added).toMatchObject({
        status: 201,
        body: { items: [{ text: '请单位说明原因', month: 6, authorName: '显示 leader', withdrawn: null }] },
      });
      expect((await people.leader.post(comments(), { text: ' ' })).status).toBe(400);
      expect((await people.clerk.post(comments(), { text: '收到' })).status).toBe(403);
      expect((await people.clerk.get<CommentList>(comments())).body.items).toHaveLength(1);
      expect((await people.stranger.get(comments())).status).toBe(404);
      const { items } = (await people.clerk.get<LightPage>('/lights?year=2022&month=6')).body;
      expect(items.find(({ projectId }) => projectId === project)?.comments).toBe(1);
    });

    it('are taken back by their author with another entry, and stay to be seen', async () => {
      const { items } = (await people.leader.get<CommentList>(comments())).body;
      const withdraws = items[0]?.id;
      const back = await people.leader.post<CommentList>(comments(), { text: '已说明', withdraws });
      expect(back.body.items).toMatchObject([{ text: '请单位说明原因', withdrawn: { text: '已说明' } }]);
      const again = await people.leader.post<Refusal>(comments(), { text: '', withdraws });
      expect(again).toMatchObject({ status: 409, body: { code: 'comment-withdrawn' } });
      const list = (await people.clerk.get<LightPage>('/lights?year=2022&month=6')).body;
      expect(list.items.map((row) => row.comments)).toEqual([0, 0]);
    });
  });
});
