import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { OfficialReportView } from '../../apps/api/src/features/official-reports/http/official-reports.dto.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { draftReportJob } from '../../apps/api/src/features/official-reports/jobs/draft-report.jobs.js';
import { SaveTargets } from '../../apps/api/src/features/targets/index.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import type { Answer, Refusal } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { done, FollowUpCounty, IN_TIME_FEN, type Follower } from '../support/follow-up-county.js';
import { jobsAreDone } from '../support/jobs-done.js';
import { describeBackends } from '../support/services.js';
import { newTarget } from '../support/target-drafts.js';

type Report = Answer<OfficialReportView & Refusal>;

const MONTH = 9;

describeBackends('Rights and jobs of official reports', (backend) => {
  let county: FollowUpCounty;
  let year = 2029;

  beforeAll(async () => {
    county = await FollowUpCounty.open(backend);
  });
  afterAll(() => county.close());
  beforeEach(async () => {
    year += 1;
    const ids = [await county.project(year, '慢项目'), await county.project(year, '快项目')];
    await county.openRound(year, MONTH);
    for (const id of ids) await county.report(year, MONTH, id, IN_TIME_FEN);
    await jobsAreDone(county.api);
  });

  const draft = (who: Follower, input: object = {}): Promise<Report> => {
    const asked = { kind: 'monitoring', year, month: MONTH, organisationId: county.unit, ...input };
    return county.people[who].post('/official-reports', asked);
  };
  const read = (id: string, who: Follower): Promise<OfficialReportView> =>
    done(county.people[who].get<OfficialReportView>(`/official-reports/${id}`));
  const step = async (who: Follower, id: string, name: string): Promise<Report> => {
    const { version } = await read(id, 'finance');
    return county.people[who].post(`/official-reports/${id}/steps`, { step: name, version });
  };
  const lock = async (): Promise<void> => {
    await county.lock(year, MONTH);
    await jobsAreDone(county.api);
  };

  it('neither the deputy nor the person seals what one wrote for the other, unless finance allows it of the unit', async () => {
    await lock();
    const uow = county.api.app.get(UnitOfWork, { strict: false });
    const { id: toUserId } = await uow.reader.findOneByOrFail(UserAccount, { username: 'leader' });
    const today = county.api.app.get(Clock, { strict: false }).today();
    const appointed = { toUserId, fromDay: today, untilDay: today, reason: '出差' };
    await done(county.people.department.post('/deputies', appointed));
    const { id } = await done(draft('leader'));
    await done(step('clerk', id, 'submit'));
    expect((await step('leader', id, 'seal')).body.code).toBe('official-report-own');
    expect((await step('department', id, 'seal')).body.code).toBe('official-report-own');
    const allow = (allowed: boolean) =>
      done(county.people.finance.put(`/organisations/${county.unit}/self-approval`, { allowed, reason: '单位仅一人' }));
    await allow(true);
    expect((await done(step('department', id, 'seal'))).current?.seal).toMatchObject({
      by: 'department',
      selfApproved: true,
    });
    await allow(false);
  });

  it('a county of 500 projects is drafted by a job, which is named for as long as it runs', async () => {
    const targets = county.api.app.get(SaveTargets, { strict: false });
    const uow = county.api.app.get(UnitOfWork, { strict: false });
    const place = { year, organisationId: county.unit };
    const items = Array.from({ length: 498 }, (_, at) => newTarget(place, `项目${at}`, { indicators: [] }));
    await uow.run((manager) => targets.run(manager, items, { actor: 'finance', importBatchId: null }));
    const root = await organisationId(county.people.finance, '001');
    const asked = await done(draft('finance', { organisationId: root }));
    expect(asked.jobId).not.toBeNull();
    await jobsAreDone(county.api);
    const drafted = await read(asked.id, 'finance');
    expect(drafted).toMatchObject({ place: 'county', version: 1, jobId: null });
    expect(drafted.current?.content.sections).toHaveLength(5);
    const again = await uow.run(async (manager) => {
      const by = { actor: 'finance', onBehalfOf: null, remoteAddress: null };
      const payload = { reportId: asked.id, again: true, ...by };
      const options = { key: asked.id, requestedBy: 'finance' };
      const jobs = county.api.app.get(JobQueue, { strict: false });
      const jobId = await jobs.enqueue(manager, draftReportJob, payload, options);
      await manager.update(JobRun, { id: jobId }, { runAfter: '2999-01-01T00:00:00.000Z' });
      return jobId;
    });
    expect((await read(asked.id, 'auditor')).jobId).toBe(again);
    await done(county.people.finance.post(`/jobs/${again}/cancel`));
    expect((await read(asked.id, 'auditor')).jobId).toBeNull();
  });
});
