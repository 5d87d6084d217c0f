import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EvaluationProgress } from '../../apps/api/src/features/self-evaluation/http/evaluations.dto.js';
import type { EvaluationYearList } from '../../apps/api/src/features/self-evaluation/http/evaluation-years.dto.js';
import { SelfEvaluation } from '../../apps/api/src/features/self-evaluation/persistence/self-evaluation.entity.js';
import type { Refusal } from '../support/api.js';
import { rowCounts } from '../support/county.js';
import { EvaluationCounty, inputOf, YEAR } from '../support/evaluation-county.js';
import { jobsAreDone } from '../support/jobs-done.js';
import { describeBackends } from '../support/services.js';

describeBackends('Self-evaluation', (backend) => {
  let county: EvaluationCounty;
  beforeAll(async () => {
    county = await EvaluationCounty.open(backend);
  });
  afterAll(() => county.close());

  const open = (body: object) => county.people.finance.post<Refusal>('/evaluations/years', body);

  it('opens once December is locked, and once only', async () => {
    const asked = { year: YEAR, submitBy: '2099-01-31' };
    expect((await open(asked)).body).toMatchObject({ code: 'evaluation-december-open' });
    await county.lockDecember();
    const before = (await county.people.finance.get<EvaluationYearList>('/evaluations/years')).body;
    expect(before).toEqual({ items: [], openable: [YEAR] });
    expect((await open({ ...asked, submitBy: '2099-02-30' })).status).toBe(400);
    await county.openYear();
    expect((await open(asked)).body).toMatchObject({ code: 'evaluation-year-open' });
    const [year] = (await county.people.finance.get<EvaluationYearList>('/evaluations/years')).body.items;
    expect(year).toMatchObject({
      year: YEAR,
      frame: 'A',
      rulesRef: 'evaluation-rules@1',
      submitBy: '2099-01-31',
      overdue: false,
      projects: 3,
      exempt: 1,
      byState: { draft: 3, accepted: 0 },
      mayManage: true,
      mayChangeRules: true,
      running: null,
    });
  });

  it('makes only the drafts that are missing, as after a job that was called off', async () => {
    const before = await county.list();
    await county.uow.run((manager) => manager.delete(SelfEvaluation, { projectId: county.project('审判') }));
    const redraft = { version: 1, redraft: true };
    expect((await county.people.finance.patch(`/evaluations/years/${YEAR}`, redraft)).status).toBe(200);
    await jobsAreDone(county.api);
    const ids = (page: typeof before) => page.items.map(({ projectName, id }) => [projectName, id]);
    const known = new Map(ids(before) as [string, string][]);
    const after = await county.list();
    expect(after.total).toBe(3);
    const same = after.items.filter(({ projectName, id }) => known.get(projectName) === id);
    expect(same.map(({ projectName }) => projectName).sort()).toEqual(['援助', '普法'].sort());
  });

  it('R30–R38: a draft has the results, the execution and the reasons of the locked December', async () => {
    const draft = await county.read('普法', 'clerk');
    expect(draft).toMatchObject({
      state: 'draft',
      frame: 'A',
      expectedGoal: '目标1',
      achievedGoal: null,
      funds: { total: { initialFen: 43_200_000, adjustedFen: 43_200_000, spentFen: 37_240_000 } },
      executionRate: 86.2,
      total: 98.62,
      grade: 'excellent',
      missing: 0,
      late: false,
      hasDepartment: true,
      level: 'unit',
      departmentName: '司法局',
      may: ['edit', 'submit'],
      previous: null,
    });
    const points = Object.fromEntries(
      draft.leaves.map(({ id, name, weight, resultText }) => {
        const leaf = draft.scores.unit.leaves[id];
        return [name, [weight, resultText, leaf?.points, leaf?.rule]];
      }),
    );
    expect(points).toEqual({
      培训场次: [25, '50个', 25, 'positive'],
      培训成本: [25, '62.73万元', 25, 'reverse'],
      受益人数: [30, '6,418人', 30, 'positive'],
      群众满意度: [10, '95%', 10, 'positive'],
    });
    expect(draft.scores.unit.execution).toMatchObject({ points: 8.62, rate: 86.2 });
    expect(draft.scores.unit.execution.explanation).toContain('86.20%');
    expect(draft.scores.unit.alerts.map(({ code, light }) => [code, light])).toEqual([
      ['points-above-execution', 'red'],
    ]);
    const [reported] = (await county.read('援助', 'clerk')).leaves;
    expect(reported?.explanation).toContain('人员调整，案件延后办结');
  });

  it('R49: says how points came about in the language of the reader', async () => {
    const [zh, en] = await Promise.all(['zh', 'en'].map((locale) => county.read('普法', 'clerk', locale)));
    const sentence = (detail: typeof zh): string =>
      Object.values(detail?.scores.unit.leaves ?? {})[0]?.explanation ?? '';
    expect(sentence(zh)).toContain('完成值');
    expect(sentence(en)).not.toContain('完成值');
    expect(en?.scores.unit.explanation).toContain('98.62');
  });

  it('keeps what is written, and refuses a save over an older version', async () => {
    const input = inputOf(await county.read('援助', 'clerk'), { 办结率: { cut: { points: 1.5, reason: '弄虚作假' } } });
    const id = await county.idOf('援助');
    const rows = await rowCounts(county.api);
    const previewed = await county.people.clerk.post<{ scores: { total: number } }>(
      `/evaluations/${id}/preview`,
      input,
    );
    expect(previewed).toMatchObject({ status: 200, body: { scores: { total: 89.5 } } });
    expect(await rowCounts(county.api)).toEqual(rows);
    const saved = await county.people.clerk.put(`/evaluations/${id}`, { ...input, achievedGoal: ' 基本完成 ' });
    expect(saved).toMatchObject({
      status: 200,
      body: { version: 2, total: 89.5, grade: 'good', achievedGoal: '基本完成', updatedBy: 'clerk' },
    });
    const late = await county.people.clerk.put<Refusal>(`/evaluations/${id}`, input);
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'evaluation-changed', params: { version: 1, current: 2 } },
    });
  });

  it('tells every place at fault and saves nothing', async () => {
    const id = await county.idOf('援助');
    const input = inputOf(await county.read('援助', 'clerk'), { 办结率: { value: 81, noData: '无' } });
    const stranger = { id: 'x', weight: 1 };
    const wrong = { ...input, leaves: [...input.leaves, stranger] };
    const { status, body } = await county.people.clerk.put<Refusal>(`/evaluations/${id}`, wrong);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'evaluation-faulty' });
    expect(body.issues?.map(({ path, code }) => [path, code])).toEqual([
      ['leaves.0', 'answer-ambiguous'],
      ['leaves.1.id', 'indicator-unknown'],
    ]);
    expect((await county.read('援助')).version).toBe(2);
  });

  it('R30: weights that do not make 90 hinder handing in', async () => {
    const saved = await county.save('clerk', '援助', { 办结率: { weight: 89.99 } });
    expect(saved.body.scores.unit.remarks.filter(({ required }) => required).map(({ code }) => code)).toEqual([
      'weights-total',
    ]);
    const { done, refused } = await county.step('clerk', 'submit', ['援助']);
    expect(done).toEqual([]);
    expect(refused[0]).toMatchObject({ code: 'evaluation-incomplete', issues: [{ code: 'evaluation-weights-total' }] });
    await county.save('clerk', '援助', { 办结率: { weight: 90, cut: null } });
  });

  it('are seen within the own unit alone, worst first, and counted', async () => {
    const names = async (who: 'clerk' | 'court' | 'department', query = '') =>
      (await county.list(who, query)).items.map(({ projectName }) => projectName);
    expect(await names('clerk')).toEqual(['援助', '普法']);
    expect(await names('department', '&sort=-score')).toEqual(['普法', '援助']);
    expect(await names('court')).toEqual(['审判']);
    expect(await names('clerk', '&grade=excellent&alerts=true')).toEqual(['普法']);
    const hidden = await county.people.court.get(`/evaluations/${await county.idOf('普法')}`);
    expect(hidden.status).toBe(404);
    const written = await county.people.court.put(
      `/evaluations/${await county.idOf('普法')}`,
      inputOf(await county.read('普法')),
    );
    expect(written.status).toBe(404);
    const progress = (await county.people.clerk.get<EvaluationProgress>(`/evaluations/progress?year=${YEAR}`)).body;
    expect(progress).toMatchObject({ projects: 2, byState: { draft: 2 }, late: 0, waiting: 2, withoutScore: 0 });
  });

  it('rules are published as versions; a year goes over to others as long as nothing is accepted', async () => {
    const { finance } = county.people;
    const { body: current } = await finance.get<{ ref: string; content: object }>('/evaluation-rules/current');
    expect(current.ref).toBe('evaluation-rules@1');
    const publish = (content: object, basedOn = current.ref) =>
      finance.post<Refusal & { ref: string }>('/evaluation-rules', { content, basedOn, note: '按天津办法' });
    expect((await publish(current.content)).body).toMatchObject({ code: 'evaluation-rules-unchanged' });
    const faulty = await publish({ ...current.content, gradesFrom: { excellent: 80, good: 90, fair: 60 } });
    expect(faulty.body).toMatchObject({ code: 'evaluation-rules-faulty' });
    const gate = await publish({ ...current.content, gatePercent: 95 });
    expect(gate).toMatchObject({ status: 201, body: { ref: 'evaluation-rules@2' } });
    expect((await publish({ ...current.content, gatePercent: 60 })).body).toMatchObject({
      code: 'evaluation-rules-version-taken',
    });
    const change = (body: object) => finance.patch<Refusal>(`/evaluations/years/${YEAR}`, body);
    expect((await change({ version: 2, rulesRef: 'evaluation-rules@9' })).body).toMatchObject({
      code: 'evaluation-rules-unknown',
    });
    expect(await change({ version: 2, rulesRef: 'evaluation-rules@2' })).toMatchObject({ status: 200 });
    await jobsAreDone(county.api);
    expect(await county.read('援助')).toMatchObject({ rulesRef: 'evaluation-rules@2', total: 10, grade: 'poor' });
    expect((await change({ version: 1, submitBy: '2099-03-01' })).body).toMatchObject({
      code: 'evaluation-year-changed',
    });
    await change({ version: 3, rulesRef: 'evaluation-rules@1', frame: 'B', submitBy: '2024-01-31' });
    await jobsAreDone(county.api);
    const untouched = await county.read('普法');
    expect(untouched).toMatchObject({ frame: 'B', late: true, rulesRef: 'evaluation-rules@1' });
    expect(untouched.leaves.map(({ part, weight }) => [part, weight])).toEqual([
      ['output', 40],
      ['cost', 20],
      ['benefit', 20],
      ['satisfaction', 10],
    ]);
    // What a person typed stays.
    expect(await county.read('援助')).toMatchObject({ frame: 'A', total: 91, late: true });
  });
});
