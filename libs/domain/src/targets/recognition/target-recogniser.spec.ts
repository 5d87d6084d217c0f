import { describe, expect, it } from '@jest/globals';
import type { Block, RecognisedProject } from './document-types.js';
import { recogniseTargets } from './recognise.js';
import { TargetRecogniser } from './target-recogniser.js';

const text = (content: string): Block => ({ kind: 'text', text: content, at: `paragraph ${content}` });
const row = (at: string, ...cells: string[]): Block => ({
  kind: 'row',
  at,
  cells: cells.map((content, index) => ({ text: content, at: `${at} cell ${index + 1}` })),
});
const table = (name: string, at: string): Block[] => [
  row(`${at} row 1`, '项目编码', '99030324P00810000061T', '项目名称', name),
  row(`${at} row 2`, '预算规模及资金用途', '预算数（万元）', '12', '其中：财政资金', '12', '其他资金', ''),
  row(`${at} row 3`, '', '购置档案架'),
  row(`${at} row 4`, '资金支出计划（%）', '3月底', '6月底', '10月底', '12月底'),
  row(`${at} row 5`, '', '20', '40%', '80', '100'),
  row(`${at} row 6`, '绩效目标', '目标1：改善保管条件'),
  row(`${at} row 7`, '一级指标', '二级指标', '三级指标', '指标值'),
  row(`${at} row 8`, '产出指标', '数量指标', '档案架数量', '≥30组'),
];

function streamed(blocks: readonly Block[]) {
  const recogniser = new TargetRecogniser();
  for (const block of blocks) recogniser.take(block);
  return recogniser.finish({ file: 'a.docx', year: 2024 });
}

describe('recognition block by block', () => {
  const blocks = [
    text('881203青澜县档案馆'),
    ...table('甲', 'table 1'),
    ...table('乙', 'table 2'),
    row('end', '项目名称', ''),
  ];

  it('knows the head before any project is put together, and the warnings of the document after the last one', () => {
    const { head, projects, documentWarnings } = streamed([...blocks, text('丙绩效目标表')]);
    expect(head).toEqual({
      file: 'a.docx',
      year: 2024,
      yearInferred: 2024,
      unitCode: '881203',
      unitName: '青澜县档案馆',
      departmentGoals: [],
      projectCount: 2,
    });
    const found = [...projects];
    expect(found.map(({ project, warnings }) => [project.name, ...warnings.map(({ code }) => code)])).toEqual([
      ['甲'],
      ['乙', 'duplicate-project'],
    ]);
    expect(documentWarnings().map(({ code, project }) => [code, project])).toEqual([
      ['empty-table', null],
      ['heading-without-table', null],
    ]);
  });

  it('gives the same document as all at once', () => {
    const { head, projects, documentWarnings } = streamed(blocks);
    const whole = recogniseTargets(blocks, { file: 'a.docx', year: 2024 });
    const found = [...projects];
    expect(found.map(({ project }) => project)).toEqual(whole.projects);
    expect([...found.flatMap(({ warnings }) => warnings), ...documentWarnings()]).toEqual(whole.warnings);
    expect(whole).toMatchObject({ year: head.year, unitCode: head.unitCode, departmentGoals: head.departmentGoals });
  });
});

describe('where the fields of a project were printed', () => {
  const only = (blocks: readonly Block[]): RecognisedProject | undefined =>
    recogniseTargets(blocks, { file: 'a.docx' }).projects[0];

  it('is told with the cells as printed; what was not printed is absent', () => {
    const project = only([text('881203青澜县档案馆'), ...table('甲', 't')]);
    expect(project?.sources).toEqual({
      unit: { text: '881203青澜县档案馆', at: 'paragraph 881203青澜县档案馆' },
      code: { text: '99030324P00810000061T', at: 't row 1 cell 2' },
      name: { text: '甲', at: 't row 1 cell 4' },
      budget: { text: '12', at: 't row 2 cell 3' },
      fiscalFunds: { text: '12', at: 't row 2 cell 5' },
      purpose: { text: '购置档案架', at: 't row 3 cell 2' },
      schedule: { text: '20/40%/80/100', at: 't row 5' },
      goals: { text: '目标1：改善保管条件', at: 't row 6 cell 2' },
    });
    expect(project?.indicators[0]).toMatchObject({ at: 't row 8', valueAt: 't row 8 cell 4' });
  });

  it('includes a name that only the heading has', () => {
    const [, ...rest] = table('甲', 't');
    const project = only([text('档案架购置绩效目标表'), ...rest]);
    expect(project?.sources.name).toEqual({ text: '档案架购置绩效目标表', at: 'paragraph 档案架购置绩效目标表' });
  });
});

describe('the unit of a project', () => {
  const unitsOf = (blocks: readonly Block[]): unknown[] =>
    recogniseTargets(blocks, { file: 'a.docx' }).projects.map(({ unitCode, unitName }) => [unitCode, unitName]);

  it('is the one printed nearest above its table, not one that stands below it', () => {
    expect(
      unitsOf([
        text('881203青澜县档案馆'),
        ...table('甲', 't1'),
        ...table('乙', 't2'),
        text('881204青澜县文化馆'),
        text('丙绩效目标表'),
        ...table('丙', 't3'),
        row('t4', '881205青澜县图书馆', '单位：万元'),
        ...table('丁', 't4'),
      ]),
    ).toEqual([
      ['881203', '青澜县档案馆'],
      ['881203', '青澜县档案馆'],
      ['881204', '青澜县文化馆'],
      ['881205', '青澜县图书馆'],
    ]);
  });

  it('is the one in its own table where that prints one', () => {
    expect(unitsOf([text('881203青澜县档案馆'), row('t', '项目名称', '甲', '实施单位', '881204青澜县文化馆')])).toEqual(
      [['881204', '青澜县文化馆']],
    );
    expect(unitsOf([text('881203青澜县档案馆'), row('t', '项目名称', '甲', '实施单位', '')])).toEqual([
      ['881203', '青澜县档案馆'],
    ]);
  });

  it.each([
    ['单位：881203青澜县档案馆', '881203', '青澜县档案馆'],
    ['预算单位： 881203 青澜县档案馆', '881203', '青澜县档案馆'],
    ['预算单位：青澜县档案馆', null, '青澜县档案馆'],
    ['预算单位：（盖章）', null, null],
    ['单位：881203元', null, null],
  ])('stands in a paragraph with its label: %s', (line, code, name) => {
    expect(unitsOf([text(line), ...table('甲', 't')])).toEqual([[code, name]]);
  });
});

describe('the title above all forms', () => {
  it('says the year, names no project, and is no heading that lacks its table', () => {
    const title = '青澜县2022年部门预算项目绩效目标表';
    const blocks = [text(title), text('预算单位：青澜县档案馆'), text('甲绩效目标表'), ...table('甲', 't')];
    const document = recogniseTargets(blocks, { file: 'a.docx' });
    expect([document.year, document.unitName, document.projects.length]).toEqual([2022, '青澜县档案馆', 1]);
    expect(document.warnings.map(({ code }) => code)).toEqual([]);
  });
});
