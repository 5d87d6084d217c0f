/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { counts, remarks } from '../../testing/document-digest.js';
import type { RecognisedDocument } from './document-types.js';
import { recogniseTargets } from './recognise.js';
import { blocksOfText } from './text-blocks.js';

const FIXTURES = new URL('../../../../../test/fixtures/targets/ok/', import.meta.url);

function read(name: string): RecognisedDocument {
  const text = readFileSync(new URL(`${name}.txt`, FIXTURES), 'utf8');
  return recogniseTargets(blocksOfText(text), { file: `${name}.txt` });
}

describe('variations', () => {
  it('R4: schedules blank, absent, under other labels and months, faulty', () => {
    const document = read('schedule-variants');
    expect(document.projects.map(({ name, schedule, scheduleMonths }) => [name, schedule, scheduleMonths])).toEqual([
      ['计划为空', null, null],
      ['没有计划', null, null],
      ['累计百分比', [10, 50, 80, 100], [3, 6, 10, 12]],
      ['无百分号标签', [0, 0, 60, 100], [3, 6, 10, 12]],
      ['其他月份', [20, 55, 100], [4, 8, 12]],
      ['分段比例', null, null],
      ['先高后低', null, null],
      ['少一个', null, null],
      ['十月偏低', [0, 30, 50, 100], [3, 6, 10, 12]],
      ['最后不满', null, null],
    ]);
    expect(remarks(document)).toEqual([
      'schedule-missing line 29',
      'schedule-missing line 76',
      'schedule-looks-non-cumulative line 380',
      'schedule-decreasing line 453',
      'schedule-wrong-count line 526',
      'schedule-low-late line 599',
      'schedule-last-not-100 line 672',
    ]);
    expect(counts(document)).toEqual([10, 40, 0]);
  });

  it('§3: amounts in 元, with suffix, that do not add up, negative or absurd', () => {
    const document = read('amount-variants');
    expect(
      document.projects.map((project) => [project.budgetFen, project.fiscalFundsFen, project.otherFundsFen]),
    ).toEqual([
      [123_450_000, 120_000_000, 3_450_000],
      [3_500_000, 3_500_000, null],
      [30_500_000, 20_000_000, 10_000_000],
      [null, 5_000_000, null],
      [null, null, null],
    ]);
    expect(remarks(document)).toEqual([
      'budget-parts-differ line 157',
      'amount-negative line 230',
      'amount-unreadable line 303',
      'amount-unreadable line 305',
    ]);
  });

  it('remarks where nothing tells the unit of an amount', () => {
    const document = read('amount-without-unit');
    expect(document.projects[0]?.budgetFen).toBe(6_500_000);
    expect(remarks(document)).toEqual(['money-unit-assumed line 12', 'budgeting-unit-missing document']);
  });

  it('§11: only the purpose is printed, and the column of the basis is absent', () => {
    const document = read('purpose-only-five-columns');
    expect(document.projects.map(({ budgetFen, purpose }) => [budgetFen, purpose])).toEqual([
      [null, '用于乡镇巡回展览的布展和运输'],
      [null, '用于租赁展柜'],
    ]);
    expect(document.projects[0]?.indicators.map(({ rawValue, basis }) => [rawValue, basis])).toEqual([
      ['≥5000卷', null],
      ['≥98%', null],
      ['明显提高', null],
      ['≥90%', null],
    ]);
  });

  it('R1, R2: codes blank, dashed, mismatched, malformed, of another form, split over lines', () => {
    const document = read('code-variants');
    expect(document.projects.map(({ code }) => code)).toEqual([
      null,
      null,
      '99030324P00810000011F',
      '99030324P00810000012A',
      null,
      '99030321Y27K64WQX8DBR',
      '99030324P00810000013N',
    ]);
    expect(remarks(document)).toEqual(['project-code-check-mismatch line 227', 'project-code-malformed line 300']);
  });

  it('§11: goals under every kind of label', () => {
    expect(read('goal-labels').projects.map(({ goals }) => goals)).toEqual([
      ['整理馆藏档案', '完成数字化加工\n（含照片档案）', '2024年底前开放查询'],
      ['整理馆藏档案', '开放查询'],
      ['整理馆藏档案', '完成数字化加工'],
      ['整理馆藏档案', '开放查询'],
      ['整理馆藏档案，1.5万卷全部上架'],
      ['整理馆藏档案', '开放查询'],
      ['整理馆藏 档案'],
    ]);
  });

  it('§11: level names without 指标, in any order, returning, merged or missing', () => {
    const [first, second] = read('level-names').projects;
    expect(first?.indicators.map(({ level1, level2, name }) => `${level1}/${level2}/${name}`)).toEqual([
      '成本指标/经济成本指标/整理成本',
      '产出指标/数量指标/整理档案数量',
      '产出指标/质量/档案数字化合格率',
      '产出指标/数量指标/培训人次',
      '产出指标/数量指标/编研成果数量',
      '效益指标/社会效益/查档便利程度',
      '效益指标/可持续影响/制度健全情况',
      '满意度指标/满意度指标/查档群众满意度',
    ]);
    expect(second?.indicators.map(({ level1, level2, rawValue }) => `${level1}/${level2}/${rawValue}`)).toEqual([
      '产出指标/数量指标/≥5000卷',
      '产出指标/质量指标/≥98%',
      '产出指标/时效指标/≥95%',
      '效益指标/社会效益指标/明显提高',
      '满意度指标/服务对象满意度指标/≥90%',
    ]);
  });

  it('§11: the name cell rules, the heading helps out', () => {
    const document = read('name-and-heading');
    expect(document.projects.map(({ name }) => name)).toEqual([
      '库房恒温恒湿改造',
      '没有表名的标题',
      '标题折成两行',
      '名称栏为空',
      '名称折行',
      '紧接上表的标题',
    ]);
    expect(remarks(document)).toEqual(['heading-differs line 10', 'name-from-heading line 231']);
    expect(document.projects[4]?.indicators.at(-1)?.basis).toBe('问卷调查');
  });

  it.each([
    ['unit-hyphen', '776001', '青澜县数据管理中心'],
    ['unit-brackets', '017', '青澜县文化馆'],
    ['unit-named', null, '青澜县图书馆'],
  ])('§11: the unit line of %s', (name, unitCode, unitName) => {
    expect(read(name)).toMatchObject({ unitCode, unitName });
  });

  it('§11: a table cut off in the middle keeps its complete rows and reports the rest', () => {
    const document = read('cut-off-middle');
    expect(counts(document)).toEqual([2, 5, 0]);
    expect(document.projects[0]?.incompleteIndicators).toEqual([{ level2: '质量指标', name: '档案数字化合格率' }]);
    expect(remarks(document)).toEqual(['indicator-incomplete line 52', 'heading-without-table line 134']);
  });

  it('§11: blank lines in cells, page breaks, page numbers and a repeated header', () => {
    const document = read('blank-lines-and-pages');
    expect(document.projects[0]).toMatchObject({ schedule: [25, 50, 75, 100], incompleteIndicators: [] });
    expect(
      document.projects[0]?.indicators.map(({ level1, name, description }) => [level1, name, description]),
    ).toEqual([
      ['产出指标', '整理档案数量', '整理档案数量'],
      ['产出指标', '档案数字化合格率（含照片）', '按行业标准抽检'],
      ['效益指标', '查档便利程度', '查档便利程度'],
      ['满意度指标', '查档群众满意度', '查档群众满意度'],
    ]);
    expect(remarks(document)).toEqual([]);
  });

  it('finds columns by their labels, weights among them', () => {
    const document = read('columns-reordered');
    expect(document.projects[0]?.indicators[0]).toMatchObject({
      level1: '产出指标',
      level2: '数量指标',
      name: '整理档案数量',
      rawValue: '≥5000卷',
      weight: 10,
    });
    expect(remarks(document)).toEqual([]);
  });

  it('flags classified projects by mark, field or page, and not for words about secrecy', () => {
    const flags = read('classified').projects.map(({ name, classified }) => [name, classified]);
    expect(flags).toEqual([
      ['专用设备购置', true],
      ['普通印刷', false],
      ['通信保障', true],
      ['密级栏目', true],
      ['公开项目', false],
    ]);
    expect(read('classified-whole').projects.map(({ classified }) => classified)).toEqual([true, true]);
  });

  it('reports projects and indicators that stand twice, and keeps both', () => {
    const document = read('duplicates');
    expect(counts(document)).toEqual([3, 13, 0]);
    expect(remarks(document)).toEqual([
      'duplicate-project line 76',
      'duplicate-project line 149',
      'duplicate-indicator line 219',
    ]);
  });

  it('drops nothing inside a project without a remark', () => {
    const document = read('unrecognised-content');
    expect(counts(document)).toEqual([1, 4, 0]);
    expect(remarks(document)).toEqual([
      'unrecognised-row line 12',
      'unrecognised-text line 86',
      'unrecognised-row line 62',
      'indicator-blank line 64',
    ]);
  });

  it('§11: sub-goals stand between 分项绩效目标 and 工作保障措施 only, with lists inside', () => {
    const { departmentGoals, yearInferred } = read('department-goals');
    expect(yearInferred).toBe(2024);
    expect(
      departmentGoals.map(({ title, goal, indicators }) => [title, goal, indicators.map(({ text }) => text)]),
    ).toEqual([
      [
        '法治宣传',
        '做好宣传，主要包括：\n1.进社区；\n2.进学校。',
        ['宣传、咨询覆盖率≥80%', '群众满意度95%以上', '举办讲座达到50起', '编印资料≧3种', '投诉不超过5件'],
      ],
      [
        '纠纷化解',
        '把纠纷化解在基层。',
        ['调解员队伍、机制健全', '2023年、2024年受理纠纷的调处率大于等于90%为优秀', '2024年10月底前完成普查'],
      ],
      ['队伍建设', '培训全覆盖。', ['培训率=100%']],
    ]);
    expect(departmentGoals[0]?.indicators.map(({ operator, number, unit }) => [operator, number, unit])).toEqual([
      ['gte', 80, '%'],
      ['gte', 95, '%'],
      ['gte', 50, '起'],
      ['gte', 3, '种'],
      ['lte', 5, '件'],
    ]);
  });
});
