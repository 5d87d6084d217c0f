/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { counts, remarks } from '../../testing/document-digest.js';
import { blocksOfFixture } from '../../testing/fixture-blocks.js';
import type { RecognisedDocument } from './document-types.js';
import { recogniseTargets } from './recognise.js';
import { warningCodes, warningMessage } from './warning-messages.js';

const FIXTURES = new URL('../../../../../test/fixtures/targets/', import.meta.url);

function recognised(name: string, year?: number): RecognisedDocument {
  const file = name.endsWith('.csv') ? name : `${name}.txt`;
  const text = readFileSync(new URL(file, FIXTURES), 'utf8');
  return recogniseTargets(blocksOfFixture(text, file), { file: 'a.txt', ...(year === undefined ? {} : { year }) });
}

describe('documents without targets', () => {
  it.each(['prose', 'garbage', 'cut-off', 'empty-tables'])(
    'finds no project in %s and says why where it can',
    (name) => {
      expect(counts(recognised(`not-ok/${name}`))).toEqual([0, 0, 0]);
    },
  );

  it('reports empty forms and headings without a table', () => {
    expect(
      remarks(recognised('not-ok/empty-tables')).filter((remark) => remark.startsWith('empty-table')),
    ).toHaveLength(2);
    expect(remarks(recognised('not-ok/cut-off'))).toContain('empty-table line 3');
  });
});

describe('the year', () => {
  it('is the one the caller names, with a remark where the document looks like another', () => {
    const document = recognised('ok/city-court-2023', 2024);
    expect(document).toMatchObject({ year: 2024, yearInferred: 2023 });
    expect(remarks(document)).toContain('year-differs document');
  });
});

describe('rows of a reader with merged cells', () => {
  const row = (...cells: string[]) => ({
    kind: 'row' as const,
    at: `row ${cells.join()}`,
    cells: cells.map((text) => ({ text, at: `cell ${text}` })),
  });

  it('reads the same project from rows whose merged cells are blank', () => {
    const document = recogniseTargets(
      [
        { kind: 'text', text: '展厅维护绩效目标表', at: 'paragraph 1' },
        row('项目 编码', '', '项目名称', '展厅维护', '密级', '无'),
        row('预算规模及资金用途', '预算数（元）', '120,000', '其中：财政资金（元）', '100,000'),
        row('', '其他资金（元）', '20,000', '', ''),
        row('', '用于展厅维护', '', '', ''),
        row('资金支出计划（累计%）', '3 月底', '6月底', '10月底', '12月底'),
        row('', '10', '40', '70%', '100'),
        row('绩效目标', '目标1', '维护展厅'),
        row('一级指标', '二级指标', '三级指标', '指标值'),
        row('产出指标', '数量指标', '维护次数', '≥12次'),
        row('', '', '维护面积', '≥300平方米'),
        row('产出指标', '质量指标（必填）', '完好率', '≥95%'),
      ],
      { file: 'a.docx', year: 2024 },
    );
    expect(document.projects).toHaveLength(1);
    expect(document.projects[0]).toMatchObject({
      name: '展厅维护',
      budgetFen: 12_000_000,
      fiscalFundsFen: 10_000_000,
      otherFundsFen: 2_000_000,
      purpose: '用于展厅维护',
      schedule: [10, 40, 70, 100],
      goals: ['维护展厅'],
      classified: false,
    });
    expect(document.projects[0]?.indicators.map(({ level1, level2, name }) => [level1, level2, name])).toEqual([
      ['产出指标', '数量指标', '维护次数'],
      ['产出指标', '数量指标', '维护面积'],
      ['产出指标', '质量指标（必填）', '完好率'],
    ]);
    expect(remarks(document)).toEqual(['budgeting-unit-missing document']);
  });

  it.each([
    ['a blank column on the left', ['', ''], []],
    ['blanks behind the last column', [], ['', '', '']],
    ['both', [''], ['', '']],
  ])('reads a sheet with %s', (_, left, right) => {
    const framed = (...cells: string[]) => row(...left, ...cells, ...right);
    const table = (name: string) => [
      framed(`${name}绩效目标表`),
      framed('项目编码', '', '项目名称', name),
      framed('预算规模及资金用途', '预算数（万元）', '12', '其中：财政资金', '12'),
      framed('', '用于展厅维护'),
      framed('资金支出计划（%）', '3月底', '6月底', '10月底', '12月底'),
      framed('', '10', '40', '70', '100'),
      framed('绩效目标', '维护展厅'),
      framed('绩效指标', '一级指标', '二级指标', '三级指标', '指标值'),
      framed('', '产出指标', '数量指标', '维护次数', '≥12次'),
      framed('', '', '质量指标', '完好率', '≥95%'),
    ];
    const { projects } = recogniseTargets([...table('甲'), ...table('乙')], { file: 'a.xlsx', year: 2024 });
    expect(
      projects.map(({ name, budgetFen, purpose, schedule, goals, indicators }) => [
        [name, budgetFen, purpose, schedule, goals],
        indicators.map(({ level1, level2, rawValue }) => [level1, level2, rawValue].join('/')),
      ]),
    ).toEqual(
      ['甲', '乙'].map((name) => [
        [name, 12_000_000, '用于展厅维护', [10, 40, 70, 100], ['维护展厅']],
        ['产出指标/数量指标/≥12次', '产出指标/质量指标/≥95%'],
      ]),
    );
  });

  it('reads the title of a form inside its table as a title', () => {
    const document = recogniseTargets(
      [row('项目支出绩效目标表'), row('（2023年度）'), row('项目名称', '甲'), row('绩效目标', '维护展厅')],
      { file: 'a.docx' },
    );
    expect(document.projects.map(({ name, goals }) => [name, goals])).toEqual([['甲', ['维护展厅']]]);
    expect(document.year).toBe(2023);
    expect(remarks(document).filter((remark) => remark.startsWith('unrecognised'))).toEqual([]);
  });

  it('begins the next project where code or name is printed again', () => {
    const table = (name: string) => [
      row('项目名称', name),
      row('一级指标', '二级指标', '三级指标', '指标值'),
      row('产出指标', '数量指标', '次数', '≥1次'),
    ];
    const { projects } = recogniseTargets([...table('甲'), ...table('乙')], { file: 'a.xlsx' });
    expect(projects.map(({ name }) => name)).toEqual(['甲', '乙']);
  });
});

describe('the sentences of the remarks', () => {
  const fixtures = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:txt|csv)$/.test(name) && !readFileSync(new URL(name, FIXTURES)).includes(0),
  );
  const warnings = fixtures.flatMap((name) => recognised(name.replace(/\.txt$/, '')).warnings);

  it('are complete in both languages for every remark on the fixtures', () => {
    expect(warnings.length).toBeGreaterThan(50);
    for (const { code, message, params = {} } of warnings) {
      expect(warningCodes).toContain(code);
      expect(message).toBe(warningMessage(code, params, 'zh'));
      expect(message).toMatch(/^[^{}—]*[\u4e00-\u9fff][^{}]*。$/);
      expect(warningMessage(code, params, 'en')).toMatch(/^[^{}]*[.?]$/);
    }
  });

  it('say at least the code of a remark that has none', () => {
    expect(warningMessage('new-code', {}, 'zh')).toBe('请核对（new-code）。');
    expect(warningMessage('constructor', {}, 'en')).toBe('Please check (constructor).');
  });

  it('show amounts in 万元', () => {
    const params = { budgetFen: 123_456_000_000, partsFen: 1 };
    expect(warningMessage('budget-parts-differ', params, 'zh')).toContain('预算数 123,456.00 万元');
  });
});
