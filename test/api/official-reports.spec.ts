import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { sourcesOf, type ReportContent } from '@jixiao/domain';
import type {
  OfficialReportPage,
  OfficialReportRedraft,
  OfficialReportVersionList,
  OfficialReportVersionView,
  OfficialReportView,
} from '../../apps/api/src/features/official-reports/http/official-reports.dto.js';
import { OfficialReportVersion } from '../../apps/api/src/features/official-reports/persistence/official-report-version.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import type { Answer, Refusal } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { BEHIND_FEN, done, FollowUpCounty, IN_TIME_FEN, type Follower } from '../support/follow-up-county.js';
import { jobsAreDone } from '../support/jobs-done.js';
import { describeBackends } from '../support/services.js';

type Report = Answer<OfficialReportView & Refusal>;

const SECTIONS = [
  '一、项目支出基本情况',
  '二、监控工作开展情况',
  '三、监控情况',
  '四、存在的问题及原因',
  '五、下一步措施',
];
const MONTH = 9;

describeBackends('Official reports of a round', (backend) => {
  let county: FollowUpCounty;
  let behind: string;
  let year = 2029;

  beforeAll(async () => {
    county = await FollowUpCounty.open(backend);
  });
  afterAll(() => county.close());
  beforeEach(async () => {
    year += 1;
    behind = await county.project(year, '慢项目');
    const inTime = await county.project(year, '快项目');
    await county.openRound(year, MONTH);
    await county.report(year, MONTH, behind, BEHIND_FEN);
    await county.report(year, MONTH, inTime, IN_TIME_FEN);
    await jobsAreDone(county.api);
  });

  const draft = (who: Follower = 'clerk', input: object = {}): Promise<Report> => {
    const asked = { kind: 'monitoring', year, month: MONTH, organisationId: county.unit, ...input };
    return county.people[who].post('/official-reports', asked);
  };
  const read = (id: string, who: Follower = 'clerk'): Promise<OfficialReportView> =>
    done(county.people[who].get<OfficialReportView>(`/official-reports/${id}`));
  const step = async (who: Follower, id: string, name: string, text?: string): Promise<Report> => {
    const { version } = await read(id, 'finance');
    return county.people[who].post(`/official-reports/${id}/steps`, { step: name, version, text });
  };
  const edit = (who: Follower, id: string, version: number, changes: readonly object[]): Promise<Report> =>
    county.people[who].put(`/official-reports/${id}`, { version, changes });
  const lock = async (): Promise<void> => {
    await county.lock(year, MONTH);
    await jobsAreDone(county.api);
  };
  /** Drafted by the clerk from the locked round and handed in. */
  const handedIn = async (): Promise<string> => {
    await lock();
    const { id } = await done(draft());
    await done(step('clerk', id, 'submit'));
    return id;
  };

  it('drafts the sections of §7 from the rows of the round, every sentence with existing rows', async () => {
    const { current, title, state, place, may } = await done(draft());
    expect({ title, state, place }).toEqual({
      title: `法院${year}年1月至9月项目支出绩效运行监控报告`,
      state: 'draft',
      place: 'department',
    });
    expect(may).toEqual(['edit', 'redraft', 'submit']);
    expect(current?.content.sections.map(({ heading }) => heading)).toEqual(SECTIONS);
    // Two projects of 50 万元, of which 5 and 50 are spent and 75 % are planned at the end of September.
    expect(textOf(current, 'basics.money')).toContain(
      `截至${year}年9月底，本部门纳入绩效运行监控的预算单位1个、项目2个，年初预算100.00万元，调整后预算100.00万元。累计支出55.00万元，预算执行率55.00%，资金支出计划进度75.00%，低于计划进度20.00个百分点。`,
    );
    expect(textOf(current, 'results.lagging')).toContain('预算执行滞后的项目1个：“慢项目”（执行率10.00%，低于计划进度');
    expect(await missingSources(county, current)).toEqual([]);
    for (const paragraph of paragraphsIn(current)) {
      for (const { text, sources } of paragraph.sentences) expect([text, sources.length > 0]).toEqual([text, true]);
    }
  });

  it('R24: prints the reason of spending in the words of the unit, in section 四', async () => {
    const { current } = await done(draft());
    const problems = current?.content.sections[3];
    expect(problems?.heading).toBe('四、存在的问题及原因');
    const text = textOf(current, 'problems.spending');
    expect(text).toContain('“慢项目”预算执行率10.00%');
    expect(text).toContain('属经费保障方面原因：资金未到位。');
    expect(JSON.stringify(problems)).toContain(behind);
  });

  it('keeps one report of each period and place, and none without its month', async () => {
    await done(draft());
    expect((await draft()).body.code).toBe('official-report-exists');
    expect((await draft('clerk', { month: null })).body.code).toBe('official-report-month');
    expect((await draft('clerk', { kind: 'selfEvaluation' })).body.code).toBe('official-report-month');
    expect((await draft('clerk', { month: 3 })).body.code).toBe('round-not-found');
  });

  it('adds up a department and the county from the same rows', async () => {
    const whole = await done(draft('finance', { organisationId: await organisationId(county.people.finance, '001') }));
    expect(whole.place).toBe('county');
    expect(textOf(whole.current, 'basics.money')).toContain(
      '全县纳入绩效运行监控的预算单位1个、项目2个，年初预算100.00万元',
    );
    const table = blocksOf(whole.current).find(({ id }) => id === 'basics.units');
    expect(table).toMatchObject({
      rows: [{ cells: ['法院', '2', '100.00', '100.00', '55.00', '55.00', expect.any(String), '1', '0'] }],
    });
  });

  it('R49: keeps what persons write as versions beside what was drafted, and refuses an older version', async () => {
    const { id } = await done(draft());
    const own = { paragraphId: 'problems.spending', text: '主要是资金下达较晚。' };
    const edited = await done(edit('clerk', id, 1, [own, { sectionId: 'work', text: '召开了专题会议。' }]));
    expect(edited.version).toBe(2);
    const paragraph = paragraphsIn(edited.current).find((each) => each.id === 'problems.spending');
    expect(paragraph?.edited).toMatchObject({ text: own.text, by: 'clerk', byName: '显示 clerk' });
    expect(paragraph?.sentences.length).toBeGreaterThan(0);
    expect(textOf(edited.current, 'added.1')).toBe('召开了专题会议。');
    expect((await edit('colleague', id, 1, [own])).body).toMatchObject({
      code: 'official-report-changed',
      params: { version: 1, current: 2 },
    });
    expect((await edit('clerk', id, 2, [{ paragraphId: 'none', text: '无' }])).body.code).toBe(
      'official-report-paragraph',
    );
    const { items } = await done(
      county.people.clerk.get<OfficialReportVersionList>(`/official-reports/${id}/versions`),
    );
    expect(items.map(({ number, cause }) => [number, cause])).toEqual([
      [2, 'edit'],
      [1, 'draft'],
    ]);
    const first = await done(county.people.clerk.get<OfficialReportVersionView>(`/official-reports/${id}/versions/1`));
    expect(textOf(first, 'problems.spending')).toContain('资金未到位');
    const restored = await done(edit('clerk', id, 2, [{ paragraphId: 'problems.spending', text: null }]));
    expect(textOf(restored.current, 'problems.spending')).toContain('资金未到位');
  });

  it('tells what drafting anew would change, keeps what was written and replaces what was drafted', async () => {
    const { id } = await done(draft());
    await done(edit('clerk', id, 1, [{ paragraphId: 'problems.spending', text: '主要是资金下达较晚。' }]));
    const { body: same } = await county.people.clerk.get<OfficialReportRedraft>(`/official-reports/${id}/redraft`);
    expect(same).toMatchObject({ changed: false, changes: [] });
    await county.report(year, MONTH, behind, 2 * BEHIND_FEN, 1);
    await jobsAreDone(county.api);
    const { body: preview } = await county.people.clerk.get<OfficialReportRedraft>(`/official-reports/${id}/redraft`);
    const money = preview.changes.find((change) => change.id === 'basics.money');
    expect(money?.was).toContain('累计支出55.00万元');
    expect(money?.now).toContain('累计支出60.00万元');
    expect(preview.changes.find((change) => change.id === 'problems.spending')).toMatchObject({ kept: true });
    const redrafted = await done(step('clerk', id, 'redraft'));
    expect(redrafted).toMatchObject({ version: 3, current: { cause: 'redraft' } });
    expect(textOf(redrafted.current, 'basics.money')).toContain('累计支出60.00万元');
    expect(textOf(redrafted.current, 'problems.spending')).toBe('主要是资金下达较晚。');
  });

  it('is sealed only once its round is locked, and drafted from what was locked', async () => {
    const { id, obstacle } = await done(draft());
    expect(obstacle?.code).toBe('official-report-round-open');
    await done(step('clerk', id, 'submit'));
    expect((await step('reviewer', id, 'seal')).body.code).toBe('official-report-round-open');
    await lock();
    expect((await step('reviewer', id, 'seal')).body.code).toBe('official-report-outdated');
    expect((await step('reviewer', id, 'return')).body.code).toBe('official-report-text-needed');
    const returned = await done(step('reviewer', id, 'return', '请按锁定数据重新起草'));
    expect(returned).toMatchObject({ state: 'draft', message: '请按锁定数据重新起草' });
    await done(step('clerk', id, 'redraft'));
    await done(step('clerk', id, 'submit'));
    const sealed = await done(step('reviewer', id, 'seal'));
    expect(sealed).toMatchObject({ state: 'sealed', sealedVersion: 2, obstacle: null, may: ['reopen'] });
    expect(sealed.current).toMatchObject({
      intact: true,
      settled: true,
      seal: { by: 'reviewer', selfApproved: false },
    });
    expect((await edit('clerk', id, 2, [{ paragraphId: 'basics.money', text: '改' }])).body.code).toBe(
      'official-report-settled',
    );
  });

  it('is never sealed by anybody who had a hand in it, unless finance allows it of the unit', async () => {
    await lock();
    const { id } = await done(draft('department'));
    await done(step('department', id, 'submit'));
    expect((await step('department', id, 'seal')).body.code).toBe('official-report-own');
    expect((await read(id, 'department')).may).not.toContain('seal');
    expect((await step('clerk', id, 'seal')).status).toBe(403);
    await done(county.people.finance.get(`/official-reports/${id}`));
    await done(step('finance', id, 'seal'));
  });

  it('corrects what was sealed by a next version alone, tied to the one before, and tells a changed seal', async () => {
    const id = await handedIn();
    const first = (await done(step('reviewer', id, 'seal'))).current?.seal;
    expect((await step('clerk', id, 'reopen', '笔误')).status).toBe(403);
    expect(await done(step('reviewer', id, 'reopen', '笔误'))).toMatchObject({ state: 'draft', sealedVersion: 1 });
    await done(edit('colleague', id, 1, [{ paragraphId: 'basics.lights', text: '情况良好。' }]));
    await done(step('colleague', id, 'submit'));
    const second = (await done(step('finance', id, 'seal'))).current;
    expect(second).toMatchObject({ number: 2, intact: true, seal: { previousHash: first?.hash } });
    const kept = await done(county.people.clerk.get<OfficialReportVersionView>(`/official-reports/${id}/versions/1`));
    expect(kept).toMatchObject({ intact: true, seal: { hash: first?.hash } });
    const uow = county.api.app.get(UnitOfWork, { strict: false });
    await uow.run(async (manager) => {
      const row = await manager.findOneByOrFail(OfficialReportVersion, { reportId: id, number: 1 });
      const content: ReportContent = { ...row.content, title: '另一标题' };
      await manager.update(OfficialReportVersion, { id: row.id }, { content });
    });
    const changed = await done(
      county.people.clerk.get<OfficialReportVersionView>(`/official-reports/${id}/versions/1`),
    );
    expect(changed.intact).toBe(false);
  });

  it('is listed and read within the reader’s reach alone', async () => {
    const { id } = await done(draft());
    const list = `/official-reports?year=${year}&month=${MONTH}&kind=monitoring`;
    const { items } = await done(county.people.auditor.get<OfficialReportPage>(list));
    expect(items).toMatchObject([{ id, organisationName: '法院', month: MONTH, state: 'draft', may: [] }]);
    expect((await county.people.stranger.get<OfficialReportPage>(list)).body.total).toBe(0);
    for (const path of [
      `/official-reports/${id}`,
      `/official-reports/${id}/versions`,
      `/official-reports/${id}/file`,
    ]) {
      expect((await county.people.stranger.get<Refusal>(path)).body.code).toBe('not-found');
    }
    expect((await draft('stranger')).body.code).toBe('not-found');
    expect((await draft('auditor')).status).toBe(403);
    expect((await edit('stranger', id, 1, [{ paragraphId: 'basics.money', text: '改' }])).body.code).toBe('not-found');
  });

  it('leaves every change in the audit trail, with the hash of a seal', async () => {
    const id = await handedIn();
    const { current } = await done(step('reviewer', id, 'seal'));
    const { body } = await county.people.auditor.get<{ items: { action: string; subject: string; after: string }[] }>(
      `/audit?subject=official-report/${id}`,
    );
    const own = body.items.filter(({ subject }) => subject === `official-report/${id}`);
    expect(own.map(({ action }) => action)).toEqual([
      'official-reports.seal',
      'official-reports.submit',
      'official-reports.draft',
    ]);
    expect(JSON.parse(own[0]?.after ?? '{}')).toMatchObject({ state: 'sealed', hash: current?.seal?.hash });
  });
});

type Version = OfficialReportView['current'];

const blocksOf = (version: Version) => version?.content.sections.flatMap(({ blocks }) => blocks) ?? [];
const paragraphsIn = (version: Version) => blocksOf(version).filter((block) => block.type === 'paragraph');

function textOf(version: Version, id: string): string {
  const paragraph = paragraphsIn(version).find((each) => each.id === id);
  if (paragraph === undefined) throw new Error(`There is no paragraph ${id}`);
  return paragraph.edited?.text ?? paragraph.sentences.map(({ text }) => text).join('');
}

const TABLES = {
  unit: 'organisation',
  round: 'monitoring_round',
  project: 'project',
  alert: 'alert',
  rectification: 'rectification',
  measure: 'budget_measure',
  evaluation: 'self_evaluation',
} as const;

/** What the sentences rest on and is in no table. */
async function missingSources(county: FollowUpCounty, version: Version): Promise<readonly string[]> {
  const { reader } = county.api.app.get(UnitOfWork, { strict: false });
  const missing: string[] = [];
  for (const { kind, id } of version === null ? [] : sourcesOf(version.content)) {
    const found =
      kind in TABLES
        ? await reader.query<unknown[]>(`select id from ${TABLES[kind as keyof typeof TABLES]} where id = ?`, [id])
        : await reader.query<unknown[]>('select lineage_id from indicator where lineage_id = ?', [id]);
    if (found.length === 0) missing.push(`${kind}/${id}`);
  }
  return missing;
}
