import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EvaluationCounty } from '../support/evaluation-county.js';
import { describeBackends } from '../support/services.js';
import { indicatorDraft } from '../support/target-drafts.js';

const PETITIONS = {
  content: {
    initialBudgetFen: 10_000_000,
    indicators: [
      indicatorDraft('群众投诉率'),
      indicatorDraft('社会影响', {
        level1: '效益指标',
        level2: '社会效益指标',
        rawValue: '有所改善',
        operator: 'qualitative',
        operatorPrinted: false,
        number: null,
        unit: null,
        kind: 'qualitative',
        direction: null,
      }),
    ],
  },
  reported: { expenditureFen: 10_000_000, results: { 群众投诉率: 95, 社会影响: 'met' } },
} as const;

describeBackends('What is worth a look of a self-evaluation', (backend) => {
  let county: EvaluationCounty;
  beforeAll(async () => {
    county = await EvaluationCounty.open(backend, { 信访: PETITIONS });
    await county.lockDecember();
    await county.openYear();
  });
  afterAll(() => county.close());

  const leafOf = async (name: string) => {
    const leaf = (await county.read('信访')).leaves.find((each) => each.name === name);
    if (leaf === undefined) throw new Error(`No leaf ${name}`);
    return leaf;
  };
  const codesOf = async (name: string) => {
    const { id } = await leafOf(name);
    const { remarks } = (await county.read('信访')).scores.unit;
    return remarks.filter(({ leafId }) => leafId === id).map(({ code }) => code);
  };

  it('R41: a doubtful direction is scored as printed, and is said to be', async () => {
    const { id, weight, directionConfirmed } = await leafOf('群众投诉率');
    expect(directionConfirmed).toBe(false);
    const { scores } = await county.read('信访', 'finance');
    expect(scores.unit.leaves[id]).toMatchObject({ points: weight, rule: 'positive' });
    expect(scores.unit.remarks.find(({ code }) => code === 'direction-to-confirm')).toEqual({
      leafId: id,
      code: 'direction-to-confirm',
      required: false,
      message: '指标“群众投诉率”的指标值 ≥90% 与名称方向不符，方向待财政确认，目前按原文计分。',
    });
    const english = (await county.read('信访', 'finance', 'en')).scores.unit.remarks;
    expect(english.map(({ message }) => message).join()).toContain('direction to confirm by finance');
    expect((await county.read('援助')).scores.unit.remarks.map(({ code }) => code)).not.toContain(
      'direction-to-confirm',
    );
  });

  it('R36: proposed points follow a weight that is changed later, chosen ones hinder handing in above it', async () => {
    const before = await leafOf('社会影响');
    expect(before.chosenPoints).toBe(before.weight);
    await county.save('clerk', '信访', { 社会影响: { weight: 20 } }, { frame: null });
    expect(await leafOf('社会影响')).toMatchObject({ weight: 20, chosenPoints: 20 });
    const chosen = { chosenPoints: 18, explanation: '影响有限' };
    await county.save('clerk', '信访', { 社会影响: chosen }, { frame: null });
    await county.save('clerk', '信访', { 社会影响: { weight: 15 }, 群众投诉率: { weight: 75 } }, { frame: null });
    expect(await leafOf('社会影响')).toMatchObject({ weight: 15, chosenPoints: 18 });
    expect(await codesOf('社会影响')).toEqual(['points-outside-outcome']);
    const { total, missing } = await county.read('信访');
    expect([total, missing]).toEqual([null, 1]);
    const { refused } = await county.step('clerk', 'submit', ['信访']);
    expect(refused.map(({ code, issues }) => [code, issues.map((issue) => issue.code)])).toEqual([
      ['evaluation-incomplete', ['evaluation-points-outside-outcome']],
    ]);
    await county.save('clerk', '信访', { 社会影响: { chosenPoints: 14 } }, { frame: null });
    expect((await county.read('信访')).total).toBe(99);
  });
});
