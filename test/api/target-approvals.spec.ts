import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { LastYear } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { OpenedRound } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import { SaveTargets, TargetRepository, type TargetContent } from '../../apps/api/src/features/targets/index.js';
import type {
  ApprovalStepResult,
  TargetApprovalPage,
} from '../../apps/api/src/features/targets/http/target-approvals.dto.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { indicatorId, lightsAreUp, openRound, organisationId, projectOf } from '../support/county.js';
import { describeBackends } from '../support/services.js';
import { contentDraft, indicatorDraft } from '../support/target-drafts.js';

describeBackends('The approval of targets', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let department: Visitor;
  let clerk: Visitor;
  let uow: UnitOfWork;
  let unit: string;
  let year = 2029;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('department', 'departmentReviewer', '340001');
    await api.addUser('clerk', 'clerk', '340001');
    [finance, department, clerk] = [await api.as('finance'), await api.as('department'), await api.as('clerk')];
    uow = api.app.get(UnitOfWork, { strict: false });
    unit = await organisationId(finance, '340001');
  });
  afterAll(() => api.close());
  beforeEach(() => {
    year += 2;
  });

  const save = async (
    name: string,
    change: Partial<TargetContent> = {},
    { in: of = year, code = null, again = null }: { in?: number; code?: string | null; again?: string | null } = {},
  ): Promise<string> => {
    const stored =
      again === null ? [] : await api.app.get(TargetRepository, { strict: false }).ofProjects(uow.reader, [again]);
    const item = {
      year: of,
      organisationId: unit,
      code,
      name,
      content: contentDraft(change),
      stored: stored[0] ?? null,
    };
    const [id = ''] = await uow.run((manager) =>
      api.app.get(SaveTargets, { strict: false }).run(manager, [item], { actor: 'finance', importBatchId: null }),
    );
    return id;
  };
  const list = async (state = ''): Promise<TargetApprovalPage> =>
    (await finance.get<TargetApprovalPage>(`/target-approvals?year=${year}${state && `&state=${state}`}`)).body;
  const step = (visitor: Visitor, name: string, ids: readonly string[], rest: object = {}, version = 1) =>
    visitor.post<ApprovalStepResult & Refusal>('/target-approvals', {
      step: name,
      projects: ids.map((projectId) => ({ projectId, version })),
      ...rest,
    });
  const codes = ({ body }: { body: ApprovalStepResult }) => body.refused.map(({ code }) => code);

  it('goes from draft over the department’s review to finance’s approval with its document, many at once', async () => {
    const ids = [await save('甲'), await save('乙')];
    expect((await list()).counts).toEqual({ draft: 2, reviewed: 0, approved: 0, returned: 0 });
    expect((await step(clerk, 'review', ids)).status).toBe(403);
    expect((await step(department, 'review', ids)).body).toMatchObject({
      done: [{ state: 'reviewed' }, { state: 'reviewed' }],
    });
    expect(codes(await step(department, 'approve', ids))).toEqual(['forbidden', 'forbidden']);
    const by = { documentNumber: '清财绩〔2031〕1号', documentDate: '2031-01-15' };
    expect(codes(await step(finance, 'approve', ids, by))).toEqual([]);
    expect((await list('approved')).items).toMatchObject([
      { state: 'approved', ...by },
      { state: 'approved', ...by },
    ]);
    expect((await projectOf(finance, ids[0] ?? '')).approval).toMatchObject({
      state: 'approved',
      decidedBy: 'finance',
      ...by,
    });
    expect((await list('unapproved')).total).toBe(0);
  });

  it('decides each project on its own, and says of each why not', async () => {
    const [first, second] = [await save('甲'), await save('乙')];
    await save('乙', { purpose: '改' }, { again: second });
    const answer = await step(finance, 'approve', [first, second, 'nobody']);
    expect(answer.body.done).toEqual([{ projectId: first, state: 'approved' }]);
    expect(answer.body.refused).toMatchObject([
      { projectId: second, code: 'approval-outdated' },
      { projectId: 'nobody', code: 'not-found' },
    ]);
    expect(codes(await step(finance, 'approve', [first]))).toEqual(['approval-step-refused']);
  });

  it('returns targets with a message; another import is a draft again', async () => {
    const id = await save('甲');
    expect((await step(department, 'return', [id])).body.code).toBe('approval-message-needed');
    await step(department, 'return', [id], { message: '指标值偏低' });
    expect((await projectOf(clerk, id)).approval).toMatchObject({ state: 'returned', message: '指标值偏低' });
    await save('甲', { purpose: '改' }, { again: id });
    expect((await projectOf(clerk, id)).approval).toMatchObject({ state: 'draft', message: null });
  });

  it('is asked for by every round, which opens nevertheless unless it is required', async () => {
    const [first, second] = [await save('甲'), await save('乙')];
    await step(finance, 'approve', [first]);
    const window = { year, month: 3, opensOn: `${year}-01-01`, closesOn: '2099-12-31' };
    const refused = await finance.post<Refusal>('/rounds', { ...window, requireApproved: true });
    expect([refused.status, refused.body.code, refused.body.issues?.length]).toEqual([409, 'targets-unapproved', 1]);
    const opened = await finance.post<OpenedRound>('/rounds', window);
    expect(opened).toMatchObject({
      status: 201,
      body: { unapproved: { count: 1, projects: [{ name: '乙', state: 'draft' }] } },
    });
    await step(finance, 'approve', [second]);
    await save('甲', { purpose: '改' }, { again: first });
    const { unapproved } = (await finance.post<OpenedRound>('/rounds', { ...window, month: 6 })).body;
    expect(unapproved.projects.map(({ name, state }) => [name, state])).toEqual([['甲', 'draft']]);
  });

  it('R41, R4: has what is worth a word beside the targets', async () => {
    const id = await save('甲', { schedule: null, indicators: [indicatorDraft('受援群众投诉率')] });
    const remarks = await finance.get<{ items: { code: string; indicator: string | null }[] }>(
      `/projects/${id}/target-remarks`,
    );
    expect(remarks.body.items).toMatchObject([
      { code: 'schedule-missing', indicator: null },
      { code: 'direction-doubtful-at-least', indicator: '受援群众投诉率' },
    ]);
    expect((await list()).items).toMatchObject([{ planMissing: true }]);
  });

  it('R3: shows how the project of the same code ended the year before, beside each target', async () => {
    const code = '13020023P00003910033L';
    const before = await save('甲', {}, { in: year - 1, code });
    await openRound(finance, year - 1, 12);
    const indicator = indicatorId(await projectOf(finance, before), '结案率');
    await clerk.put(`/rounds/${year - 1}/12/projects/${before}/report`, {
      version: 0,
      expenditureFen: 40_000_000,
      results: [{ indicatorId: indicator, value: 93 }],
    });
    await lightsAreUp(api, year - 1);
    const id = await save(
      '甲（续）',
      { indicators: [indicatorDraft('结案率', { rawValue: '≥95%', number: 95 })] },
      { code },
    );
    const { body } = await finance.get<LastYear>(`/projects/${id}/last-year`);
    expect(body.lastYear).toMatchObject({
      projectId: before,
      year: year - 1,
      month: 12,
      executionRate: 80,
      indicators: [
        {
          indicatorId: indicatorId(await projectOf(finance, id), '结案率'),
          rawValue: '≥90%',
          resultText: '93%',
          light: 'green',
        },
      ],
    });
    expect((await finance.get<LastYear>(`/projects/${before}/last-year`)).body).toEqual({ lastYear: null });
  });
});
