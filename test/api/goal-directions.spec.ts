import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  DepartmentGoalList,
  GoalSentenceView,
  GoalsOfUnit,
} from '../../apps/api/src/features/department-goals/http/department-goals.dto.js';
import { DepartmentGoalResult } from '../../apps/api/src/features/department-goals/persistence/department-goal-result.entity.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/index.js';
import { VerifySealsQuery } from '../../apps/api/src/features/seals/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { document, importDocuments, lightsAreUp, openRound, organisationId, text } from '../support/county.js';
import { describeBackends } from '../support/services.js';

const YEAR = 2022;
const COURT = document('ok/court-2022.txt');
const CLEAR = '审理期限内结案数占结案总数的比例大于等于90%为优秀';
const DOUBTED = '受援群众投诉率≥90%';
const INFERRED = '群众投诉率2%';
/** The court's document with a sentence whose direction is doubted and one whose direction is not printed. */
const DOCUMENT = text(COURT).replace('当年审结案件数占受理案件总数的比例大于等于90%为优秀', `${DOUBTED}；${INFERRED}`);

describeBackends('Directions of department goals', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let clerk: Visitor;
  let court: string;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('elsewhere', 'financeReviewer', '340001');
    await api.addUser('auditor', 'auditor', '001');
    [finance, clerk] = [await api.as('finance'), await api.as('clerk')];
    court = await organisationId(finance, '336001');
    await importCourt(DOCUMENT);
    for (const month of [3, 6]) await openRound(finance, YEAR, month);
  });
  afterAll(() => api.close());

  const importCourt = (content: string) =>
    importDocuments(finance, [{ name: COURT.name, bytes: Buffer.from(content) }], {
      year: YEAR,
      organisationId: court,
    });
  const goals = async (month = 6, who = clerk, locale = 'zh'): Promise<GoalsOfUnit> =>
    (await who.get<GoalsOfUnit>(`/department-goals/${YEAR}/${month}/${court}`, { 'accept-language': locale })).body;
  const sentenceOf = (unit: GoalsOfUnit, sentence: string): GoalSentenceView => {
    const found = unit.goals.flatMap(({ indicators }) => indicators).find((each) => each.sentence === sentence);
    if (found === undefined) throw new Error(`No sentence ${sentence}`);
    return found;
  };
  const pathOf = async (what: 'results' | 'directions', sentence: string, month: number): Promise<string> =>
    `/department-goals/${YEAR}/${month}/${court}/${what}/${sentenceOf(await goals(), sentence).key}`;
  const save = async (sentence: string, version: number, value: number, month = 6): Promise<GoalSentenceView> => {
    const saved = await clerk.put<GoalsOfUnit>(await pathOf('results', sentence, month), { version, value });
    expect(saved.status).toBe(200);
    return sentenceOf(saved.body, sentence);
  };
  const decide = async <T = GoalsOfUnit>(sentence: string, direction: string, who = finance, month = 6) =>
    who.put<T>(await pathOf('directions', sentence, month), { direction });
  const decided = async (sentence: string, direction: string): Promise<GoalSentenceView> => {
    const { status, body } = await decide(sentence, direction);
    expect(status).toBe(200);
    return sentenceOf(body, sentence);
  };
  const doubts = async (): Promise<number | undefined> => {
    const { units } = (await finance.get<DepartmentGoalList>(`/department-goals?year=${YEAR}&month=6`)).body;
    return units.find((unit) => unit.organisationId === court)?.directionsDoubted;
  };
  const stored = async (sentence: string, month: number): Promise<DepartmentGoalResult> => {
    const { reader } = api.app.get(UnitOfWork, { strict: false });
    const { id: roundId } = await reader.findOneByOrFail(MonitoringRound, { year: YEAR, month });
    return reader.findOneByOrFail(DepartmentGoalResult, { roundId, sentence });
  };

  it('R41: a doubted one leaves the sentence without a light until finance confirms it, and then lights at once', async () => {
    expect(await save(DOUBTED, 0, 91)).toMatchObject({
      light: 'grey',
      reason: 'direction-to-confirm',
      direction: { side: 'atLeast', question: 'doubted', decided: false, decidedByName: null },
    });
    expect(await doubts()).toBe(1);
    expect([(await goals()).mayDecide, (await goals(6, finance)).mayDecide]).toEqual([false, true]);
    expect((await decide(DOUBTED, 'atLeast', clerk)).status).toBe(403);
    expect(await decided(DOUBTED, 'atLeast')).toMatchObject({
      light: 'green',
      reason: 'target-met',
      version: 1,
      direction: { side: 'atLeast', question: null, decided: true, decidedByName: '显示 finance' },
    });
    expect(await doubts()).toBe(0);
    expect(await stored(DOUBTED, 6)).toMatchObject({ light: 'green', inputs: { directionConfirmed: true } });
  });

  it('R41: is corrected by finance, and the light says how the target was read', async () => {
    const corrected = await decided(DOUBTED, 'atMost');
    expect(corrected).toMatchObject({ light: 'red', reason: 'target-missed', direction: { side: 'atMost' } });
    expect(corrected.explanation).toContain('指标值 ≥90%（按不高于理解）');
    expect(sentenceOf(await goals(6, clerk, 'en'), DOUBTED).explanation).toContain('≥90% (read as at most)');
    expect(await save(DOUBTED, 1, 3)).toMatchObject({ light: 'green', version: 2 });
    expect(await stored(DOUBTED, 6)).toMatchObject({ light: 'green', inputs: { target: { operator: 'lte' } } });
  });

  it('R17b: an inferred one is confirmed or corrected as well, in every round of the year that is open', async () => {
    for (const month of [3, 6]) {
      const saved = await save(INFERRED, 0, 3, month);
      expect(saved).toMatchObject({
        light: 'red',
        direction: { side: 'atMost', question: 'inferred', decided: false },
      });
    }
    expect(await decided(INFERRED, 'atMost')).toMatchObject({ light: 'red', direction: { decided: true } });
    expect(await decided(INFERRED, 'atLeast')).toMatchObject({ light: 'green', direction: { side: 'atLeast' } });
    expect(sentenceOf(await goals(3), INFERRED).light).toBe('green');
    expect((await stored(INFERRED, 3)).light).toBe('green');
    expect(sentenceOf(await goals(), INFERRED).previous).toMatchObject({ month: 3, light: 'green' });
  });

  it('are on record with what they were read as before, once for each decision', async () => {
    await decided(INFERRED, 'atLeast');
    const auditor = await api.as('auditor');
    const { items } = (
      await auditor.get<{ items: { actor: string; subject: string; before: string | null; after: string }[] }>(
        '/audit?action=department-goals.decide-direction',
      )
    ).body;
    const about = { actor: 'finance', subject: `organisation/${court}` };
    expect(items).toMatchObject([about, about, about, about]);
    const recorded = items.map(({ before, after }) => [readRecorded(before), readRecorded(after)]).toReversed();
    expect(recorded).toMatchObject([
      [null, { indicator: DOUBTED, direction: 'atLeast' }],
      [{ direction: 'atLeast' }, { indicator: DOUBTED, direction: 'atMost' }],
      [null, { indicator: INFERRED, direction: 'atMost' }],
      [{ direction: 'atMost' }, { indicator: INFERRED, direction: 'atLeast' }],
    ]);
  });

  it('are refused where the sentence says it plainly, and are nothing of other units', async () => {
    const plain = await decide<Refusal>(CLEAR, 'atLeast');
    expect([plain.status, plain.body.code]).toEqual([409, 'goal-direction-clear']);
    expect(sentenceOf(await goals(), CLEAR).direction).toMatchObject({
      side: 'atLeast',
      question: null,
      decided: false,
    });
    const gone = `/department-goals/${YEAR}/6/${court}/directions/${'0'.repeat(64)}`;
    expect((await finance.put<Refusal>(gone, { direction: 'atLeast' })).body.code).toBe('goal-sentence-gone');
    expect((await decide(DOUBTED, 'atLeast', await api.as('elsewhere'))).status).toBe(404);
    expect((await decide(DOUBTED, 'sideways')).status).toBe(400);
  });

  it('R41: stay with the text when it is imported anew; another value is doubted anew', async () => {
    await importCourt(
      DOCUMENT.replace(`${DOUBTED}；`, `${CLEAR.replace('90', '95')}；受援群众投诉率 ≧90％；受援群众投诉率≥80%；`),
    );
    expect(sentenceOf(await goals(), '受援群众投诉率 ≧90％')).toMatchObject({
      value: 3,
      light: 'green',
      direction: { side: 'atMost', decided: true },
    });
    expect(sentenceOf(await goals(), '受援群众投诉率≥80%').direction).toMatchObject({ question: 'doubted' });
    await importCourt(DOCUMENT);
  });

  it('R49: are refused in a locked round, which keeps what it was judged by', async () => {
    await lightsAreUp(api, YEAR);
    expect((await finance.post(`/rounds/${YEAR}/3/lock`, { asTheyStand: true })).status).toBe(200);
    const refused = await decide<Refusal>(INFERRED, 'atMost', finance, 3);
    expect([refused.status, refused.body.code]).toEqual([409, 'round-locked']);
    expect((await goals(3, finance)).mayDecide).toBe(false);
    expect(await decided(INFERRED, 'atMost')).toMatchObject({ light: 'red', direction: { side: 'atMost' } });
    expect(sentenceOf(await goals(3), INFERRED)).toMatchObject({
      light: 'green',
      direction: { side: 'atLeast', question: null, decided: true },
    });
    const { findings } = await api.app.get(VerifySealsQuery, { strict: false }).round(YEAR, 3);
    expect(findings).toEqual([]);
  });
});

/** A side of an entry of the trail; null where nothing is recorded. */
const readRecorded = (side: string | null): unknown => (side === null ? null : JSON.parse(side));
