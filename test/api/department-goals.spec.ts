import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OPERATOR } from '../../apps/api/src/cli/with-app.js';
import type {
  DepartmentGoalList,
  DepartmentGoalView,
  GoalSentenceView,
  GoalsOfUnit,
} from '../../apps/api/src/features/department-goals/http/department-goals.dto.js';
import { DepartmentGoalResult } from '../../apps/api/src/features/department-goals/persistence/department-goal-result.entity.js';
import { EndReporting, MonitoringRound } from '../../apps/api/src/features/reporting/index.js';
import { VerifySealsQuery } from '../../apps/api/src/features/seals/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import {
  document,
  importDocuments,
  lightsAreUp,
  openRound,
  organisationId,
  projectIds,
  text,
} from '../support/county.js';
import { describeBackends } from '../support/services.js';

const YEAR = 2022;
const COURT = document('ok/court-2022.txt');
const EQUIPMENT = '审判业务装备';
const CASES = '当年审结案件数占受理案件总数的比例大于等于90%为优秀';
const IN_TIME = '审理期限内结案数占结案总数的比例大于等于90%为优秀';
const CLOSING = '案件审结结案率≥90%';
/** The court's document as it is imported here: the first sentence names an indicator of a project. */
const DOCUMENT = text(COURT).replace(CASES, CLOSING);

describeBackends('Department goals followed round by round', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let clerk: Visitor;
  let stranger: Visitor;
  let court: string;
  let equipmentId: string;
  let foreignId: string;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('leader', 'leader', '336001');
    await api.addUser('stranger', 'clerk', '340001');
    await api.addUser('auditor', 'auditor', '001');
    [finance, clerk, stranger] = [await api.as('finance'), await api.as('clerk'), await api.as('stranger')];
    court = await organisationId(finance, '336001');
    await importCourt(DOCUMENT);
    await importDocuments(finance, [document('ok/justice-bureau-2022.txt')], { year: YEAR });
    for (const month of [3, 6]) await openRound(finance, YEAR, month);
    await lightsAreUp(api, YEAR);
    const ids = await projectIds(finance, YEAR, 6);
    equipmentId = ids.get(EQUIPMENT) ?? '';
    foreignId = ids.get('法治宣传') ?? '';
  });
  afterAll(() => api.close());

  const importCourt = (content: string) =>
    importDocuments(finance, [{ name: COURT.name, bytes: Buffer.from(content) }], {
      year: YEAR,
      organisationId: court,
    });
  const goals = async (month = 6, who = clerk, locale = 'zh'): Promise<GoalsOfUnit> =>
    (await who.get<GoalsOfUnit>(`/department-goals/${YEAR}/${month}/${court}`, { 'accept-language': locale })).body;
  const goalOf = ({ goals: all }: GoalsOfUnit, title: string): DepartmentGoalView => {
    const found = all.find((goal) => goal.title === title);
    if (found === undefined) throw new Error(`No goal ${title} among ${all.map((goal) => goal.title).join()}`);
    return found;
  };
  const sentenceOf = (unit: GoalsOfUnit, sentence: string): GoalSentenceView => {
    const found = unit.goals.flatMap(({ indicators }) => indicators).find((each) => each.sentence === sentence);
    if (found === undefined) throw new Error(`No sentence ${sentence}`);
    return found;
  };
  const keyOf = async (sentence: string): Promise<string> => sentenceOf(await goals(), sentence).key;
  const save = <T = GoalsOfUnit>(key: string, body: object, { who = clerk, month = 6, unit = court } = {}) =>
    who.put<T>(`/department-goals/${YEAR}/${month}/${unit}/results/${key}`, { version: 0, ...body });
  const linkPath = (goalKey: string, projectId: string): string =>
    `/department-goals/${YEAR}/${court}/goals/${goalKey}/projects/${projectId}`;
  const trail = async (action: string): Promise<string> =>
    JSON.stringify((await (await api.as('auditor')).get(`/audit?action=${action}`)).body);

  it('R17, R18: judges a saved sentence like an indicator of a project, and says why in both languages', async () => {
    const saved = await save(await keyOf(CLOSING), { value: 42.41 });
    expect(saved.status).toBe(200);
    expect(sentenceOf(saved.body, CLOSING)).toMatchObject({
      kind: 'progressRate',
      light: 'green',
      standard: 45,
      resultText: '42.41%',
      version: 1,
      savedByName: '显示 clerk',
    });
    expect(sentenceOf(saved.body, CLOSING).explanation).toContain('完成 42.41%，本期标准 45%');
    expect(sentenceOf(await goals(6, clerk, 'en'), CLOSING).explanation).toContain('standard of this round 45%');
    expect(goalOf(saved.body, EQUIPMENT)).toMatchObject({ light: 'green', sides: 'resultsWithoutMoney' });
    expect(await trail('department-goals.save-result')).toContain('42.41%');
  });

  it('R49: keeps the target, the answer and the rule pack that a light was made with', async () => {
    const { reader } = api.app.get(UnitOfWork, { strict: false });
    const row = await reader.findOneByOrFail(DepartmentGoalResult, { sentenceKey: await keyOf(CLOSING) });
    expect(row).toMatchObject({ light: 'green', rulePackRef: 'ratio@1', goalTitle: EQUIPMENT, sentence: CLOSING });
    expect(row.inputs).toMatchObject({ target: { number: 90, unit: '%' }, answer: { type: 'value', value: 42.41 } });
    expect(row.assessment).toMatchObject({ light: 'green', standard: 45 });
  });

  it('does not let two who fill in at once overwrite each other', async () => {
    const key = await keyOf(IN_TIME);
    const answers = await Promise.all([91, 92].map((value) => save<Refusal>(key, { value })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'goal-result-changed', params: { current: 1, savedBy: 'clerk' } });
    expect((await save(key, { version: 1, value: 93, reasons: ['staff'], reasonNote: ' 法官缺编 ' })).status).toBe(200);
    const saved = sentenceOf(await goals(), IN_TIME);
    expect(saved).toMatchObject({ version: 2, value: 93, light: 'green', reasons: ['staff'], reasonNote: '法官缺编' });
  });

  it('R20, R28: refuses an answer that the sentence cannot be judged by', async () => {
    const key = await keyOf(IN_TIME);
    const codes = async (body: object): Promise<unknown> =>
      (await save<Refusal>(key, { version: 2, ...body })).body.code;
    expect(await codes({ outcome: 'met' })).toBe('answer-wrong-kind');
    expect(await codes({ value: 1, noData: '未统计' })).toBe('answer-ambiguous');
    expect(await codes({ noData: ' ' })).toBe('no-data-reason-missing');
    expect((await save<Refusal>('0'.repeat(64), { value: 1 })).body.code).toBe('goal-sentence-gone');
  });

  it('hides the goals of a unit from those outside it, and keeps readers from changing them', async () => {
    const key = await keyOf(IN_TIME);
    expect((await stranger.get(`/department-goals/${YEAR}/6/${court}`)).status).toBe(404);
    expect((await stranger.get(`/department-goals?year=${YEAR}&month=6&organisationId=${court}`)).status).toBe(404);
    expect((await save(key, { version: 2, value: 1 }, { who: stranger })).status).toBe(404);
    expect((await stranger.put(linkPath(goalOf(await goals(), EQUIPMENT).key, equipmentId))).status).toBe(404);
    const leader = await api.as('leader');
    expect((await save(key, { version: 2, value: 1 }, { who: leader })).status).toBe(403);
    expect(await goals(6, leader)).toMatchObject({ mayWrite: false, mayLink: false });
    expect(await goals(6, clerk)).toMatchObject({ mayWrite: true, mayLink: true });
  });

  it('shows the money and the lights of linked projects beside the goal, once each', async () => {
    const report = `/rounds/${YEAR}/6/projects/${equipmentId}/report`;
    const { indicators } = (await clerk.get<{ indicators: { id: string; name: string }[] }>(`/projects/${equipmentId}`))
      .body;
    const indicatorId = indicators.find(({ name }) => name === '案件审结结案率')?.id;
    const figures = { expenditureFen: 20_000_000, fiscalFen: 20_000_000, otherFen: 0 };
    const results = [{ indicatorId, value: 47.5 }];
    expect((await clerk.put(report, { version: 0, ...figures, results })).status).toBe(200);
    await lightsAreUp(api, YEAR);
    const { key } = goalOf(await goals(), EQUIPMENT);
    for (let time = 1; time <= 2; time += 1) expect((await clerk.put(linkPath(key, equipmentId))).status).toBe(204);
    const goal = goalOf(await goals(), EQUIPMENT);
    expect(goal.projects).toMatchObject([
      { projectId: equipmentId, name: EQUIPMENT, executionRate: 50, spendLight: 'green' },
    ]);
    expect(goal).toMatchObject({ sides: 'both', money: { expenditureFen: 20_000_000, executionRate: 50 } });
    expect(await trail('department-goals.link')).toContain(EQUIPMENT);
    expect((await clerk.put(linkPath(key, foreignId))).status).toBe(404);
    expect((await clerk.put(linkPath('0'.repeat(64), equipmentId))).status).toBe(404);
  });

  it('offers the result of a linked project that has an indicator of the same name, and takes nothing over by itself', async () => {
    const sentence = sentenceOf(await goals(), CLOSING);
    expect(sentence.suggestions).toMatchObject([
      { projectId: equipmentId, source: EQUIPMENT, indicator: '案件审结结案率', value: 47.5, resultText: '47.5%' },
    ]);
    expect(sentence.value).toBe(42.41);
    expect(sentenceOf(await goals(), IN_TIME).suggestions).toEqual([]);
  });

  it('shows what was reported in the round before', async () => {
    await save(await keyOf(CLOSING), { value: 20 }, { month: 3 });
    expect(sentenceOf(await goals(), CLOSING).previous).toEqual({ month: 3, resultText: '20%', light: 'green' });
    expect(sentenceOf(await goals(3), CLOSING).previous).toBeNull();
  });

  it('counts the goals of all units by light for who oversees them', async () => {
    const path = `/department-goals?year=${YEAR}&month=6`;
    const all = (await finance.get<DepartmentGoalList>(path)).body;
    const unit = all.units.find(({ organisationId: id }) => id === court);
    expect(unit).toMatchObject({
      goals: 2,
      indicators: 4,
      answered: 2,
      byLight: { green: 1, grey: 1 },
      light: 'green',
    });
    expect(all.items.filter(({ organisationId: id }) => id === court).map(({ light }) => light)).toEqual([
      'grey',
      'green',
    ]);
    expect((await stranger.get<DepartmentGoalList>(path)).body.units.map(({ organisationId: id }) => id)).not.toContain(
      court,
    );
    const printed = (await finance.get<DepartmentGoalList>(`/department-goals?year=${YEAR}`)).body;
    expect(printed).toMatchObject({ month: null, units: [] });
    expect(printed.items.every(({ light }) => light === null)).toBe(true);
  });

  it('keeps results by what a sentence says when targets are imported anew, and tells which have no place any more', async () => {
    const changed = DOCUMENT.replace(`${CLOSING}；`, '案件审结结案率≥95%；旁听人次达到50人次；').replace(
      '（一）办公楼运行保障',
      '（一）诉讼服务。便民利民\n绩效目标：改善诉讼服务。\n绩效指标：立案及时率≥95%\n（二）办公楼运行保障',
    );
    await importCourt(changed);
    const unit = await goals();
    expect(unit.goals).toHaveLength(3);
    expect(sentenceOf(unit, IN_TIME)).toMatchObject({ value: 93, version: 2 });
    expect(sentenceOf(unit, '案件审结结案率≥95%')).toMatchObject({ value: null, version: 0 });
    expect(unit.homeless).toMatchObject([{ goalTitle: EQUIPMENT, sentence: CLOSING, resultText: '42.41%' }]);
    expect(unit.lostLinks).toEqual([]);
    await importCourt(DOCUMENT.replace(`（二）${EQUIPMENT}`, '（二）装备保障'));
    const renamed = await goals();
    expect(renamed.lostLinks).toMatchObject([{ goalTitle: EQUIPMENT, projectId: equipmentId, projectName: EQUIPMENT }]);
    expect(renamed.homeless.map(({ sentence }) => sentence).sort()).toEqual([CLOSING, IN_TIME].sort());
    await importCourt(DOCUMENT);
    const again = await goals();
    expect([again.homeless, again.lostLinks]).toEqual([[], []]);
    expect(sentenceOf(again, CLOSING)).toMatchObject({ value: 42.41, version: 1 });
  });

  it('takes nothing after finance has ended reporting, and says so', async () => {
    await api.app.get(EndReporting, { strict: false }).run(OPERATOR, YEAR, 3);
    const refused = await save<Refusal>(await keyOf(IN_TIME), { value: 95 }, { month: 3 });
    expect([refused.status, refused.body.code]).toEqual([409, 'goal-reporting-ended']);
    expect(await goals(3)).toMatchObject({ mayWrite: false, reportingEnded: true });
    expect(goalOf(await goals(3), EQUIPMENT)).toMatchObject({ light: 'yellow', notReported: true });
  });

  it('R49: stands as it was at the lock, whatever is imported or tried afterwards', async () => {
    await lightsAreUp(api, YEAR);
    expect((await finance.post(`/rounds/${YEAR}/3/lock`, { asTheyStand: true })).status).toBe(200);
    const locked = await goals(3);
    expect(locked).toMatchObject({ roundStatus: 'locked', mayWrite: false });
    expect(sentenceOf(locked, CLOSING)).toMatchObject({ value: 20, light: 'green', version: 1 });
    expect(sentenceOf(locked, IN_TIME)).toMatchObject({
      value: null,
      reason: 'not-reported',
      version: 0,
      savedBy: null,
    });
    const refused = await save<Refusal>(await keyOf(CLOSING), { version: 1, value: 30 }, { month: 3 });
    expect([refused.status, refused.body.code]).toEqual([409, 'round-locked']);
    await importCourt(DOCUMENT.replace(CLOSING, '案件审结结案率≥99%'));
    expect(
      (await goals(3)).goals.map(({ indicators, light }) => [indicators.map(({ sentence }) => sentence), light]),
    ).toEqual(locked.goals.map(({ indicators, light }) => [indicators.map(({ sentence }) => sentence), light]));
    await importCourt(DOCUMENT);
  });

  it('R49: is sealed with its round, so that a result or a light that was changed is found', async () => {
    const verify = async (): Promise<readonly string[]> =>
      (await api.app.get(VerifySealsQuery, { strict: false }).round(YEAR, 3)).findings.map(({ code }) => code);
    expect(await verify()).toEqual([]);
    const uow = api.app.get(UnitOfWork, { strict: false });
    const { id: roundId } = await uow.reader.findOneByOrFail(MonitoringRound, { year: YEAR, month: 3 });
    const row = await uow.reader.findOneByOrFail(DepartmentGoalResult, { roundId, sentence: CLOSING });
    const { id } = row;
    await uow.run((manager) => manager.update(DepartmentGoalResult, { id }, { reasonNote: '改动' }));
    expect(await verify()).toEqual(['seal-goal-changed']);
    await uow.run((manager) => manager.delete(DepartmentGoalResult, { id }));
    expect(await verify()).toEqual(['seal-goal-missing']);
    await uow.run((manager) => manager.insert(DepartmentGoalResult, { ...row, sentenceKey: 'f'.repeat(64) }));
    expect(await verify()).toEqual(['seal-goal-missing', 'seal-goal-added']);
    await uow.run((manager) => manager.update(DepartmentGoalResult, { id }, { sentenceKey: row.sentenceKey }));
    expect(await verify()).toEqual([]);
  });

  it('unlinks a project, also twice', async () => {
    const { key } = goalOf(await goals(), EQUIPMENT);
    for (let time = 1; time <= 2; time += 1) expect((await clerk.delete(linkPath(key, equipmentId))).status).toBe(204);
    expect(goalOf(await goals(), EQUIPMENT)).toMatchObject({ projects: [], money: null, sides: 'resultsWithoutMoney' });
    expect(await trail('department-goals.unlink')).toContain(EQUIPMENT);
  });
});
