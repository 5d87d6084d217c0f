import { describe, expect, it } from '@jest/globals';
import type { Block, RecognisedDocument, RecognisedIndicator } from './document-types.js';
import { recogniseTargets } from './recognise.js';

type Table = readonly (readonly string[])[];

/** Rows as a sheet gives them, with the places of its columns; blank cells are left out. */
const sheet = (table: Table, name = 'Sheet1', from = 1): Block[] =>
  table.map((cells, index) => ({
    kind: 'row',
    at: `${name}!${from + index}`,
    cells: cells.flatMap((text, column) =>
      text === '' ? [] : [{ text, at: `${name}!${String.fromCharCode(65 + column)}${from + index}` }],
    ),
  }));

/** Rows of a CSV file or a Word table: cells count in order. */
const lines = (table: Table): Block[] =>
  table.map((cells, index) => ({
    kind: 'row',
    at: `line ${index + 1}`,
    cells: cells.map((text, cell) => ({ text, at: `line ${index + 1} cell ${cell + 1}` })),
  }));

const read = (blocks: readonly Block[]): RecognisedDocument => recogniseTargets(blocks, { file: 'a.xlsx', year: 2024 });
const shown = ({ level1, level2, name, rawValue }: RecognisedIndicator): string =>
  [level1, level2, name, rawValue].join('/');
const digest = ({ projects }: RecognisedDocument): unknown[] =>
  projects.map(({ name, unitName, indicators }) => [unitName, name, ...indicators.map(shown)]);

const HEADER = ['预算单位', '项目编码', '项目名称', '预算数（元）', '一级指标', '二级指标', '三级指标', '指标值'];
const FULL = [
  [
    ...[
      '序号',
      '单位编码',
      '预算单位',
      '主管部门',
      '项目编码',
      '项目名称',
      '预算数（元）',
      '其中：财政资金',
      '其他资金',
    ],
    ...['项目概述', '年度绩效目标', '3月底', '6月底', '10月底', '12月底', '一级指标', '二级指标', '三级指标', '运算符'],
    ...['指标值', '计量单位', '指标方向', '权重', '评分标准', '备注'],
  ],
  [
    ...[
      '1',
      '881203',
      '青澜县档案馆',
      '青澜县文旅局',
      '99030324P00810000061T',
      '馆藏整理',
      '120,000',
      '100000',
      '20000',
    ],
    ...['整理民国档案', '完成整理', '20', '40%', '60', '100', '产出指标', '数量指标', '整理数量', '≥', '5000', '卷'],
    ...['正向', '20', '按比例得分', '年度计划'],
  ],
  [
    ...['', '', '', '', '', '', '', '', '', '', '', '', '', '', ''],
    ...['', '质量指标', '合格率', '大于等于', '98', '%', '正向', '10', '', ''],
  ],
  [
    ...['', '', '', '', '', '', '', '', '', '', '', '', '', '', ''],
    ...['效果指标', '社会效益指标', '查档便利程度', '定性', '明显提高', '', '定性', '10分', '', ''],
  ],
] as const;

describe.each([
  ['a sheet', sheet],
  ['rows of cells in order', lines],
])('a table of many projects in %s', (_, rows) => {
  it('gives one project for its rows, with every field and its place', () => {
    const { projects, ...document } = read(rows(FULL));
    expect(projects).toHaveLength(1);
    expect(projects[0]).toMatchObject({
      code: '99030324P00810000061T',
      name: '馆藏整理',
      unitCode: '881203',
      unitName: '青澜县档案馆',
      budgetFen: 12_000_000,
      fiscalFundsFen: 10_000_000,
      otherFundsFen: 2_000_000,
      purpose: '整理民国档案',
      goals: ['完成整理'],
      schedule: [20, 40, 60, 100],
      scheduleMonths: [3, 6, 10, 12],
    });
    expect(projects[0]?.sources.budget?.text).toBe('120,000');
    expect(projects[0]?.sources.schedule?.text).toBe('20/40%/60/100');
    expect(projects[0]?.indicators.map(shown)).toEqual([
      '产出指标/数量指标/整理数量/≥5000卷',
      '产出指标/质量指标/合格率/大于等于98%',
      '效益指标/社会效益指标/查档便利程度/明显提高',
    ]);
    expect(projects[0]?.indicators.map(({ weight }) => weight)).toEqual([20, 10, 10]);
    expect(projects[0]?.indicators[0]).toMatchObject({ description: '按比例得分', basis: '年度计划' });
    expect(document).toMatchObject({ unitCode: '881203', unitName: '青澜县档案馆' });
    expect(document.warnings).toEqual([]);
  });

  it('reads blank project cells as merged with the row above, and repeated ones as the same project', () => {
    const table = [
      HEADER,
      ['青澜县档案馆', '', '甲', '100', '产出指标', '数量指标', '甲一', '≥1次'],
      ['', '', '', '', '', '', '甲二', '≥2次'],
      ['青澜县档案馆', '', '乙', '200', '产出指标', '数量指标', '乙一', '≥1次'],
      ['青澜县档案馆', '', '乙', '200', '产出指标', '数量指标', '乙二', '≥2次'],
    ];
    expect(digest(read(rows(table)))).toEqual([
      ['青澜县档案馆', '甲', '产出指标/数量指标/甲一/≥1次', '产出指标/数量指标/甲二/≥2次'],
      ['青澜县档案馆', '乙', '产出指标/数量指标/乙一/≥1次', '产出指标/数量指标/乙二/≥2次'],
    ]);
  });

  it('puts rows of a project together that stand apart, and remarks only on cells that contradict each other', () => {
    const table = [
      HEADER,
      ['青澜县档案馆', '99030324P00810000061T', '甲', '100', '产出指标', '数量指标', '甲一', '≥1次'],
      ['青澜县档案馆', '', '乙', '200', '产出指标', '数量指标', '乙一', '≥1次'],
      ['青澜县档案馆', '99030324P00810000061T', '甲', '100.00', '产出指标', '数量指标', '甲二', '≥2次'],
      ['青澜县档案馆', '', '乙', '300', '产出指标', '数量指标', '乙二', '≥2次'],
    ];
    const document = read(rows(table));
    expect(document.projects.map(({ name, indicators, budgetFen }) => [name, indicators.length, budgetFen])).toEqual([
      ['甲', 2, 10_000],
      ['乙', 2, 20_000],
    ]);
    const differing = document.warnings.filter(({ code }) => code === 'project-cells-differ');
    expect(differing.map(({ project, params }) => [project, params])).toEqual([
      ['乙', { label: '预算数', first: '200', other: '300' }],
    ]);
  });

  it('keeps projects of one name apart where their units differ, and takes no row of sums for a project', () => {
    const table = [
      HEADER,
      ['881203青澜县档案馆', '', '印刷', '100', '产出指标', '数量指标', '印数', '≥1册'],
      ['小计', '', '', '100', '', '', '', ''],
      ['881204青澜县文化馆', '', '印刷', '200', '产出指标', '数量指标', '印数', '≥2册'],
      ['', '', '合 计', '300', '', '', '', ''],
    ];
    const document = read(rows(table));
    expect(document.projects.map(({ unitCode, name, budgetFen }) => [unitCode, name, budgetFen])).toEqual([
      ['881203', '印刷', 10_000],
      ['881204', '印刷', 20_000],
    ]);
    expect(document.unitCode).toBeNull();
    expect(document.warnings.map(({ code, at }) => [code, at])).toEqual(
      document.projects.map(({ at }) => ['schedule-missing', at]),
    );
  });

  it('goes on below the header of the next page, also where the project is merged over both pages', () => {
    const page = [HEADER, ['', '', '', '', '', '质量指标', '甲二', '≥2%']];
    const table = [HEADER, ['青澜县档案馆', '', '甲', '100', '产出指标', '数量指标', '甲一', '≥1次'], ...page];
    expect(digest(read(rows(table)))).toEqual([
      ['青澜县档案馆', '甲', '产出指标/数量指标/甲一/≥1次', '产出指标/质量指标/甲二/≥2%'],
    ]);
  });

  it('reads another table with other columns below the first, and unit lines between the rows', () => {
    const other = ['三级指标', '目标值', '一级指标', '项目名称', '预算金额（万元）'];
    const table = [
      HEADER,
      ['青澜县档案馆', '', '甲', '100', '产出指标', '数量指标', '甲一', '≥1次'],
      other,
      ['881204青澜县文化馆', '', '', '', ''],
      ['乙一', '≥3场', '产出指标', '乙', '0.5'],
    ];
    const document = read(rows(table));
    expect(digest(document)).toEqual([
      ['青澜县档案馆', '甲', '产出指标/数量指标/甲一/≥1次'],
      ['青澜县文化馆', '乙', '产出指标//乙一/≥3场'],
    ]);
    expect(document.projects.map(({ budgetFen }) => budgetFen)).toEqual([10_000, 500_000]);
  });

  it('begins the form of one project where its labels follow', () => {
    const form = [
      ['项目名称', '乙', '', '', ''],
      ['一级指标', '二级指标', '三级指标', '指标值', ''],
      ['产出指标', '数量指标', '乙一', '≥3场', ''],
    ];
    const flat = [HEADER, ['青澜县档案馆', '', '甲', '100', '产出指标', '数量指标', '甲一', '≥1次']];
    expect(
      read(rows([...flat, ...form])).projects.map(({ name, indicators }) => [name, indicators.map(shown)]),
    ).toEqual([
      ['甲', ['产出指标/数量指标/甲一/≥1次']],
      ['乙', ['产出指标/数量指标/乙一/≥3场']],
    ]);
  });

  it('takes an indicator for one whose name only ends like a sum, and kinds of indicators for no levels', () => {
    const table = [
      ['项目名称', '指标类型', '一级指标', '二级指标', '三级指标', '指标值'],
      ['甲', '定量指标', '产出指标', '数量指标', '受理案件合计', '≥100件'],
      ['', '定性指标', '', '质量指标', '评查结果', '优良'],
      ['', '', '', '', '合计', '100'],
    ];
    const document = read(rows(table));
    expect(digest(document)).toEqual([
      [null, '甲', '产出指标/数量指标/受理案件合计/≥100件', '产出指标/质量指标/评查结果/优良'],
    ]);
    expect(document.warnings.map(({ code }) => code)).toEqual([
      'budget-missing',
      'schedule-missing',
      'budgeting-unit-missing',
    ]);
  });

  it('takes operators that stand in a column of kinds, and the direction from the column beside it (R16)', () => {
    const table = [
      [
        ...['项目名称', '项目总额（元）', '一级指标', '二级指标', '三级指标', '绩效指标性质', '绩效指标值'],
        ...['绩效度量单位', '指标方向性'],
      ],
      ['甲', '2,000,000.00', '产出指标', '数量指标', '车辆数', '≤', '5', '辆', '反向指标'],
      ['甲', '2,000,000.00', '产出指标', '质量指标', '合格率', '＝', '100', '%', '正向指标'],
      ['甲', '2,000,000.00', '产出指标', '时效指标', '等待时间', '定量', '3', '天', '反向指标'],
      ['甲', '2,000,000.00', '效益指标', '社会效益指标', '秩序', '定性', '好转', '', ''],
    ];
    const document = read(rows(table));
    expect(document.projects.map(({ budgetFen }) => budgetFen)).toEqual([200_000_000]);
    expect(
      document.projects[0]?.indicators.map(({ rawValue, operator, direction }) => [rawValue, operator, direction]),
    ).toEqual([
      ['≤5辆', 'lte', 'atMost'],
      ['＝100%', 'eq', 'atLeast'],
      ['3天', 'eq', 'atMost'],
      ['好转', 'qualitative', null],
    ]);
    expect(document.warnings.map(({ code }) => code)).toEqual(['schedule-missing', 'budgeting-unit-missing']);
  });

  it('tells of an operator without a number and of errors of the spreadsheet, at their cells (R16)', () => {
    const table = [
      ['项目名称', '一级指标', '二级指标', '三级指标', '运算符', '指标值', '计量单位'],
      ['甲', '产出指标', '质量指标', '评查结果', '≥', '优良', ''],
      ['甲', '产出指标', '数量指标', '整理数量', '≥', '#N/A', '卷'],
      ['甲', '产出指标', '数量指标', '修复数量', '', '#REF!', ''],
    ];
    const document = read(rows(table));
    expect(document.projects[0]?.indicators[0]?.rawValue).toBe('≥优良');
    const remarks = document.warnings.map(({ code, at }) => `${code} ${at}`);
    const valueOf = (row: number): string => (rows === sheet ? `Sheet1!F${row}` : `line ${row} cell 6`);
    expect(remarks).toEqual(
      expect.arrayContaining([
        `operator-without-number ${valueOf(2)}`,
        `value-is-error ${valueOf(3)}`,
        `value-is-error ${valueOf(4)}`,
      ]),
    );
  });
});
