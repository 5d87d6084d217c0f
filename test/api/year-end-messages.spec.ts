import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Notice } from '../../apps/api/src/features/notifications/application/notify.js';
import { TestApi } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { DeliveryDesk } from '../support/delivery-desk.js';
import { until } from '../support/job-rig.js';
import { MailServer } from '../support/mail-server.js';
import { RobotServer } from '../support/robot-server.js';
import { describeBackends } from '../support/services.js';
import { tell, withoutQuietHours } from '../support/telling.js';

const ENV = { SECRET_KEY: 'a-key-of-the-tests-that-is-long-enough', PUBLIC_URL: 'https://jixiao.example' };

describeBackends('Messages of self-evaluations and official reports', (backend) => {
  let api: TestApi;
  let mails: MailServer;
  let robots: RobotServer;
  let desk: DeliveryDesk;
  let court: string;
  let waiting: Notice;
  let report: Notice;

  beforeAll(async () => {
    mails = await new MailServer().start();
    robots = await new RobotServer().start();
    api = await TestApi.open(backend, ENV);
    await withoutQuietHours(api);
    await api.addTree();
    await api.addUser('admin', 'admin', '001');
    const userId = await api.addUser('reviewer', 'unitReviewer', '336001');
    const admin = await api.as('admin');
    court = await organisationId(admin, '336001');
    desk = new DeliveryDesk(api, admin);
    await desk.prefer('reviewer', { email: 'reviewer@example.cn', mode: 'immediate', locale: 'zh' });
    const mail = { host: '127.0.0.1', port: mails.port, security: 'none', user: null, from: 'jixiao@example.cn' };
    const robot = { url: `${robots.url}/hook`, secret: 'a-secret-to-sign-with', locale: 'en' };
    const topics = ['self-evaluation'];
    for (const form of [
      { kind: 'email', ...mail, organisationId: await organisationId(admin, '001') },
      { kind: 'webhook', ...robot, topics, organisationId: court },
      { kind: 'webhook', ...robot, topics, organisationId: await organisationId(admin, '340001') },
    ]) {
      const { status, body } = await admin.post('/channels', {
        name: `渠道 ${form.organisationId}`,
        active: true,
        ...form,
      });
      expect([status, body]).toMatchObject([201, {}]);
    }
    const to = { recipients: [{ userId }], about: 'r1' };
    const place = { unit: '法院', organisationId: court };
    waiting = { ...to, kind: 'evaluation-approve', params: { ...place, projects: 2 } };
    const params = { ...place, subjectId: 'r1', title: '法院监控报告' };
    report = { ...to, kind: 'official-report-submitted', params };
  });
  afterAll(async () => {
    await api.close();
    await mails.stop();
    await robots.stop();
  });
  beforeEach(() => {
    mails.received.length = 0;
    robots.received.length = 0;
  });

  it('are e-mailed with the sentence of the program and a link to the page', async () => {
    await tell(api, waiting, report);
    await until(() => mails.received.length > 0, 'an e-mail has come');
    const text = mails.received[0]?.text;
    expect(text).toContain('法院有 2 个项目的 2026 年度绩效自评等待单位审核。');
    expect(text).toContain(`/go?page=self-evaluation&year=2026&unit=${court}&kind=evaluation-approve`);
    expect(text).toContain('《法院监控报告》等待审签。');
    const link = `/go?page=official-report&year=2026&unit=${court}&kind=official-report-submitted&subject=r1`;
    expect(text).toContain(link);
  });

  it('go to the robots of the unit that are given them, and not to those of another', async () => {
    const { total } = await desk.log('purpose=notices');
    await tell(api, report, waiting);
    expect((await desk.log('purpose=notices')).total).toBe(total + 2);
    await until(() => robots.received.length > 0 && mails.received.length > 0, 'the robot has heard');
    expect(robots.received).toHaveLength(1);
    expect(robots.received[0]?.body).toContain('self-evaluations of 2026 that wait for the approval of the unit: 2');
    expect(robots.received[0]?.body).not.toContain('official-report');
  });
});
