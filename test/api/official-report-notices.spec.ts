import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { NotificationPage } from '../../apps/api/src/features/notifications/http/notifications.dto.js';
import type { OfficialReportView } from '../../apps/api/src/features/official-reports/http/official-reports.dto.js';
import { organisationId } from '../support/county.js';
import { done, FollowUpCounty, IN_TIME_FEN, type Follower } from '../support/follow-up-county.js';
import { jobsAreDone } from '../support/jobs-done.js';
import { describeBackends } from '../support/services.js';

const MONTH = 9;
const EVERYBODY = ['finance', 'second', 'leader', 'department', 'clerk', 'colleague', 'reviewer', 'stranger'] as const;

describeBackends('Notices of official reports', (backend) => {
  let county: FollowUpCounty;
  let year = 2029;

  beforeAll(async () => {
    county = await FollowUpCounty.open(backend);
  });
  afterAll(() => county.close());
  beforeEach(async () => {
    year += 1;
    const project = await county.project(year, '办案');
    await county.openRound(year, MONTH);
    await county.report(year, MONTH, project, IN_TIME_FEN);
    await county.lock(year, MONTH);
    await jobsAreDone(county.api);
    await readAll();
  });

  const readAll = async (): Promise<void> => {
    for (const who of EVERYBODY) await county.people[who].post('/notifications/read', { all: true });
  };
  const draft = async (who: Follower, place = county.unit): Promise<string> => {
    const asked = { kind: 'monitoring', year, month: MONTH, organisationId: place };
    return (await done(county.people[who].post<OfficialReportView>('/official-reports', asked))).id;
  };
  const versionOf = async (id: string): Promise<number> =>
    (await done(county.people.finance.get<OfficialReportView>(`/official-reports/${id}`))).version;
  const step = async (who: Follower, id: string, name: string, text?: string): Promise<void> => {
    const body = { step: name, version: await versionOf(id), text };
    await done(county.people[who].post(`/official-reports/${id}/steps`, body));
  };
  const news = async (who: Follower): Promise<NotificationPage['items']> => {
    const { items } = await done(county.people[who].get<NotificationPage>('/notifications?unread=true&size=100'));
    return items.filter(({ kind }) => kind.startsWith('official-report-'));
  };
  /** Who has unread news, and what they say. */
  const told = async (): Promise<Readonly<Partial<Record<Follower, readonly string[]>>>> => {
    const found: Partial<Record<Follower, readonly string[]>> = {};
    for (const who of EVERYBODY) {
      const messages = (await news(who)).map(({ message }) => message);
      if (messages.length > 0) found[who] = messages;
    }
    return found;
  };
  const title = (): string => `《法院${year}年1月至9月项目支出绩效运行监控报告》`;

  it('tell who may seal it that a report waits, until it is taken back', async () => {
    const id = await draft('clerk');
    expect(await told()).toEqual({});
    await step('clerk', id, 'submit');
    const waits = [`${title()}等待审签。`];
    expect(await told()).toEqual({ reviewer: waits, department: waits });
    expect(await news('reviewer')).toMatchObject([
      { page: 'official-report', subjectId: id, organisationId: county.unit, year },
    ]);
    await step('colleague', id, 'withdraw');
    expect(await told()).toEqual({});
    await step('clerk', id, 'submit');
    expect(await told()).toEqual({ reviewer: waits, department: waits });
  });

  it('tell everybody who wrote it why it was returned, that it was sealed and opened again', async () => {
    const id = await draft('clerk');
    const change = { sectionId: 'work', text: '召开了专题会议。' };
    await done(county.people.colleague.put(`/official-reports/${id}`, { version: 1, changes: [change] }));
    await step('clerk', id, 'submit');
    await step('reviewer', id, 'return', '请补充措施');
    const back = [`${title()}被退回。意见：请补充措施`];
    expect(await told()).toEqual({ clerk: back, colleague: back });
    await step('clerk', id, 'submit');
    await readAll();
    await step('department', id, 'seal');
    const sealed = [`${title()}已封存。`];
    expect(await told()).toEqual({ clerk: sealed, colleague: sealed });
    await readAll();
    await step('reviewer', id, 'reopen', '数字有笔误');
    const reopened = [`${title()}已打开更正。原因：数字有笔误`];
    expect(await told()).toEqual({ clerk: reopened, colleague: reopened });
  });

  it('ask nobody to seal what he wrote himself, but the others of his level or the next one above', async () => {
    const own = await draft('clerk');
    const change = { sectionId: 'work', text: '召开了专题会议。' };
    await done(county.people.department.put(`/official-reports/${own}`, { version: 1, changes: [change] }));
    await step('clerk', own, 'submit');
    expect(Object.keys(await told())).toEqual(['reviewer']);
    await readAll();
    const whole = await draft('finance', await organisationId(county.people.finance, '001'));
    await step('finance', whole, 'submit');
    expect(Object.keys(await told())).toEqual(['second']);
  });
});
