import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { MeasurePage, MeasureView } from '../../apps/api/src/features/rectification/http/budget-measures.dto.js';
import type { NamingPage, NamingView } from '../../apps/api/src/features/rectification/http/named-units.dto.js';
import type { ProjectFollowUps } from '../../apps/api/src/features/rectification/http/project-follow-ups.dto.js';
import type { Answer, Refusal } from '../support/api.js';
import { lightsAreUp, projectOf } from '../support/county.js';
import { BEHIND_FEN, done, FollowUpCounty, type Follower } from '../support/follow-up-county.js';
import { describeBackends } from '../support/services.js';

describeBackends('What finance does with the result of a round', (backend) => {
  let county: FollowUpCounty;
  let project: string;
  let year = 2029;

  beforeAll(async () => {
    county = await FollowUpCounty.open(backend);
  });
  afterAll(() => county.close());
  beforeEach(async () => {
    year += 1;
    project = await county.project(year);
    await county.openRound(year, 6);
  });

  const propose = (input: object, who: Follower = 'finance'): Promise<Answer<MeasureView & Refusal>> =>
    county.people[who].post('/budget-measures', {
      projectId: project,
      month: 6,
      kind: 'reduce',
      amountFen: 20_000_000,
      reason: '6 月支出进度仅 10%',
      ...input,
    });
  const step = async (who: Follower, id: string, name: string, more: object = {}) => {
    const { version } = (await county.people.finance.get<MeasureView>(`/budget-measures/${id}`)).body;
    const body = { step: name, version, ...more };
    return county.people[who].post<MeasureView & Refusal>(`/budget-measures/${id}/steps`, body);
  };
  const list = async (query: string, who: Follower = 'finance'): Promise<MeasurePage> =>
    done(county.people[who].get<MeasurePage>(`/budget-measures?year=${year}&${query}`));

  it('R6: an approved cut is posted as a dated reduction, and the lights use the budget that is left', async () => {
    await county.report(year, 6, project, BEHIND_FEN);
    const note = '下年预算控制数按 30 万元编制';
    const { id, may } = await done(propose({ nextYearNote: note }));
    expect(may).toEqual(['withdraw']);
    expect((await step('finance', id, 'approve')).body.code).toBe('measure-own');
    expect((await step('clerk', id, 'approve')).status).toBe(403);
    const approved = await done(step('leader', id, 'approve', { text: '同意' }));
    expect(approved).toMatchObject({ state: 'approved', decidedByName: '显示 leader', message: '同意', may: [] });
    expect((await step('finance', id, 'post')).body.code).toBe('effective-day-needed');
    expect((await step('finance', id, 'post', { effectiveOn: `${year + 1}-01-01` })).body.code).toBe('adjustment-year');
    const effectiveOn = `${year}-06-15`;
    const posted = await done(step('finance', id, 'post', { effectiveOn, documentNumber: '财预〔2030〕7号' }));
    expect(posted).toMatchObject({ state: 'posted', effectiveOn, postedBy: 'finance', may: [] });
    const { adjustments } = await projectOf(county.people.clerk, project);
    expect(adjustments).toMatchObject([
      { id: posted.adjustmentId, kind: 'reduction', amountFen: 20_000_000, effectiveOn, reason: '6 月支出进度仅 10%' },
    ]);
    await lightsAreUp(county.api, year);
    const lights = await county.people.finance.get<object>(`/projects/${project}/lights?month=6`);
    expect(lights.body).toMatchObject({ spend: { adjustedBudgetFen: 30_000_000 } });
    expect(await list('forNextYear=true')).toMatchObject({ total: 1, postedFen: 20_000_000 });
  });

  it('is refused by the decider with a reason, taken back only by who proposed it, and decided once', async () => {
    const rejected = (await done(propose({}))).id;
    expect((await step('leader', rejected, 'reject')).body.code).toBe('text-needed');
    expect(await done(step('leader', rejected, 'reject', { text: '暂缓' }))).toMatchObject({ state: 'rejected' });
    expect((await step('second', rejected, 'approve')).body.code).toBe('measure-step-refused');
    const taken = (await done(propose({}))).id;
    expect((await step('second', taken, 'withdraw')).body.code).toBe('measure-not-own');
    expect(await done(step('finance', taken, 'withdraw'))).toMatchObject({ state: 'withdrawn' });
    expect((await list('state=undecided')).total).toBe(0);
  });

  it('takes no more than there is, and no step on an older version', async () => {
    const { id } = await done(propose({ kind: 'recover', amountFen: 60_000_000 }));
    const old = { step: 'approve', version: 7 };
    const stale = await county.people.leader.post<Refusal>(`/budget-measures/${id}/steps`, old);
    expect([stale.status, stale.body.code]).toEqual([409, 'follow-up-changed']);
    await done(step('leader', id, 'approve'));
    expect((await step('finance', id, 'post', { effectiveOn: `${year}-06-30` })).body.code).toBe('budget-below-zero');
    expect(await list('state=approved')).toMatchObject({ total: 1, postedFen: 0 });
  });

  it('suspends payments without touching the budget until that is lifted', async () => {
    expect((await propose({ kind: 'suspend' })).body.issues).toMatchObject([{ code: 'measure-amount' }]);
    expect((await propose({ kind: 'pool', amountFen: null })).body.issues).toMatchObject([{ code: 'measure-amount' }]);
    const { id } = await done(propose({ kind: 'suspend', amountFen: null }));
    await done(step('leader', id, 'approve'));
    const effectiveOn = `${year}-07-01`;
    await done(step('finance', id, 'post', { effectiveOn }));
    const followUps = async (who: Follower) =>
      done(county.people[who].get<ProjectFollowUps>(`/projects/${project}/rectifications`));
    expect(await followUps('clerk')).toMatchObject({ suspendedSince: effectiveOn, may: ['rectify'] });
    expect(await followUps('finance')).toMatchObject({ may: ['rectify', 'propose', 'supervise'] });
    expect((await projectOf(county.people.clerk, project)).adjustments).toEqual([]);
    expect((await step('finance', id, 'lift')).body.code).toBe('text-needed');
    expect(await done(step('finance', id, 'lift', { text: '已按要求整改' }))).toMatchObject({ state: 'lifted' });
    expect(await followUps('clerk')).toMatchObject({ suspendedSince: null });
  });

  it('is proposed by finance, waits for others, and is seen by its unit alone', async () => {
    expect((await propose({}, 'clerk')).status).toBe(403);
    expect((await propose({}, 'stranger')).status).toBe(403);
    const { id } = await done(propose({}));
    expect((await list('mine=true', 'finance')).total).toBe(0);
    expect((await list('mine=true', 'second')).total).toBe(1);
    await done(step('leader', id, 'approve'));
    expect((await list('mine=true', 'finance')).total).toBe(1);
    expect((await list('', 'clerk')).total).toBe(1);
    expect((await list('', 'stranger')).total).toBe(0);
    expect((await county.people.stranger.get(`/budget-measures/${id}`)).status).toBe(404);
  });

  it('names units for a circular or an interview, which are held once they are approved', async () => {
    const wish = { organisationId: county.unit, year, month: 6, kind: 'interview', reason: '连续两期红灯' };
    const named = await done(county.people.finance.post<NamingView>('/named-units', wish));
    const move = async (who: Follower, name: string, version: number, more: object = {}) =>
      county.people[who].post<NamingView & Refusal>(`/named-units/${named.id}/steps`, { step: name, version, ...more });
    expect((await move('finance', 'approve', 0)).body.code).toBe('measure-own');
    expect((await move('finance', 'hold', 0, { text: '谈' })).body.code).toBe('naming-step-refused');
    await done(move('leader', 'approve', 0));
    expect((await move('finance', 'hold', 1, { text: '要求限期整改' })).body.code).toBe('held-day-needed');
    const held = await done(move('finance', 'hold', 1, { text: '要求限期整改', heldOn: `${year}-07-10` }));
    expect(held).toMatchObject({ state: 'held', record: '要求限期整改', round: { year, month: 6 }, may: [] });
    const of = async (who: Follower) =>
      (await done(county.people[who].get<NamingPage>(`/named-units?year=${year}&kind=interview`))).items.length;
    expect([await of('clerk'), await of('stranger')]).toEqual([1, 0]);
    expect((await county.people.clerk.post('/named-units', wish)).status).toBe(403);
    const path = `/named-units/${named.id}`;
    expect(await done(county.people.clerk.get<NamingView>(path))).toMatchObject({ id: named.id, round: { year } });
    expect((await county.people.stranger.get(path)).status).toBe(404);
  });
});
