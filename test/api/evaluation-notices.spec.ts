import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NotificationPage } from '../../apps/api/src/features/notifications/http/notifications.dto.js';
import { WatchEvaluations } from '../../apps/api/src/features/notifications/application/year-end/watch-evaluations.js';
import type { EvaluationYearList } from '../../apps/api/src/features/self-evaluation/http/evaluation-years.dto.js';
import { dayFromNow, written } from '../support/days.js';
import { EvaluationCounty, YEAR, type Evaluator } from '../support/evaluation-county.js';
import { done } from '../support/follow-up-county.js';
import { jobsAreDone } from '../support/jobs-done.js';
import { describeBackends } from '../support/services.js';

const EVERYBODY = [
  'finance',
  'second',
  'department',
  'clerk',
  'reviewer',
  'solo',
  'court',
  'judge',
  'auditor',
] as const;
type News = NotificationPage['items'];

describeBackends('Notices of self-evaluations', (backend) => {
  let county: EvaluationCounty;
  let unitName: string;

  beforeAll(async () => {
    county = await EvaluationCounty.open(backend);
    await county.lockDecember();
    await readAll();
    await county.openYear();
    const { items } = await county.list('court');
    expect(items.map(({ projectName }) => projectName)).toEqual(['审判']);
    unitName = (await county.read('普法')).organisationName;
  });
  afterAll(() => county.close());

  const readAll = async (): Promise<void> => {
    for (const who of EVERYBODY) await county.people[who].post('/notifications/read', { all: true });
  };
  const news = async (who: Evaluator, locale = 'zh'): Promise<News> => {
    const path = '/notifications?unread=true&size=100';
    const { items } = await done(county.people[who].get<NotificationPage>(path, { 'accept-language': locale }));
    return items.filter(({ kind }) => kind.startsWith('evaluation-'));
  };
  const messages = async (who: Evaluator): Promise<readonly string[]> =>
    (await news(who)).map(({ kind, message }) => `${kind.slice('evaluation-'.length)} ${message}`);
  /** Who has unread news, and of which kinds. */
  const told = async (): Promise<Readonly<Partial<Record<Evaluator, readonly string[]>>>> => {
    const found: Partial<Record<Evaluator, readonly string[]>> = {};
    for (const who of EVERYBODY) {
      const kinds = (await news(who)).map(({ kind }) => kind.slice('evaluation-'.length)).sort();
      if (kinds.length > 0) found[who] = kinds;
    }
    return found;
  };
  const year = async (): Promise<{ version: number; submitBy: string }> => {
    const { body } = await county.people.finance.get<EvaluationYearList>('/evaluations/years');
    const found = body.items.find((each) => each.year === YEAR);
    if (found === undefined) throw new Error('The year is not open');
    return found;
  };
  const dueOn = async (submitBy: string): Promise<void> => {
    const { version } = await year();
    await done(county.people.finance.patch(`/evaluations/years/${YEAR}`, { version, submitBy }));
  };
  const step = async (...taken: Parameters<EvaluationCounty['step']>): Promise<void> => {
    expect((await county.step(...taken)).refused).toEqual([]);
  };
  const watch = async (): Promise<void> => {
    await county.api.app.get(WatchEvaluations, { strict: false }).run();
  };

  it('tell the clerks of every unit once that the year is open, with the deadline', async () => {
    expect(await told()).toEqual({ clerk: ['opened'], solo: ['opened'], court: ['opened'] });
    const [opened] = await news('clerk');
    expect(opened).toMatchObject({
      message: '2023 年度绩效自评已开展，初稿已生成，请于 2099年1月31日 前提交。',
      page: 'self-evaluation',
      year: YEAR,
      organisationId: null,
    });
    expect((await news('court', 'en'))[0]?.message).toBe(
      'The self-evaluation of 2023 is open and its drafts are made; hand them in by 31 Jan 2099.',
    );
    await readAll();
    const { version } = await year();
    await done(county.people.finance.patch(`/evaluations/years/${YEAR}`, { version, redraft: true }));
    await jobsAreDone(county.api);
    await watch();
    expect(await told()).toEqual({});
  });

  it('gather what was handed in at once for the reviewers of the unit, and tell nobody of his own act', async () => {
    await readAll();
    await step('solo', 'submit', ['普法', '援助']);
    expect(await told()).toEqual({ reviewer: ['approve'] });
    const [waiting] = await news('reviewer');
    expect(waiting).toMatchObject({
      message: `${unitName}有 2 个项目的 2023 年度绩效自评等待单位审核。`,
      page: 'self-evaluation',
      organisationId: county.unit,
      subjectId: null,
    });
    await step('solo', 'withdraw', ['援助']);
    expect(await messages('reviewer')).toEqual([`approve ${unitName}有 1 个项目的 2023 年度绩效自评等待单位审核。`]);
    await step('solo', 'submit', ['援助']);
  });

  it('tell the department what its unit approved, then finance what the department reviewed', async () => {
    await step('reviewer', 'approve', ['普法', '援助']);
    expect(await told()).toEqual({ department: ['review'] });
    expect(await messages('department')).toEqual([`review ${unitName}有 2 个项目的 2023 年度绩效自评等待部门复核。`]);
    await step('department', 'review', ['普法', '援助']);
    expect(await told()).toEqual({ finance: ['accept'], second: ['accept'] });
    expect(await messages('second')).toEqual([`accept ${unitName}有 2 个项目的 2023 年度绩效自评等待财政审定。`]);
  });

  it('tell finance at once what a unit without a department approved', async () => {
    await readAll();
    await step('court', 'submit', ['审判']);
    expect(await told()).toEqual({ judge: ['approve'] });
    await step('judge', 'approve', ['审判']);
    expect(await told()).toEqual({ finance: ['accept'], second: ['accept'] });
  });

  it('tell the unit and who had passed it why it came back, and others nothing', async () => {
    await readAll();
    await step('finance', 'return', ['援助'], { message: '请补充佐证' });
    const back = ['returned'];
    expect(await told()).toEqual({ clerk: back, solo: back, reviewer: back, department: back });
    expect((await news('clerk'))[0]).toMatchObject({
      message: `“援助”（${unitName}）的 2023 年度绩效自评被退回。意见：请补充佐证`,
      page: 'self-evaluation',
      subjectId: await county.idOf('援助'),
      projectId: county.project('援助'),
    });
    await step('clerk', 'submit', ['援助']);
    await step('reviewer', 'approve', ['援助']);
    await step('department', 'review', ['援助']);
    await readAll();
    await step('second', 'return', ['普法', '援助'], { message: '口径不一致' });
    expect(await messages('reviewer')).toEqual([
      `returned-many ${unitName}有 2 个项目的 2023 年度绩效自评被退回。意见：口径不一致`,
    ]);
  });

  it('tell the clerks and reviewers of the unit what finance accepted, and where its points are others', async () => {
    for (const name of ['普法', '援助']) await county.untilFinance(name);
    await readAll();
    await step('finance', 'accept', ['援助']);
    const accepted = ['accepted'];
    expect(await told()).toEqual({ clerk: accepted, solo: accepted, reviewer: accepted });
    expect(await messages('clerk')).toEqual([`accepted ${unitName}已有 1 个项目的 2023 年度绩效自评经财政审定。`]);
    await readAll();
    const sessions = (await county.read('普法')).leaves.find(({ name }) => name === '培训场次')?.id ?? '';
    const points = { [sessions]: { points: 15, reason: '现场核查仅三十场' } };
    await step('finance', 'accept', ['普法'], { points });
    expect(await told()).toEqual({ clerk: ['marked'], solo: ['marked'], reviewer: ['marked'] });
    expect(await messages('reviewer')).toEqual([
      `marked “普法”（${unitName}）的 2023 年度绩效自评经财政审定，部分指标另行给分：自评 98.62 分，审定 88.62 分。`,
    ]);
  });

  it('tell the unit and who had passed it that finance reopened it', async () => {
    await readAll();
    await step('finance', 'reopen', ['援助'], { message: '决算数有调整' });
    const back = ['reopened'];
    expect(await told()).toEqual({ clerk: back, solo: back, reviewer: back, department: back });
  });

  it('tell once of each deadline that it comes near and that it has passed, where something is still owed', async () => {
    await readAll();
    const today = dayFromNow(0);
    await dueOn(today);
    await watch();
    await watch();
    const soon = ['soon'];
    expect(await told()).toEqual({ clerk: soon, solo: soon });
    expect(await messages('clerk')).toEqual([
      `soon ${unitName}的 2023 年度绩效自评 ${written(today)} 截止，还有 1 个项目没有提交。`,
    ]);
    const yesterday = dayFromNow(-1);
    await dueOn(yesterday);
    await watch();
    await watch();
    expect(await told()).toEqual({ clerk: ['overdue', 'soon'], solo: ['overdue', 'soon'] });
    expect((await news('clerk'))[0]?.message).toContain(`已于 ${written(yesterday)} 截止，还有 1 个项目没有提交`);
    await readAll();
    await watch();
    expect(await told()).toEqual({});
  });

  it('no longer ask for what was handed in, and tell nothing of a deadline of long ago', async () => {
    const earlier = dayFromNow(-2);
    await dueOn(earlier);
    await watch();
    expect(await told()).toEqual({ clerk: ['overdue'], solo: ['overdue'] });
    await step('clerk', 'submit', ['援助']);
    expect(await told()).toEqual({ reviewer: ['approve'], solo: ['approve'] });
    await step('clerk', 'withdraw', ['援助']);
    expect(await told()).toEqual({});
    await dueOn(dayFromNow(-91));
    await watch();
    expect(await told()).toEqual({});
  });

  it('tell a unit once that final accounts changed its points, and nobody where they changed none', async () => {
    await dueOn('2099-01-31');
    await readAll();
    const bring = (rows: readonly object[]) =>
      done(county.people.second.post(`/evaluations/years/${YEAR}/final-accounts`, { rows }));
    await bring([
      { name: '援助', expenditureFen: 18_000_000 },
      { name: '普法', expenditureFen: 38_000_000 },
      { name: '审判', expenditureFen: 29_000_000 },
    ]);
    expect(await told()).toEqual({ clerk: ['accounts'], solo: ['accounts'] });
    expect(await messages('clerk')).toEqual([
      `accounts 2023 年决算数已导入，${unitName}有 1 个项目的绩效自评得分随之变化。`,
    ]);
    await readAll();
    await bring([{ name: '援助', expenditureFen: 18_000_000, note: '同一数' }]);
    expect(await told()).toEqual({});
  });
});
