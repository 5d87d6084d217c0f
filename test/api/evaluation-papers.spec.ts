import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre';
import { EvaluationCounty, YEAR } from '../support/evaluation-county.js';
import { pageTexts, withoutSpace } from '../support/office-pdf.js';
import { PaperDesk } from '../support/paper-desk.js';
import { describeBackends } from '../support/services.js';

const FORM = { kind: 'selfEvaluationForm', year: YEAR } as const;

describeBackends('Forms of self-evaluation that were exported', (backend) => {
  let county: EvaluationCounty;
  let desk: PaperDesk;

  beforeAll(async () => {
    county = await EvaluationCounty.open(backend);
    desk = new PaperDesk(county.api);
    await county.lockDecember();
    await county.openYear();
  });
  afterAll(() => county.close());

  /** The form of a project as another reader than the program's own finds it: texts and figures row by row. */
  async function rowsOf(project: string): Promise<readonly (readonly unknown[])[]> {
    const input = { ...FORM, format: 'xlsx', projectId: county.project(project) };
    const { id } = await desk.written(county.people.clerk, input);
    const [sheet] = (await readXlsx(await desk.file(county.people.clerk, id))).sheets;
    return (sheet?.rows ?? []).map((row) => row.filter((cell) => cell !== null && cell !== ''));
  }
  const rowWith = (rows: readonly (readonly unknown[])[], text: string): readonly unknown[] =>
    rows.find((row) => row.some((cell) => typeof cell === 'string' && withoutSpace(cell).includes(text))) ?? [];

  it('R29, R31: say the budget, what was spent, and the points that it gave: 43.2 and 37.24 make 8.62 of 10', async () => {
    const rows = await rowsOf('普法');
    expect(rows[0]?.join('')).toContain('项目支出绩效自评表');
    expect(rowWith(rows, '项目名称').join('')).toContain('普法');
    const total = rowWith(rows, '年度资金总额');
    expect(total.slice(0, 5)).toEqual(expect.arrayContaining([43.2, 37.24, 10]));
    expect(total).toContainEqual(8.62);
  });

  it('R33, R34: say of each indicator its target, its result and its points: 50 of 50, 62.73 of 62.73, 6418 of 5000', async () => {
    const { leaves, scores } = await county.read('普法');
    const rows = await rowsOf('普法');
    for (const [name, target, result] of [
      ['培训场次', '≥50个', '50个'],
      ['培训成本', '≤62.73万元', '62.73万元'],
      ['受益人数', '≥5000人', '6418人'],
      ['群众满意度', '≥90%', '95%'],
    ] as const) {
      const leaf = leaves.find((each) => each.name === name);
      const row = rowWith(rows, name);
      expect([name, row]).toEqual([name, expect.arrayContaining([name, target, result])]);
      const points = scores.unit.leaves[leaf?.id ?? '']?.points;
      expect([name, points]).toEqual([name, leaf?.weight]);
      expect([name, row.filter((cell) => cell === leaf?.weight).length]).toEqual([name, 2]);
    }
    expect(rowWith(rows, '总分')).toContainEqual(scores.unit.total);
  });

  it('are in the evidence of the project, with its record and all who had a hand in it', async () => {
    const evidence = { kind: 'evidence', year: YEAR, projectId: county.project('普法') };
    const view = await desk.written(county.people.auditor, evidence);
    const members = await desk.members(county.people.auditor, view.id);
    const pdf = members.get(`表/${YEAR}年绩效自评表.pdf`) ?? Buffer.alloc(0);
    const text = (await pageTexts(pdf)).join('');
    for (const said of ['项目支出绩效自评表', '普法', '43.20', '37.24', '8.62', '62.73万元', '6418人'])
      expect([said, text.includes(said)]).toEqual([said, true]);
    const record = JSON.parse(members.get('自评.json')?.toString('utf8') ?? 'null') as object;
    expect(record).toMatchObject({
      evaluation: { projectId: county.project('普法'), state: 'draft', rulesRef: 'evaluation-rules@1' },
      steps: [],
      seals: [],
      finalAccounts: [],
    });
    const finding = (await desk.check(county.people.auditor, '自评表.pdf', pdf)).findings[0];
    expect(finding).toMatchObject({ verdict: 'exact', paper: { kind: 'selfEvaluationForm', forms: 1 } });

    const without = await desk.written(county.people.auditor, { ...evidence, projectId: county.project('审判') });
    expect([...(await desk.members(county.people.auditor, without.id)).keys()]).toContain('自评.json');
  });

  it('have no form of a project that is exempt', async () => {
    const input = { ...FORM, format: 'xlsx' };
    const view = await desk.written(county.people.finance, input);
    const names = [...(await desk.members(county.people.finance, view.id)).keys()];
    expect(names).toHaveLength(3);
    expect(names.some((name) => name.includes('人员'))).toBe(false);
  });
});
