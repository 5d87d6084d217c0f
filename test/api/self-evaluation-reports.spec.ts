import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OfficialReportView } from '../../apps/api/src/features/official-reports/http/official-reports.dto.js';
import type { Answer, Refusal } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { EvaluationCounty, YEAR, type Evaluator } from '../support/evaluation-county.js';
import { done } from '../support/follow-up-county.js';
import { describeBackends } from '../support/services.js';

type Report = Answer<OfficialReportView & Refusal>;

describeBackends('The official report of a year’s self-evaluation', (backend) => {
  let county: EvaluationCounty;

  beforeAll(async () => {
    county = await EvaluationCounty.open(backend);
  }, 60_000);
  afterAll(() => county.close());

  const draft = (who: Evaluator, organisationId = county.unit): Promise<Report> =>
    county.people[who].post('/official-reports', { kind: 'selfEvaluation', year: YEAR, organisationId });
  const step = async (who: Evaluator, id: string, name: string, text?: string): Promise<Report> => {
    const { version } = await done(county.people.finance.get<OfficialReportView>(`/official-reports/${id}`));
    return county.people[who].post(`/official-reports/${id}/steps`, { step: name, version, text });
  };

  it('is refused before the year is opened', async () => {
    expect((await draft('clerk')).body.code).toBe('evaluation-year-not-open');
  });

  it('R30–R38: is drafted from the scores, sealed once all are accepted and drafted anew', async () => {
    await county.lockDecember();
    await county.openYear();
    const { id, current, obstacle, month, title } = await done(draft('clerk'));
    expect(month).toBeNull();
    expect(title).toContain(`${YEAR}年度项目支出绩效自评报告`);
    expect(obstacle?.code).toBe('official-report-evaluations-open');
    expect(obstacle?.message).toContain('还有 2 个项目');
    expect(current?.content.sections.map(({ heading }) => heading)).toEqual([
      '一、绩效目标分解下达情况',
      '二、绩效目标完成情况分析',
      '三、偏离绩效目标的原因和下一步改进措施',
      '四、绩效自评结果拟应用和公开情况',
      '五、其他需要说明的问题',
    ]);
    // 37.24 of 43.2 and 20 of 20 万元 were spent: 57.24 of 63.2 are 90.57 %.
    expect(textOf(current, 'analysis.spent')).toContain('全年执行57.24万元，预算执行率90.57%');
    expect(textOf(current, 'goals.department')).toContain('分项绩效目标1个');
    expect(textOf(current, 'deviation.reasons')).toContain('“援助”的“办结率”：');
    await done(step('clerk', id, 'submit'));
    expect((await step('reviewer', id, 'seal')).body).toMatchObject({ code: 'official-report-evaluations-open' });
    for (const name of ['普法', '援助']) await county.untilFinance(name);
    expect((await county.step('finance', 'accept', ['普法', '援助'])).refused).toEqual([]);
    expect((await step('reviewer', id, 'seal')).body.code).toBe('official-report-outdated');
    await done(step('reviewer', id, 'return', '按审定结果重新起草'));
    const redrafted = await done(step('clerk', id, 'redraft'));
    expect(textOf(redrafted.current, 'goals.progress')).toContain('2个项目的自评均已经财政审定');
    await done(step('clerk', id, 'submit'));
    const sealed = await done(step('reviewer', id, 'seal'));
    expect(sealed).toMatchObject({ state: 'sealed', current: { intact: true, settled: true } });
  });

  it('compares the units of the county by what they come to by money', async () => {
    const bureau = await organisationId(county.people.finance, '001');
    const { current, place } = await done(draft('finance', bureau));
    expect(place).toBe('county');
    expect(textOf(current, 'goals.projects')).toContain('全县开展绩效自评的预算单位2个、项目3个');
    const table = current?.content.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === 'analysis.units');
    expect(table).toMatchObject({ type: 'table', rows: [{ cells: expect.any(Array) }, { cells: expect.any(Array) }] });
  });
});

function textOf(version: OfficialReportView['current'], id: string): string {
  const blocks = version?.content.sections.flatMap((section) => section.blocks) ?? [];
  const found = blocks.find((block) => block.id === id);
  if (found?.type !== 'paragraph') throw new Error(`There is no paragraph ${id}`);
  return found.sentences.map(({ text }) => text).join('');
}
