import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LightPage } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { ReportChanges, StepsResult } from '../../apps/api/src/features/reporting/http/steps.dto.js';
import type { Refusal } from '../support/api.js';
import { saveComplete } from '../support/complete-report.js';
import { organisationId, projectOf } from '../support/county.js';
import { ReviewCounty, ROUND, type Person } from '../support/review-county.js';
import { describeBackends } from '../support/services.js';

describeBackends('Review', (backend) => {
  let court: ReviewCounty;
  beforeAll(async () => {
    court = await ReviewCounty.open(backend);
  });
  afterAll(() => court.close());

  describe('R24–R26, R28: handing a report in', () => {
    it('is refused with every place that lacks an answer, a reason, an explanation or a note', async () => {
      const saved = await saveComplete(court.people.clerk, court.path());
      const rate = (await projectOf(court.people.clerk, court.project)).indicators.find(
        ({ kind }) => kind === 'executionRate',
      );
      const [{ indicatorId = '' } = {}, ...rest] = saved.results;
      const impossible = { indicatorId, noData: '未统计', reasons: ['staff'], likelihood: 'impossible' };
      await saveComplete(court.people.clerk, court.path(), {
        reasons: [],
        reasonNote: null,
        results: [impossible, ...rest],
      });
      const { body } = await court.step('clerk', 'submit');
      expect(body).toMatchObject({ done: [], refused: [{ projectId: court.project, code: 'report-incomplete' }] });
      expect(body.refused[0]?.issues.map((issue) => [issue.path, issue.code])).toEqual([
        ['reasons', 'spend-reason-missing'],
        [`results.${indicatorId}.reasonNote`, 'reason-note-missing'],
        [`results.${indicatorId}.note`, 'likelihood-note-missing'],
        // 预算执行率 is behind as well, and nothing was said of the spending.
        [`results.${rate?.id}.reasons`, 'reason-missing'],
      ]);
      const single = await court.people.clerk.post<Refusal>(`${court.path()}/submit`, {
        version: (await court.read()).version,
      });
      expect(single).toMatchObject({ status: 422, body: { code: 'report-incomplete' } });
    });
  });

  describe('R27: the states of a report', () => {
    it('lead from draft to accepted, each step by its own people', async () => {
      await saveComplete(court.people.clerk, court.path());
      expect(await court.refusals('reviewer', 'approve')).toEqual(['report-not-submitted']);
      expect(await court.refusals('reviewer', 'submit')).toEqual(['forbidden']);
      expect((await court.step<Refusal>('leader', 'submit')).status).toBe(403);
      await court.done('clerk', 'submit');
      expect((await court.people.clerk.put<Refusal>(court.path(), { version: 1, results: [] })).status).toBe(409);
      expect(await court.refusals('finance', 'accept')).toEqual(['report-not-approved']);
      expect(await court.refusals('clerk', 'approve')).toEqual(['forbidden']);
      await court.done('reviewer', 'approve');
      expect(await court.refusals('clerk', 'withdraw')).toEqual(['report-approved']);
      expect(await court.refusals('reviewer', 'accept')).toEqual(['forbidden']);
      await court.done('finance', 'accept');
      expect(await court.refusals('reviewer', 'return', [court.project], '再看')).toEqual(['forbidden']);
      const { status, selfApproved, steps, lastStep } = await court.read();
      expect([status, selfApproved]).toEqual(['accepted', false]);
      expect(steps.map((each) => [each.step, each.from, each.to, each.actor])).toEqual([
        ['submit', 'draft', 'submitted', 'clerk'],
        ['approve', 'submitted', 'unitApproved', 'reviewer'],
        ['accept', 'unitApproved', 'accepted', 'finance'],
      ]);
      expect(lastStep).toMatchObject({ step: 'accept', actorName: '显示 finance', onBehalfOf: null });
    });

    it('lead back with a message that says why; what is saved then stays returned until it is handed in', async () => {
      expect(await court.step<Refusal>('finance', 'return')).toMatchObject({
        status: 422,
        body: { code: 'return-message-missing' },
      });
      await court.done('finance', 'return', [court.project], ' 支出与账面不符 ');
      expect(await court.read()).toMatchObject({ status: 'returned', lastStep: { message: '支出与账面不符' } });
      const saved = await saveComplete(court.people.clerk, court.path(), { expenditureFen: 2_000_000 });
      expect(saved.status).toBe('returned');
      const changes = await court.people.reviewer.get<ReportChanges>(`${court.path()}/changes?since=return`);
      expect(changes.body.baseline?.step).toMatchObject({
        step: 'return',
        actor: 'finance',
        message: '支出与账面不符',
      });
      expect(changes.body.items.map(({ field, before, after }) => [field, before, after])).toEqual([
        ['expenditure', '1.00 万元', '2.00 万元'],
        ['fiscal', '1.00 万元', '2.00 万元'],
      ]);
      await court.done('clerk', 'submit');
      const { items } = await court.queue('reviewer');
      expect(items).toMatchObject([{ projectId: court.project, changedFields: 2, anomalies: ['changed'] }]);
      await court.done('reviewer', 'approve');
      const since = await court.people.finance.get<ReportChanges>(`${court.path()}/changes?since=approval`);
      expect(since.body).toMatchObject({ baseline: { step: { step: 'approve' } }, items: [] });
    });
  });

  describe('four eyes', () => {
    it('keep who filled a report in from approving it', async () => {
      await court.done('reviewer', 'return', [court.project], '请核对');
      await saveComplete(court.people.solo, court.path());
      await court.done('clerk', 'submit');
      expect(await court.refusals('solo', 'approve')).toEqual(['self-approval-refused']);
      await court.done('clerk', 'withdraw');
      await saveComplete(court.people.clerk, court.path());
      await court.done('solo', 'submit');
      expect(await court.refusals('solo', 'approve')).toEqual(['self-approval-refused']);
      await court.done('solo', 'withdraw');
      await saveComplete(court.people.solo, court.path(), { expenditureFen: 3_000_000 });
      // Who saves the same again, or a little beside it, does not take the figures upon himself.
      await saveComplete(court.people.clerk, court.path(), { expenditureFen: 3_000_000 });
      await saveComplete(court.people.clerk, court.path(), { expenditureFen: 3_000_000, reasonNote: '已核对' });
      await court.done('clerk', 'submit');
      expect(await court.refusals('solo', 'approve')).toEqual(['self-approval-refused']);
      const { items } = await court.queue('solo');
      expect(items).toMatchObject([{ projectId: court.project, refusal: { code: 'self-approval-refused' } }]);
    });

    it('may be waived by finance for a unit, which marks what is approved so', async () => {
      const unit = await organisationId(court.people.finance, '336001');
      const allow = (who: Person, allowed: boolean) =>
        court.people[who].put(`/organisations/${unit}/self-approval`, { allowed, reason: '单位仅一人' });
      expect((await allow('solo', true)).status).toBe(403);
      expect(await allow('finance', true)).toMatchObject({ status: 200, body: { selfApproval: true } });
      await court.done('solo', 'approve');
      expect(await court.read()).toMatchObject({ status: 'unitApproved', selfApproved: true });
      const { items } = (await court.people.finance.get<LightPage>('/lights?year=2022&month=6')).body;
      const marked = items.filter((row) => row.selfApproved);
      expect(marked.map(({ projectId }) => projectId)).toEqual([court.project]);
      await allow('finance', false);
      await court.done('reviewer', 'return', [court.project], '请重新提交');
      expect((await court.read()).selfApproved).toBe(false);
    });

    it('keep who approved a report from accepting it', async () => {
      await court.done('clerk', 'submit');
      await court.done('bureau', 'approve');
      expect(await court.refusals('bureau', 'accept')).toEqual(['self-acceptance-refused']);
      await court.done('finance', 'return', [court.project], '请核对');
      await court.done('both', 'submit');
      await court.done('reviewer', 'approve');
      expect(await court.refusals('both', 'accept')).toEqual(['self-acceptance-refused']);
    });
  });

  describe('many at once', () => {
    it('each is on its own: what one is refused for hinders no other', async () => {
      await saveComplete(court.people.clerk, court.path(court.other));
      await court.done('clerk', 'submit', [court.other]);
      const projects = [
        { projectId: court.other, version: (await court.read(court.other)).version },
        { projectId: court.project, version: (await court.read()).version },
        { projectId: 'nothing-there', version: 0 },
      ];
      const { status, body } = await court.people.reviewer.post<StepsResult>(`${ROUND}/steps`, {
        step: 'approve',
        projects,
      });
      expect(status).toBe(200);
      expect(body.done).toEqual([{ projectId: court.other, status: 'unitApproved', version: expect.any(Number) }]);
      expect(new Map(body.refused.map(({ projectId, code }) => [projectId, code]))).toEqual(
        new Map([
          [court.project, 'report-approved'],
          ['nothing-there', 'not-found'],
        ]),
      );
    });

    it('tells nobody of a project outside his subtree', async () => {
      const projects = [{ projectId: court.other, version: (await court.read(court.other)).version }];
      const { body } = await court.people.stranger.post<StepsResult>(`${ROUND}/steps`, { step: 'approve', projects });
      expect(body.refused.map(({ code }) => code)).toEqual(['not-found']);
      expect((await court.people.stranger.get(`${court.path(court.other)}/changes?since=lastRound`)).status).toBe(404);
    });

    it('of two who approve at the same time one has done it', async () => {
      await court.done('finance', 'return', [court.other], '请核对');
      await court.done('clerk', 'submit', [court.other]);
      const projects = [{ projectId: court.other, version: (await court.read(court.other)).version }];
      const answers = await Promise.all(
        (['reviewer', 'bureau'] as const).map((who) =>
          court.people[who].post<StepsResult>(`${ROUND}/steps`, { step: 'approve', projects }),
        ),
      );
      expect(answers.flatMap(({ body }) => body.done)).toHaveLength(1);
      expect(answers.flatMap(({ body }) => body.refused.map(({ code }) => code))).toEqual(['report-changed']);
      const { steps } = await court.read(court.other);
      expect(steps.map(({ step: name }) => name)).toEqual(['submit', 'approve', 'return', 'submit', 'approve']);
    });
  });
});
