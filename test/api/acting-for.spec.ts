import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import type { AttachmentList } from '../../apps/api/src/features/reporting/http/attachments.dto.js';
import type { TargetChangeDetail } from '../../apps/api/src/features/targets/http/target-changes.dto.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { UserDelegation } from '../../apps/api/src/features/identity/persistence/user-delegation.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import type { Refusal } from '../support/api.js';
import { saveComplete } from '../support/complete-report.js';
import { organisationId, projectOf } from '../support/county.js';
import { ReviewCounty, ROUND, type Person } from '../support/review-county.js';
import { describeBackends } from '../support/services.js';
import { upload } from '../support/upload.js';

describeBackends('Acting as a deputy', (backend) => {
  let court: ReviewCounty;
  let uow: UnitOfWork;
  beforeAll(async () => {
    court = await ReviewCounty.open(backend);
    uow = court.api.app.get(UnitOfWork, { strict: false });
  });
  afterAll(() => court.close());
  afterEach(async () => {
    await uow.run((manager) => manager.createQueryBuilder().delete().from(UserDelegation).execute());
    const { status } = await court.read();
    if (status === 'submitted' || status === 'unitApproved' || status === 'accepted') {
      await court
        .done('finance', 'return', [court.project], '重来')
        .catch(() => court.done('reviewer', 'return', [court.project], '重来'));
    }
  });

  const lend = async (from: Person, to: Person): Promise<void> => {
    const today = court.api.app.get(Clock, { strict: false }).today();
    const { id } = await uow.reader.findOneByOrFail(UserAccount, { username: to });
    const appointment = { toUserId: id, fromDay: today, untilDay: today, reason: '出差' };
    expect((await court.people[from].post('/deputies', appointment)).status).toBe(201);
  };
  const lastEntry = async (action: AuditEntry['action']) => {
    const [entry] = await uow.reader.find(AuditEntry, { where: { action }, order: { seq: 'DESC' }, take: 1 });
    return entry && [entry.actor, entry.onBehalfOf];
  };
  const lastStep = async () => {
    const { lastStep: step } = await court.read();
    return step && [step.step, step.actor, step.onBehalfOf];
  };

  it('is recorded with everything that only the borrowed role allows', async () => {
    await lend('clerk', 'leader');
    const bulk = { projects: [{ name: (await court.read()).projectName, expenditureFen: 1 }] };
    expect((await court.people.leader.post(`${ROUND}/reports`, bulk)).status).toBe(200);
    expect(await lastEntry('reporting.save')).toEqual(['leader', 'clerk']);
    expect((await court.read()).version).toBe(1);
    await saveComplete(court.people.leader, court.path());
    expect(await lastEntry('reporting.save')).toEqual(['leader', 'clerk']);
    const file = { name: '发票.pdf', bytes: Buffer.from('%PDF-1.7') };
    const attachments = court.path().replace('/report', '/attachments');
    expect((await court.people.leader.post(attachments, ...upload([file], {}))).status).toBe(201);
    expect(await lastEntry('reporting.attach')).toEqual(['leader', 'clerk']);
    await court.done('leader', 'submit');
    expect(await lastEntry('reporting.submit')).toEqual(['leader', 'clerk']);
    expect(await lastStep()).toEqual(['submit', 'leader', 'clerk']);
    const { lastStep: submitted, updatedByName } = await court.read();
    expect([updatedByName, submitted?.actorName, submitted?.onBehalfOfName]).toEqual([
      '显示 leader',
      '显示 leader',
      '显示 clerk',
    ]);
    const { items: files } = (await court.people.leader.get<AttachmentList>(attachments)).body;
    expect(files).toMatchObject([{ uploadedBy: 'leader', uploadedByName: '显示 leader' }]);
    expect((await court.queue('reviewer')).items).toMatchObject([
      { submittedBy: 'leader', submittedByName: '显示 leader', submittedFor: 'clerk', submittedForName: '显示 clerk' },
    ]);
  });

  it('is recorded with a report file that is refused', async () => {
    await lend('clerk', 'leader');
    const faulty = { name: '季报.csv', bytes: '项目名称,支出数（万元）\n没有这个项目,1' };
    const { status } = await court.people.leader.post(`${ROUND}/report-file`, ...upload([faulty], {}));
    expect(status).toBe(422);
    expect(await lastEntry('reporting.refuse-file')).toEqual(['leader', 'clerk']);
  });

  it('is recorded with a reminder to units of which only some are within his own reach', async () => {
    const { people } = court;
    await lend('finance', 'reviewer');
    const units = [await organisationId(people.finance, '336001'), await organisationId(people.finance, '001')];
    const reminded = await people.reviewer.post(`${ROUND}/reminders`, { organisationIds: units });
    expect(reminded.status).toBe(200);
    expect(await lastEntry('notifications.remind')).toEqual(['reviewer', 'finance']);
  });

  it('is not recorded with what the person may do himself', async () => {
    await lend('solo', 'clerk');
    await saveComplete(court.people.clerk, court.path());
    expect(await lastEntry('reporting.save')).toEqual(['clerk', null]);
    await court.done('clerk', 'submit');
    expect(await lastStep()).toEqual(['submit', 'clerk', null]);
    const comment = { text: '请加快' };
    await lend('finance', 'leader');
    expect((await court.people.leader.post(`/projects/${court.project}/comments`, comment)).status).toBe(201);
    expect(await lastEntry('comments.add')).toEqual(['leader', null]);
  });

  it('is recorded with what is done to every unit', async () => {
    await lend('finance', 'leader');
    expect((await court.people.leader.post(`${ROUND}/recompute`)).status).toBe(202);
    expect(await lastEntry('monitoring.recompute')).toEqual(['leader', 'finance']);
  });

  it('lets neither the deputy nor the person approve what one did for the other', async () => {
    await lend('solo', 'leader');
    await saveComplete(court.people.leader, court.path(), { expenditureFen: 3_000_000 });
    await court.done('clerk', 'submit');
    expect(await court.refusals('solo', 'approve')).toEqual(['self-approval-refused']);
    expect(await court.refusals('leader', 'approve')).toEqual(['self-approval-refused']);
    await court.done('clerk', 'withdraw');
    await saveComplete(court.people.clerk, court.path());
    await court.done('leader', 'submit');
    expect(await court.refusals('solo', 'approve')).toEqual(['self-approval-refused']);
    expect(await court.refusals('leader', 'approve')).toEqual(['self-approval-refused']);
    await court.done('reviewer', 'approve');
  });

  it('lets nobody approve in the name of who handed it in, but a deputy with a right of his own', async () => {
    await lend('solo', 'leader');
    await lend('solo', 'reviewer');
    await saveComplete(court.people.solo, court.path());
    await court.done('solo', 'submit');
    expect(await court.refusals('leader', 'approve')).toEqual(['self-approval-refused']);
    await court.done('reviewer', 'approve');
    expect(await lastStep()).toEqual(['approve', 'reviewer', null]);
  });

  it('lets neither of them decide a change of targets that one proposed for the other', async () => {
    await lend('both', 'leader');
    const { people, project } = court;
    const [indicator] = (await projectOf(people.clerk, project)).indicators.filter(({ rawValue }) =>
      /^≥/.test(rawValue),
    );
    const changed = [{ indicatorId: indicator?.id, rawValue: '≥1' }];
    const content = { what: 'targets', changed, added: [], removed: [] };
    const proposal = { content, reason: '任务调整' };
    const proposed = await people.leader.post<TargetChangeDetail>(`/projects/${project}/target-changes`, proposal);
    expect([proposed.status, proposed.body.steps]).toEqual([201, ['withdraw']]);
    expect(await lastEntry('targets.propose-change')).toEqual(['leader', 'both']);
    const path = `/target-changes/${proposed.body.id}`;
    for (const person of ['leader', 'both'] as const) {
      expect((await people[person].post<Refusal>(`${path}/approve`, {})).body.code).toBe('change-own');
    }
    expect((await people.finance.get<TargetChangeDetail>(path)).body.steps).toContain('approve');
    expect((await people.both.post(`${path}/withdraw`, {})).status).toBe(200);
    expect(await lastEntry('targets.withdraw-change')).toEqual(['both', null]);
  });

  it('lets neither of them accept what one approved for the other', async () => {
    await saveComplete(court.people.clerk, court.path());
    await court.done('clerk', 'submit');
    await lend('bureau', 'stranger');
    await court.done('stranger', 'approve');
    expect(await lastStep()).toEqual(['approve', 'stranger', 'bureau']);
    expect(await court.refusals('bureau', 'accept')).toEqual(['self-acceptance-refused']);
    expect(await court.refusals('stranger', 'accept')).toEqual(['self-acceptance-refused']);
    await court.done('finance', 'accept');
  });
});
