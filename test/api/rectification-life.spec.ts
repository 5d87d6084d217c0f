import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Refusal } from '../support/api.js';
import { BEHIND_FEN, done, FollowUpCounty, IN_TIME_FEN } from '../support/follow-up-county.js';
import { alertOf, raiseAlert } from '../support/raise-alert.js';
import { describeBackends } from '../support/services.js';

describeBackends('Rectifications', (backend) => {
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
    await county.report(year, 6, project, BEHIND_FEN);
  });

  const steps = async (id: string): Promise<readonly string[]> =>
    (await county.read(id)).history.map(({ step }) => step);

  it('R27: measures, evidence and acceptance wait for the next round, whose light ends them', async () => {
    const opened = await county.rectify('department', { projectId: project, reference: '审报〔2030〕1号' });
    expect(opened).toMatchObject({
      status: 201,
      body: { state: 'drafting', lightBefore: 'red', round: { year, month: 6 }, owner: null, openedBy: 'department' },
    });
    const { id } = opened.body;
    expect((await county.step('clerk', id, 'start')).body.code).toBe('rectification-incomplete');
    const plan = { version: 0, owner: 'colleague', measures: '逐月付款', deadline: '2099-06-30' };
    const planned = await county.people.clerk.patch(`/rectifications/${id}`, plan);
    expect(planned.body).toMatchObject({ ownerName: '显示 colleague', due: 'inTime', version: 1 });
    await done(county.step('clerk', id, 'start'));
    expect((await county.step('colleague', id, 'submit', { text: '已付款' })).body.code).toBe(
      'rectification-no-evidence',
    );
    await done(county.attach('colleague', id));
    await done(county.step('colleague', id, 'note', { text: '已完成招标' }));
    await done(county.step('colleague', id, 'submit', { text: '已付款' }));
    const accepted = await done(county.step('department', id, 'accept'));
    expect(accepted).toMatchObject({ state: 'accepted', acceptedBy: 'department', effect: null, files: 1 });
    await county.openRound(year, 9);
    await county.report(year, 9, project, IN_TIME_FEN);
    expect((await county.read(id)).state).toBe('accepted');
    await county.check(year, 9, project);
    expect(await county.read(id)).toMatchObject({
      state: 'closed',
      closing: 'effective',
      effect: 'recovered',
      lightAfter: 'green',
      effectRound: { year, month: 9 },
      may: [],
    });
    expect(await steps(id)).toEqual(['open', 'change', 'start', 'attach', 'note', 'submit', 'accept', 'close']);
  });

  it('R27: not on words: where the light has not recovered the unit goes on, and a later round decides', async () => {
    const id = await county.handedIn(project);
    await done(county.step('finance', id, 'accept'));
    await county.openRound(year, 9);
    await county.report(year, 9, project, BEHIND_FEN);
    await county.lock(year, 9);
    expect(await county.read(id)).toMatchObject({ state: 'underWay', effect: 'unchanged', lightAfter: 'red' });
    await done(county.step('clerk', id, 'submit', { text: '又付一笔' }));
    await done(county.step('finance', id, 'accept'));
    expect((await county.read(id)).state).toBe('accepted');
    await county.openRound(year, 10);
    await county.report(year, 10, project, IN_TIME_FEN);
    await county.lock(year, 10);
    expect(await county.read(id)).toMatchObject({ state: 'closed', effect: 'recovered' });
  });

  it('counts the next round where it was over before the acceptance', async () => {
    const id = await county.handedIn(project);
    await county.openRound(year, 9);
    await county.report(year, 9, project, IN_TIME_FEN);
    await county.lock(year, 9);
    const accepted = await done(county.step('finance', id, 'accept'));
    expect(accepted).toMatchObject({ state: 'closed', effectRound: { month: 9 } });
  });

  it('is returned with a message, and nobody accepts what he handed in', async () => {
    const id = await county.handedIn(project);
    expect((await county.step('department', id, 'return')).body.code).toBe('text-needed');
    const returned = await done(county.step('department', id, 'return', { text: '缺付款凭证' }));
    expect(returned).toMatchObject({ state: 'underWay', message: '缺付款凭证' });
    expect((await county.read(id, 'clerk')).may).toEqual(['edit', 'attach', 'note', 'submit']);
    const both = await county.people.finance.post<Refusal>(`/rectifications/${id}/steps`, {
      step: 'submit',
      version: returned.version,
      text: '代报',
    });
    expect([both.status, both.body.code]).toEqual([403, 'forbidden']);
  });

  it('is waived by finance alone, in writing', async () => {
    const { id } = await done(county.rectify('clerk', { projectId: project }));
    expect((await county.step('department', id, 'waive', { text: '免' })).status).toBe(403);
    expect((await county.step('finance', id, 'waive')).body.code).toBe('text-needed');
    const waived = await done(county.step('finance', id, 'waive', { text: '政策调整，项目取消' }));
    expect(waived).toMatchObject({ state: 'waived', closing: 'waived', message: '政策调整，项目取消', may: [] });
    expect((await county.step('clerk', id, 'note', { text: '好' })).body.code).toBe('rectification-step-refused');
  });

  it('of a unit as a whole ends with the acceptance of its evidence, for there is no light', async () => {
    const id = await county.handedIn(null);
    const accepted = await done(county.step('finance', id, 'accept'));
    expect(accepted).toMatchObject({ state: 'closed', closing: 'evidence', project: null, organisationName: '法院' });
  });

  it('goes on over the year end with the project that continues its own, marked as carried over', async () => {
    const id = await county.handedIn(project);
    await done(county.step('finance', id, 'accept'));
    await county.openRound(year, 12);
    await county.report(year, 12, project, BEHIND_FEN);
    const next = await county.project(year + 1, '甲（续建）');
    await county.continues(next, project);
    await county.lock(year, 12);
    expect(await county.read(id)).toMatchObject({
      state: 'underWay',
      carriedOver: true,
      project: { id: next, year: year + 1 },
      carriedFrom: { id: project, year },
    });
    await done(county.step('clerk', id, 'submit', { text: '已付清' }));
    await done(county.step('finance', id, 'accept'));
    await county.openRound(year + 1, 3);
    await county.report(year + 1, 3, next, 25_000_000);
    await county.lock(year + 1, 3);
    expect(await county.read(id)).toMatchObject({ state: 'closed', effectRound: { year: year + 1, month: 3 } });
    year += 1;
  });

  it('is changed by one at a time, and its deadline only by an extension once it is under way', async () => {
    const id = await county.handedIn(project);
    await done(county.step('finance', id, 'return', { text: '再核实' }));
    const stale = await county.people.clerk.patch<Refusal>(`/rectifications/${id}`, { version: 0, measures: '新措施' });
    expect([stale.status, stale.body.code]).toEqual([409, 'follow-up-changed']);
    const { version } = await county.read(id);
    const moved = await county.people.clerk.patch<Refusal>(`/rectifications/${id}`, {
      version,
      deadline: '2100-01-01',
    });
    expect(moved.body.code).toBe('rectification-settled');
    const extend = (deadline: string) => county.step('finance', id, 'extend', { text: '同意延期', deadline });
    expect((await extend('2099-01-01')).body.code).toBe('deadline-not-later');
    expect(await done(extend('2100-01-31'))).toMatchObject({ deadline: '2100-01-31' });
    const named = await county.people.clerk.patch<Refusal>(`/rectifications/${id}`, {
      version: version + 1,
      owner: 'stranger',
    });
    expect(named.body.code).toBe('owner-not-of-unit');
  });

  it('keeps evidence that is what its name says, for those who see the unit', async () => {
    const { id } = await done(county.rectify('clerk', { projectId: project }));
    const page = { name: '网页.pdf', bytes: Buffer.from('<html>') };
    expect((await county.attach('clerk', id, page)).body.code).toBe('evidence-content');
    expect((await county.attach('department', id)).status).toBe(403);
    const { evidence } = await done(county.attach('clerk', id));
    const file = `/rectifications/${id}/files/${evidence[0]?.id}`;
    const read = await county.people.auditor.get<string>(file);
    expect([read.status, read.body]).toEqual([200, '%PDF-1.7 …']);
    expect(read.headers['content-disposition']).toMatch(/^attachment/);
    expect((await county.people.stranger.get(file)).status).toBe(404);
    expect(await done(county.people.clerk.delete(file))).toMatchObject({ evidence: [] });
    expect((await county.people.clerk.get(file)).status).toBe(404);
  });

  it('R27: puts alerts of one project right together, and ends them with itself', async () => {
    const at = { year, month: 6, projectId: project, organisationId: county.unit };
    const alertIds = [await raiseAlert(county.api, at), await raiseAlert(county.api, at, 'nothing-spent')];
    const opened = await done(county.rectify('clerk', { source: 'alert', alertIds }));
    expect(opened).toMatchObject({ lightBefore: 'red', round: { month: 6 }, owner: 'clerk', project: { id: project } });
    expect(opened.alerts).toMatchObject([
      { id: alertIds[0], kind: 'spend-lagging', state: 'rectifying' },
      { id: alertIds[1], kind: 'nothing-spent', state: 'rectifying' },
    ]);
    expect((await county.rectify('clerk', { source: 'alert', alertIds })).body.code).toBe('alert-rectifying');
    await done(county.step('finance', opened.id, 'waive', { text: '项目已取消' }));
    for (const id of alertIds) {
      expect(await alertOf(county.api, id)).toMatchObject({ state: 'closed', closing: 'waived' });
    }
    expect((await county.rectify('clerk', { source: 'alert', alertIds })).body.code).toBe('alert-closed');
  });

  it('R27: an alert that was put right is closed by the next round’s light, not by the acceptance', async () => {
    const at = { year, month: 6, projectId: project, organisationId: county.unit };
    const alert = await raiseAlert(county.api, at);
    const plan = { measures: '按月付款', deadline: '2099-12-31' };
    const { id } = await done(county.rectify('clerk', { source: 'alert', alertIds: [alert], ...plan }));
    await done(county.step('clerk', id, 'start'));
    await done(county.attach('clerk', id));
    await done(county.step('clerk', id, 'submit', { text: '已付款' }));
    await done(county.step('finance', id, 'accept'));
    expect(await alertOf(county.api, alert)).toMatchObject({ state: 'rectifying' });
    await county.openRound(year, 9);
    await county.report(year, 9, project, IN_TIME_FEN);
    await county.lock(year, 9);
    expect(await alertOf(county.api, alert)).toMatchObject({ state: 'closed', closing: 'rectified' });
  });

  it('is opened for alerts that the caller sees, all of one project', async () => {
    const at = { year, month: 6, projectId: project, organisationId: county.unit };
    const alert = await raiseAlert(county.api, at);
    const other = await raiseAlert(county.api, { ...at, projectId: await county.project(year, '乙') });
    const refusal = async (who: 'clerk' | 'stranger', alertIds: string[]) =>
      (await county.rectify(who, { source: 'alert', alertIds })).body.code;
    expect(await refusal('clerk', [])).toBe('alerts-needed');
    expect(await refusal('clerk', [alert, other])).toBe('alerts-of-one-project');
    expect(await refusal('stranger', [alert])).toBe('not-found');
    expect((await county.rectify('clerk', {})).body.code).toBe('project-or-unit');
  });

  it('is in the audit trail under the name of its project', async () => {
    const { id } = await done(county.rectify('clerk', { projectId: project }));
    const { body } = await county.people.auditor.get<{ items: { subject: string; subjectName: string | null }[] }>(
      '/audit?action=rectifications.open&size=100',
    );
    const entry = body.items.find(({ subject }) => subject === `rectification/${id}`);
    expect(entry).toMatchObject({ subjectName: '甲' });
  });
});
