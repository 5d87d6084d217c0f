import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import type { OpenProject, OpenProjectPage } from '../../apps/api/src/features/open-data/http/open-data.dto.js';
import type { EvaluationStepsResult } from '../../apps/api/src/features/self-evaluation/http/evaluations.dto.js';
import { DraftEvaluations } from '../../apps/api/src/features/self-evaluation/application/draft-evaluations.js';
import { draftEvaluationsJob } from '../../apps/api/src/features/self-evaluation/jobs/evaluation-year.jobs.js';
import { SelfEvaluation } from '../../apps/api/src/features/self-evaluation/persistence/self-evaluation.entity.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import type { Visitor } from '../support/api.js';
import { EvaluationCounty, inputOf, YEAR } from '../support/evaluation-county.js';
import { done } from '../support/follow-up-county.js';
import { describeBackends } from '../support/services.js';

describeBackends('Who may do what with a self-evaluation', (backend) => {
  let county: EvaluationCounty;
  let leader: Visitor;
  beforeAll(async () => {
    county = await EvaluationCounty.open(backend);
    await county.api.addUser('leader', 'leader', '001');
    leader = await county.api.as('leader');
    await county.lockDecember();
    await county.openYear();
  });
  afterAll(() => county.close());

  const codes = ({ refused }: EvaluationStepsResult) => refused.map(({ code }) => code);
  const allow = (allowed: boolean) =>
    done(county.people.finance.put(`/organisations/${county.unit}/self-approval`, { allowed, reason: '单位仅一人' }));
  const asLeader = async (step: string, name: string): Promise<EvaluationStepsResult> => {
    const { id, version } = await county.read(name);
    return done(leader.post<EvaluationStepsResult>('/evaluations/steps', { step, evaluations: [{ id, version }] }));
  };

  it('nobody approves what he handed in himself, unless finance allows it of the unit, which is marked', async () => {
    expect(codes(await county.step('solo', 'submit', ['援助']))).toEqual([]);
    expect((await county.read('援助', 'solo')).may).not.toContain('approve');
    expect(codes(await county.step('solo', 'approve', ['援助']))).toEqual(['evaluation-own-approval']);
    await allow(true);
    expect((await county.read('援助', 'solo')).may).toContain('approve');
    expect(codes(await county.step('solo', 'approve', ['援助']))).toEqual([]);
    expect(await county.read('援助')).toMatchObject({ state: 'unitApproved', selfApproved: true });
    await allow(false);
    await county.step('department', 'return', ['援助'], { message: '重来' });
    expect(await county.read('援助')).toMatchObject({ state: 'returned', selfApproved: false });
  });

  it('neither the deputy nor the person approves what one did for the other', async () => {
    const { id: toUserId } = await county.uow.reader.findOneByOrFail(UserAccount, { username: 'leader' });
    const today = county.api.app.get(Clock, { strict: false }).today();
    await done(county.people.solo.post('/deputies', { toUserId, fromDay: today, untilDay: today, reason: '出差' }));
    const { id, ...detail } = await county.read('援助');
    const written = inputOf({ id, ...detail }, { 办结率: { explanation: '案件延后' } });
    await done(leader.put(`/evaluations/${id}`, written));
    await county.step('clerk', 'submit', ['援助']);
    expect(codes(await county.step('solo', 'approve', ['援助']))).toEqual(['evaluation-own-approval']);
    expect(codes(await asLeader('approve', '援助'))).toEqual(['evaluation-own-approval']);
    await county.step('clerk', 'withdraw', ['援助']);
    expect(codes(await asLeader('submit', '援助'))).toEqual([]);
    expect((await county.read('援助')).steps.at(-1)).toMatchObject({
      step: 'submit',
      actor: 'leader',
      onBehalfOf: 'solo',
    });
    expect(codes(await county.step('solo', 'approve', ['援助']))).toEqual(['evaluation-own-approval']);
    expect(codes(await county.step('reviewer', 'approve', ['援助']))).toEqual([]);
  });

  it('the job that makes the drafts is called off by who asked for it, and what is missing is made later', async () => {
    const { api, uow } = county;
    const jobId = await uow.run(async (manager) => {
      await manager.delete(SelfEvaluation, { projectId: county.project('审判') });
      const options = { key: String(YEAR), requestedBy: 'finance' };
      const id = await api.app
        .get(JobQueue, { strict: false })
        .enqueue(manager, draftEvaluationsJob, { year: YEAR }, options);
      await manager.update(JobRun, { id }, { runAfter: '2999-01-01T00:00:00.000Z' });
      return id;
    });
    expect((await county.people.clerk.post(`/jobs/${jobId}/cancel`)).status).not.toBe(200);
    await done(county.people.finance.post(`/jobs/${jobId}/cancel`));
    expect(await uow.reader.findOneByOrFail(JobRun, { id: jobId })).toMatchObject({ status: 'cancelled' });
    expect((await county.list()).total).toBe(2);
    const draft = api.app.get(DraftEvaluations, { strict: false });
    const stop = () => Promise.reject(new Error('called off'));
    await expect(draft.run(YEAR, stop)).rejects.toThrow('called off');
    expect((await county.list()).total).toBe(2);
    const afterTheFirst = (reached: number) => (reached === 0 ? Promise.resolve() : stop());
    await expect(draft.run(YEAR, afterTheFirst)).rejects.toThrow('called off');
    expect((await county.list()).total).toBe(3);
    await draft.run(YEAR, () => Promise.resolve());
    expect((await county.list()).total).toBe(3);
  });

  it('open data has the points of what is sealed alone, as CSV the same as JSON, and nobody’s name', async () => {
    await county.untilFinance('普法');
    await county.step('finance', 'accept', ['普法']);
    const where = `year=${YEAR}&month=12`;
    const { items } = await done(county.people.auditor.get<OpenProjectPage>(`/open-data/projects?${where}`));
    const points = Object.fromEntries(items.map((item) => [item.name, [item.points, item.grade]]));
    expect(points).toMatchObject({ 普法: [98.62, 'excellent'], 援助: [null, null], 审判: [null, null] });
    expect((await county.read('援助')).total).not.toBeNull();
    const csv = await done(county.people.auditor.get<string>(`/open-data/projects.csv?${where}`));
    const [head = '', ...lines] = csv.replace('\uFEFF', '').trimEnd().split('\r\n');
    const columns = head.split(',');
    const names = columns.indexOf('项目名称');
    const scored = columns.indexOf('自评得分');
    const told = Object.fromEntries(lines.map((line) => [line.split(',')[names], line.split(',')[scored]]));
    const same = (item: OpenProject) => [item.name, item.points === null ? '' : String(item.points)];
    expect(told).toEqual(Object.fromEntries(items.map(same)));
    for (const text of [JSON.stringify(items), csv]) {
      for (const person of ['clerk', 'reviewer', 'finance', 'leader', '显示']) expect(text).not.toContain(person);
    }
  });
});
