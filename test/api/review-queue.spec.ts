import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LightPage } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { CommentList } from '../../apps/api/src/features/comments/http/comments.dto.js';
import type { ReportChanges } from '../../apps/api/src/features/reporting/http/steps.dto.js';
import type { ProjectDetail } from '../../apps/api/src/features/targets/http/targets.dto.js';
import type { Refusal } from '../support/api.js';
import { EXPLAINED, saveComplete } from '../support/complete-report.js';
import { organisationId, projectOf } from '../support/county.js';
import { ReviewCounty, ROUND } from '../support/review-county.js';
import { describeBackends } from '../support/services.js';

describeBackends('Review queue', (backend) => {
  let court: ReviewCounty;
  beforeAll(async () => {
    court = await ReviewCounty.open(backend);
  });
  afterAll(() => court.close());

  describe('the queue', () => {
    it('shows to each what waits for him, by age', async () => {
      for (const id of [court.project, court.other]) {
        await saveComplete(court.people.clerk, court.path(id));
        await court.done('clerk', 'submit', [id]);
      }
      expect((await court.queue('finance')).items).toEqual([]);
      expect((await court.queue('stranger')).items).toEqual([]);
      const oldest = await court.queue('reviewer', 'sort=oldest');
      expect(oldest.items.map(({ projectId }) => projectId)).toEqual([court.project, court.other]);
      expect(oldest).toMatchObject({ total: 2, waiting: { submitted: 2, unitApproved: 0 } });
      await court.done('reviewer', 'approve', [court.project]);
      expect((await court.queue('finance')).items.map(({ projectId }) => projectId)).toEqual([court.project]);
      expect((await court.queue('bureau')).waiting).toMatchObject({ submitted: 1, unitApproved: 1 });
      expect((await court.queue('bureau', 'state=unitApproved')).items).toHaveLength(1);
    });

    it('R25: points at figures that fall, compares with the last round, and has such reports first', async () => {
      const { indicators } = await projectOf(court.people.clerk, court.other);
      const counted = indicators.find(({ kind, number }) => kind === 'cumulative' && number !== null);
      const { results } = await saveComplete(court.people.clerk, court.path(court.other, 3), {
        expenditureFen: 3_000_000,
      });
      expect(results.length).toBeGreaterThan(0);
      await court.done('finance', 'return', [court.project], '请核对');
      await court.done('clerk', 'submit', [court.project]);
      await court.done('clerk', 'withdraw', [court.other]);
      const answers = results.map((result) =>
        result.indicatorId === counted?.id
          ? { indicatorId: counted.id, value: (counted.number ?? 0) * 2, ...EXPLAINED }
          : result,
      );
      await saveComplete(court.people.clerk, court.path(court.other), { expenditureFen: 2_500_000, results: answers });
      await court.done('clerk', 'submit', [court.other]);
      const urgent = (await court.queue('reviewer')).items.map(({ projectId }) => projectId);
      expect(urgent).toEqual([court.other, court.project]);
      const oldest = (await court.queue('reviewer', 'sort=oldest')).items.map(({ projectId }) => projectId);
      expect(oldest).toEqual([court.project, court.other]);
      const page = await court.queue('reviewer', 'anomalies=true');
      const item = page.items.find(({ projectId }) => projectId === court.other);
      expect(item).toMatchObject({
        expenditureFen: 2_500_000,
        previous: { month: 3, expenditureFen: 3_000_000 },
        resultsChanged: counted === undefined ? 0 : 1,
        refusal: null,
      });
      expect(item?.anomalies).toEqual(
        counted === undefined ? ['expenditureFalls'] : ['expenditureFalls', 'overTarget'],
      );
      const { body } = await court.people.reviewer.get<ReportChanges>(
        `${court.path(court.other)}/changes?since=lastRound`,
      );
      expect(body.baseline).toEqual({ month: 3, step: null });
      expect(body.items[0]).toMatchObject({ field: 'expenditure', before: '3.00 万元', after: '2.50 万元' });
    });

    it("is narrowed to a unit within reach, and is nobody else's", async () => {
      const unit = await organisationId(court.people.finance, '336001');
      const justice = await organisationId(court.people.finance, '340001');
      expect((await court.queue('reviewer', `organisationId=${unit}`)).total).toBe(2);
      expect((await court.people.reviewer.get(`${ROUND}/review?organisationId=${justice}`)).status).toBe(404);
      expect((await court.people.clerk.get(`${ROUND}/review`)).status).toBe(403);
    });
  });

  describe('comments of leaders', () => {
    const comments = (id = court.project) => `/projects/${id}/comments`;
    const indicatorsOf = async (id: string) =>
      (await court.people.leader.get<ProjectDetail>(`/projects/${id}`)).body.indicators;

    it('are written by leaders and read by all who see the project', async () => {
      const added = await court.people.leader.post<CommentList>(comments(), { text: ' 请单位说明原因 ', month: 6 });
      expect(added).toMatchObject({
        status: 201,
        body: { items: [{ text: '请单位说明原因', month: 6, authorName: '显示 leader', withdrawn: null }] },
      });
      expect((await court.people.leader.post(comments(), { text: ' ' })).status).toBe(400);
      expect((await court.people.clerk.post(comments(), { text: '收到' })).status).toBe(403);
      expect((await court.people.clerk.get<CommentList>(comments())).body.items).toHaveLength(1);
      expect((await court.people.stranger.get(comments())).status).toBe(404);
      const { items } = (await court.people.clerk.get<LightPage>('/lights?year=2022&month=6')).body;
      expect(items.find(({ projectId }) => projectId === court.project)?.comments).toBe(1);
    });

    it('are taken back by their author with another entry, and stay to be seen', async () => {
      const { items } = (await court.people.leader.get<CommentList>(comments())).body;
      const withdraws = items[0]?.id;
      const back = await court.people.leader.post<CommentList>(comments(), { text: '已说明', withdraws });
      expect(back.body.items).toMatchObject([{ text: '请单位说明原因', withdrawn: { text: '已说明' } }]);
      const again = await court.people.leader.post<Refusal>(comments(), { text: '', withdraws });
      expect(again).toMatchObject({ status: 409, body: { code: 'comment-withdrawn' } });
      const list = (await court.people.clerk.get<LightPage>('/lights?year=2022&month=6')).body;
      expect(list.items.map((row) => row.comments)).toEqual([0, 0]);
    });

    it('may be about one indicator, and name it; not about that of another project', async () => {
      const own = await indicatorsOf(court.project);
      const { body } = await court.people.leader.post<CommentList>(comments(), {
        ...{ text: '请核实', month: 6, indicatorId: own[0]?.id },
      });
      expect(body.items[0]).toMatchObject({
        text: '请核实',
        month: 6,
        indicator: { id: own[0]?.id, name: own[0]?.name },
      });
      const [other] = await indicatorsOf(court.other);
      const refused = await court.people.leader.post(comments(), { text: '请核实', indicatorId: other?.id });
      expect(refused.status).toBe(404);
    });
  });
});
