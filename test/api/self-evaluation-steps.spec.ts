import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  EvaluationSealList,
  EvaluationVerification,
} from '../../apps/api/src/features/self-evaluation/http/evaluation-seals.dto.js';
import type {
  EvaluationUnitList,
  UnitEvaluation,
} from '../../apps/api/src/features/self-evaluation/http/evaluation-units.dto.js';
import { SelfEvaluationSeal } from '../../apps/api/src/features/self-evaluation/persistence/self-evaluation-seal.entity.js';
import { SelfEvaluationStep } from '../../apps/api/src/features/self-evaluation/persistence/self-evaluation-step.entity.js';
import { SelfEvaluation } from '../../apps/api/src/features/self-evaluation/persistence/self-evaluation.entity.js';
import type { Refusal } from '../support/api.js';
import { EvaluationCounty, YEAR } from '../support/evaluation-county.js';
import { describeBackends } from '../support/services.js';

const YEARS = `/evaluations/years/${YEAR}`;

describeBackends('A self-evaluation on its way', (backend) => {
  let county: EvaluationCounty;
  beforeAll(async () => {
    county = await EvaluationCounty.open(backend);
    await county.lockDecember();
    await county.openYear();
  });
  afterAll(() => county.close());

  const codes = ({ refused }: { refused: readonly { code: string }[] }) => refused.map(({ code }) => code);
  const leafId = async (name: string, leaf: string): Promise<string> =>
    (await county.read(name)).leaves.find((each) => each.name === leaf)?.id ?? '';
  const verify = async (): Promise<EvaluationVerification> =>
    (await county.people.finance.post<EvaluationVerification>(`${YEARS}/verification`)).body;

  it('who wrote it does not approve it, and is returned with a message', async () => {
    await county.save('solo', '普法', {}, { achievedGoal: '全部完成' });
    expect((await county.step('clerk', 'submit', ['普法'])).done).toMatchObject([{ state: 'submitted', version: 3 }]);
    expect((await county.save('clerk', '普法', {})).body).toMatchObject({ code: 'evaluation-handed-in' });
    expect(codes(await county.step('solo', 'approve', ['普法']))).toEqual(['evaluation-own-approval']);
    expect(codes(await county.step('clerk', 'approve', ['普法']))).toEqual(['forbidden']);
    expect(codes(await county.step('reviewer', 'return', ['普法']))).toEqual(['evaluation-message-missing']);
    await county.step('reviewer', 'return', ['普法'], { message: '请补充说明' });
    expect(await county.read('普法', 'clerk')).toMatchObject({
      state: 'returned',
      message: '请补充说明',
      submittedAt: null,
    });
    await county.step('clerk', 'submit', ['普法']);
    await county.step('clerk', 'withdraw', ['普法']);
    await county.step('clerk', 'submit', ['普法']);
  });

  it('three people on three levels, department and finance with points of their own, all scores kept', async () => {
    await county.step('reviewer', 'approve', ['普法']);
    expect(codes(await county.step('finance', 'accept', ['普法']))).toEqual(['evaluation-step-refused']);
    expect(codes(await county.step('solo', 'review', ['普法']))).toEqual(['forbidden']);
    const sessions = await leafId('普法', '培训场次');
    const satisfied = await leafId('普法', '群众满意度');
    const tooMany = { [sessions]: { points: 26, reason: '佐证充分' } };
    const refused = await county.step('department', 'review', ['普法'], { points: tooMany });
    expect(refused.refused[0]).toMatchObject({
      code: 'evaluation-points-refused',
      issues: [{ path: `points.${sessions}`, code: 'evaluation-review-out-of-range' }],
    });
    const points = { [sessions]: { points: 20, reason: '缺签到表' }, [satisfied]: { points: 8, reason: '样本不足' } };
    await county.step('department', 'review', ['普法'], { points });
    expect(await county.read('普法')).toMatchObject({
      state: 'departmentApproved',
      level: 'department',
      total: 91.62,
      scores: { unit: { total: 98.62 }, department: { total: 91.62 }, finance: null },
    });
    const ours = { [sessions]: { points: 15, reason: '现场核查仅三十场' }, [satisfied]: null };
    await county.step('finance', 'accept', ['普法'], { points: ours });
    const accepted = await county.read('普法', 'clerk');
    expect(accepted).toMatchObject({
      state: 'accepted',
      level: 'finance',
      total: 88.62,
      grade: 'good',
      sealVersion: 1,
      scores: { unit: { total: 98.62 }, department: { total: 91.62 }, finance: { total: 88.62, grade: 'good' } },
      may: [],
    });
    const own = { own: 25, ownRule: 'positive' };
    expect(accepted.scores.department?.leaves[sessions]?.review).toEqual({ ...own, reason: '缺签到表' });
    expect(accepted.scores.finance?.leaves[sessions]).toMatchObject({
      points: 15,
      rule: 'reviewed',
      review: { ...own, reason: '现场核查仅三十场' },
    });
    expect(accepted.scores.finance?.leaves[satisfied]).toMatchObject({ points: 10, review: null });
    expect(accepted.steps.map(({ step, actor, total, pointsChanged }) => [step, actor, total, pointsChanged])).toEqual([
      ['submit', 'clerk', 98.62, 0],
      ['return', 'reviewer', null, 0],
      ['submit', 'clerk', 98.62, 0],
      ['withdraw', 'clerk', null, 0],
      ['submit', 'clerk', 98.62, 0],
      ['approve', 'reviewer', null, 0],
      ['review', 'department', 91.62, 2],
      ['accept', 'finance', 88.62, 2],
    ]);
  });

  it('a department that has none above goes to finance directly, and nobody sees to two levels', async () => {
    await county.api.addUser('dual', ['unitReviewer', 'financeReviewer'], '001');
    const dual = await county.api.as('dual');
    const stepped = async (step: string) => {
      const { id, version } = await county.read('审判');
      return (
        await dual.post<{ refused: { code: string }[] }>('/evaluations/steps', { step, evaluations: [{ id, version }] })
      ).body;
    };
    await county.step('court', 'submit', ['审判']);
    expect(codes(await stepped('approve'))).toEqual([]);
    expect(await county.read('审判')).toMatchObject({ state: 'unitApproved', hasDepartment: false, level: 'unit' });
    expect(codes(await stepped('accept'))).toEqual(['evaluation-own-review']);
    expect((await county.list('finance', '&mine=true')).items.map(({ projectName }) => projectName)).toEqual(['审判']);
  });

  it('R49: a sealed score is computed again, and whatever was written over is found', async () => {
    expect(await verify()).toMatchObject({ seals: 1, accepted: 1, intact: true, findings: [] });
    const { reader } = county.uow;
    const row = await reader.findOneByOrFail(SelfEvaluation, { id: await county.idOf('普法') });
    const seal = await reader.findOneByOrFail(SelfEvaluationSeal, { seq: 1 });
    const [step] = await reader.find(SelfEvaluationStep, {
      where: { evaluationId: row.id },
      order: { ordinal: 'ASC' },
    });
    if (step === undefined) throw new Error('No step');
    const found = async <E extends object>(entity: new () => E, id: string, change: object, was: E) => {
      await county.uow.run((manager) => manager.update(entity, { id } as never, change as never));
      const { findings } = await verify();
      await county.uow.run((manager) => manager.save(entity, was as never));
      return findings.map(({ code, fields }) => [code, ...fields]);
    };
    expect(await found(SelfEvaluation, row.id, { financeScores: { ...row.financeScores, total: 99 } }, row)).toEqual([
      ['evaluation-seal-row-changed', 'scores.finance.total'],
    ]);
    expect(await found(SelfEvaluation, row.id, { expenditureFen: 1 }, row)).toEqual([
      ['evaluation-seal-row-changed', 'input.expenditureFen'],
    ]);
    expect(await found(SelfEvaluationStep, step.id, { actor: 'nobody' }, step)).toEqual([
      ['evaluation-seal-steps-changed', '0.actor'],
    ]);
    const content = seal.content.replace('"total":88.62', '"total":98.62');
    expect(content).not.toBe(seal.content);
    expect(await found(SelfEvaluationSeal, seal.id, { content }, seal)).toEqual([['evaluation-seal-content-changed']]);
    expect(await found(SelfEvaluationSeal, seal.id, { createdBy: 'nobody' }, seal)).toEqual([
      ['evaluation-seal-changed'],
    ]);
    await county.uow.run((manager) => manager.delete(SelfEvaluationSeal, { id: seal.id }));
    expect((await verify()).findings.map(({ code }) => code)).toEqual([
      'evaluation-seal-chain-cut',
      'evaluation-seal-lacking',
    ]);
    await county.uow.run((manager) => manager.insert(SelfEvaluationSeal, seal));
    expect(await verify()).toMatchObject({ intact: true });
    const auditor = await county.people.auditor.post(`${YEARS}/verification`);
    expect(auditor).toMatchObject({ status: 200, body: { intact: true } });
    expect((await county.people.clerk.post(`${YEARS}/verification`)).status).toBe(403);
  });

  it('finance reopens what it accepted, and accepts it again as the next version', async () => {
    expect(codes(await county.step('finance', 'return', ['普法'], { message: '按决算更正' }))).toEqual([
      'evaluation-step-refused',
    ]);
    await county.people.finance.post(`${YEARS}/final-accounts`, {
      rows: [
        { name: '普法', expenditureFen: 38_000_000 },
        { name: '援助', expenditureFen: 18_000_000 },
      ],
    });
    await county.step('finance', 'reopen', ['普法'], { message: '按决算更正' });
    expect(await county.read('普法')).toMatchObject({
      state: 'returned',
      message: '按决算更正',
      expenditureFen: 38_000_000,
      expenditureSource: 'finalAccount',
      total: 98.8,
      level: 'unit',
      scores: { department: { total: 91.62 }, finance: { total: 88.62 } },
    });
    await county.untilFinance('普法');
    await county.step('second', 'accept', ['普法']);
    expect(await county.read('普法')).toMatchObject({ state: 'accepted', sealVersion: 2, total: 98.8 });
    const seals = (await county.people.clerk.get<EvaluationSealList>(`/evaluations/${await county.idOf('普法')}/seals`))
      .body;
    expect(seals.items.map(({ version, createdBy, intact }) => [version, createdBy, intact])).toEqual([
      [1, 'finance', true],
      [2, 'second', true],
    ]);
    expect(seals.current).toBe(true);
    expect(await verify()).toMatchObject({ seals: 2, accepted: 1, intact: true });
    const change = await county.people.finance.patch<Refusal>(YEARS, { version: 1, frame: 'B' });
    expect(change.body).toMatchObject({ code: 'evaluation-year-accepted' });
  });

  it('units, departments and the county are summed up by money, with the goals of a unit', async () => {
    const all = (await county.people.finance.get<EvaluationUnitList>(`/evaluations/units?year=${YEAR}`)).body;
    // (98.80 × 43.2 + 90 × 20) ÷ 63.2
    const unit = { score: 96.02, grade: 'excellent', budgetFen: 63_200_000, expenditureFen: 56_000_000, projects: 2 };
    expect(all.units.map(({ organisationName }) => organisationName)).toEqual(['法律援助中心', '法院']);
    expect(all.units[0]).toMatchObject({ ...unit, departmentName: '司法局', byState: { accepted: 1, draft: 1 } });
    expect(all.departments).toMatchObject([
      { organisationName: '司法局', ...unit },
      { organisationName: '法院', projects: 1, score: 100 },
    ]);
    expect(all.county).toMatchObject({ projects: 3, unscored: 0, byGrade: { excellent: 3 }, executionRate: 92.27 });
    const own = (await county.people.clerk.get<EvaluationUnitList>(`/evaluations/units?year=${YEAR}`)).body;
    expect(own.county).toMatchObject({ projects: 2, score: 96.02 });
    const path = (id: string) => `/evaluations/units/${id}?year=${YEAR}`;
    const one = (await county.people.department.get<UnitEvaluation>(path(county.department))).body;
    expect(one).toMatchObject({
      organisationName: '司法局',
      score: 96.02,
      projects: [{ name: '援助' }, { name: '普法' }],
    });
    expect(one.goals).toMatchObject([
      {
        organisationName: '法律援助中心',
        title: '普法宣传',
        result: { projects: 1, score: 98.8, grade: 'excellent', executionRate: 87.96 },
        sentences: { met: 1 },
        indicators: [{ resultText: '93%', light: 'green' }],
        projects: [{ name: '普法', total: 98.8 }],
      },
    ]);
    expect((await county.people.court.get(path(county.unit))).status).toBe(404);
  });

  it('one step with many: each on its own, and nothing of a stranger is told', async () => {
    const [mine, theirs] = [await county.read('援助'), await county.read('审判')];
    const evaluations = [
      { id: mine.id, version: mine.version - 1 },
      { id: theirs.id, version: theirs.version },
      { id: 'none', version: 1 },
    ];
    const { body } = await county.people.clerk.post<{ done: object[]; refused: { id: string; code: string }[] }>(
      '/evaluations/steps',
      { step: 'submit', evaluations },
    );
    expect(body.done).toEqual([]);
    expect(body.refused.map(({ id, code }) => [id, code]).sort()).toEqual(
      [
        [mine.id, 'evaluation-changed'],
        [theirs.id, 'not-found'],
        ['none', 'not-found'],
      ].sort(),
    );
  });
});
