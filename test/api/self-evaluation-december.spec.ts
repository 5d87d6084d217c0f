import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CorrectEvaluations } from '../../apps/api/src/features/self-evaluation/application/correct-evaluations.js';
import { rowCounts } from '../support/county.js';
import { done } from '../support/follow-up-county.js';
import { EvaluationCounty, YEAR } from '../support/evaluation-county.js';
import { describeBackends } from '../support/services.js';

const RESULTS = { 培训场次: 50, 培训成本: 62.73, 受益人数: 6418, 群众满意度: 95 };

describeBackends('Self-evaluation after December was corrected', (backend) => {
  let county: EvaluationCounty;
  beforeAll(async () => {
    county = await EvaluationCounty.open(backend);
    await county.lockDecember();
    await county.openYear();
  });
  afterAll(() => county.close());

  const correct = async (): Promise<void> => {
    await county.api.app.get(CorrectEvaluations, { strict: false }).run(YEAR, () => Promise.resolve());
  };
  const resultsOf = async (name: string) =>
    Object.fromEntries((await county.read(name)).leaves.map(({ name: leaf, value }) => [leaf, value]));

  it('a draft follows the locked figures once they are locked again, and keeps what was typed', async () => {
    const saved = await county.save('clerk', '普法', { 群众满意度: { value: 93, explanation: '复核样本' } });
    expect(saved.status).toBe(200);
    await county.reopenDecember('普法', {
      expenditureFen: 40_000_000,
      results: { ...RESULTS, 培训场次: 40, 群众满意度: 94 },
    });
    await correct();
    expect(await county.read('普法')).toMatchObject({ version: 2, expenditureFen: 37_240_000, findings: [] });
    await county.lockDecemberAgain('普法');
    const draft = await county.read('普法', 'clerk');
    expect(draft).toMatchObject({
      state: 'draft',
      version: 3,
      expenditureFen: 40_000_000,
      expenditureSource: 'round',
      executionRate: 92.59,
      funds: { total: { spentFen: 40_000_000 } },
      decemberDiffers: false,
      findings: [],
    });
    expect(await resultsOf('普法')).toEqual({ ...RESULTS, 培训场次: 40, 群众满意度: 93 });
    const leaf = (name: string) => draft.leaves.find((each) => each.name === name);
    expect(leaf('群众满意度')).toMatchObject({ resultText: '93%', draftedText: '94%', explanation: '复核样本' });
    expect(leaf('培训场次')).toMatchObject({
      resultText: '40个',
      draftedText: null,
      explanation: '经费保障：上级资金未到',
    });
    // 40 of 50 is 80 % of 25 points, 40 of 43.2 spent are 9.26 of 10.
    expect(draft.scores.unit.total).toBe(94.26);
    const trail = await county.people.auditor.get<{ items: { action: string; actor: string; after: string }[] }>(
      `/audit?subject=self-evaluation/${draft.id}`,
    );
    const entry = trail.body.items.find(({ action }) => action === 'evaluations.follow-december');
    expect(entry).toMatchObject({ actor: 'system', after: expect.stringContaining('培训场次') });
  });

  it('changes nothing where it runs once more', async () => {
    const before = await county.read('普法');
    const rows = await rowCounts(county.api);
    await correct();
    expect(await county.read('普法')).toEqual(before);
    expect(await rowCounts(county.api)).toEqual(rows);
  });

  it('what was handed in keeps its figures and shows the difference until it comes back', async () => {
    await county.untilFinance('普法');
    const before = await county.read('普法');
    await county.reopenDecember('普法', { expenditureFen: 43_200_000, results: { ...RESULTS, 群众满意度: 94 } });
    await county.lockDecemberAgain('普法');
    const handedIn = await county.read('普法');
    expect(handedIn).toMatchObject({
      state: 'departmentApproved',
      version: before.version,
      expenditureFen: 40_000_000,
      total: before.total,
      decemberDiffers: true,
    });
    expect(handedIn.findings.map(({ code, message }) => [code, message])).toEqual([
      [
        'evaluation-december-expenditure',
        '12月监控更正后全年执行数为 43.20 万元，更正前为 40.00 万元；本自评提交时的数没有改动。',
      ],
      ['evaluation-december-result', '指标“培训场次”12月监控更正后为 50个，更正前为 40个；本自评提交时的数没有改动。'],
    ]);
    const [, inEnglish] = (await county.read('普法', 'finance', 'en')).findings;
    expect(inEnglish?.message).toContain('“培训场次” was corrected in December to 50个, before 40个');
    expect((await county.list()).items.filter(({ decemberDiffers }) => decemberDiffers)).toHaveLength(1);
    await county.step('department', 'return', ['普法'], { message: '12月已更正' });
    expect(await county.read('普法')).toMatchObject({
      state: 'returned',
      expenditureFen: 43_200_000,
      decemberDiffers: false,
      findings: [],
      total: 100,
    });
    expect(await resultsOf('普法')).toEqual({ ...RESULTS, 群众满意度: 93 });
  });

  it('what is sealed never changes, and is still verified', async () => {
    await county.untilFinance('普法');
    await county.step('finance', 'accept', ['普法']);
    const sealed = await county.read('普法');
    await county.reopenDecember('普法', { expenditureFen: 41_000_000, results: RESULTS });
    await county.lockDecemberAgain('普法');
    const { findings, decemberDiffers, ...after } = await county.read('普法');
    expect(after).toEqual(expect.objectContaining({ state: 'accepted', version: sealed.version, total: 100 }));
    expect(after.scores).toEqual(sealed.scores);
    expect(decemberDiffers).toBe(true);
    expect(findings.map(({ code }) => code)).toEqual(['evaluation-december-expenditure', 'evaluation-december-result']);
    const verified = await county.people.finance.post(`/evaluations/years/${YEAR}/verification`);
    expect(verified.body).toMatchObject({ intact: true, accepted: 1, findings: [] });
  });

  it('shows nothing any more once December is corrected back', async () => {
    await county.reopenDecember('普法', { expenditureFen: 43_200_000, results: { ...RESULTS, 群众满意度: 94 } });
    await county.lockDecemberAgain('普法');
    expect(await county.read('普法')).toMatchObject({ state: 'accepted', decemberDiffers: false, findings: [] });
  });

  it('a final account counts before a December that is corrected after it came', async () => {
    const rows = [{ name: '援助', expenditureFen: 18_000_000 }];
    await done(county.people.finance.post(`/evaluations/years/${YEAR}/final-accounts`, { rows }));
    await county.reopenDecember('援助', { expenditureFen: 19_000_000, results: { 办结率: 81 } });
    await county.lockDecemberAgain('援助');
    expect(await county.read('援助')).toMatchObject({
      expenditureFen: 18_000_000,
      expenditureSource: 'finalAccount',
      difference: { roundFen: 19_000_000, accountFen: 18_000_000, counts: true },
    });
  });
});
