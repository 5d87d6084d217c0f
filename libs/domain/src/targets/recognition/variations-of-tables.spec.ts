/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { counts, remarks } from '../../testing/document-digest.js';
import { blocksOfFixture } from '../../testing/fixture-blocks.js';
import type { RecognisedDocument, RecognisedIndicator } from './document-types.js';
import { recogniseTargets } from './recognise.js';

const FIXTURES = new URL('../../../../../test/fixtures/targets/', import.meta.url);

function read(name: string): RecognisedDocument {
  const text = readFileSync(new URL(name, FIXTURES), 'utf8');
  return recogniseTargets(blocksOfFixture(text, name), { file: name.replace(/^.*\//, '') });
}

const levels = ({ level1, level2, name, rawValue }: RecognisedIndicator): string =>
  [level1, level2, name, rawValue].join('/');
const value = ({ name, rawValue, operator, number, unit, direction, weight }: RecognisedIndicator): unknown[] => [
  name,
  rawValue,
  operator,
  number,
  unit,
  direction,
  weight,
];

describe('§11: forms on web pages and of other authorities', () => {
  it('merged first columns that are missing, one or two of them, and rows with surplus blanks', () => {
    const document = read('ok/web-merged-missing.txt');
    expect(document.projects.map(({ indicators }) => indicators.map(levels))).toEqual([
      [
        '产出指标/数量指标/修缮面积/≥300平方米',
        '产出指标/数量指标/修缮站房数量/≥3间',
        '产出指标/质量指标/验收合格率/100%',
        '产出指标/时效指标/完工时间/2024年10月底前',
        '效益指标/社会效益/值守条件/明显改善',
        '满意度指标/服务对象满意度指标/职工满意度/>=90%',
      ],
      ['产出指标/数量指标/运行站点/≥12个', '产出指标/质量指标/数据完整率/≥98%', '效益指标/社会效益指标/预报支撑/及时'],
    ]);
    expect(document.projects.map(({ schedule, unitCode }) => [schedule, unitCode])).toEqual([
      [[20, 50, 80, 100], '881301'],
      [[20, 50, 80, 100], '881301'],
    ]);
    expect(remarks(document)).toEqual([]);
  });

  it('the national form: 主管部门 beside 实施单位, 项目资金（万元）, 绩效指标 as a label down the side', () => {
    const document = read('ok/national-form.txt');
    expect(document).toMatchObject({ year: 2024, unitCode: '881301', unitName: '青澜县水文站' });
    expect(document.projects[0]).toMatchObject({
      name: '水质监测',
      budgetFen: 25_000_000,
      fiscalFundsFen: 20_000_000,
      otherFundsFen: 5_000_000,
      goals: ['完成全县断面水质监测'],
    });
    expect(document.projects[0]?.indicators.map(levels)).toEqual([
      '产出指标/数量指标/监测断面/≥18个',
      '产出指标/数量指标/监测频次/≥4次',
      '产出指标/质量指标/数据有效率/≥95%',
      '效益指标/生态效益指标/水质达标断面占比/≥80%',
      '满意度指标/服务对象满意度指标/用水户满意度/≥90%',
    ]);
    expect(remarks(document)).toEqual(['schedule-missing line 1']);
  });

  it('operator, number, unit, direction and weight in columns of their own, also below a spanning label', () => {
    const document = read('ok/form-operator-columns.txt');
    expect(document.projects.map(({ indicators }) => indicators.map(value))).toEqual([
      [
        ['巡测次数', '大于等于24次', 'gte', 24, '次', 'atLeast', 20],
        ['设备故障率', '小于等于2%', 'lte', 2, '%', 'atMost', 10],
        ['报讯及时率', '>=95%', 'gte', 95, '%', 'atLeast', 10],
        ['单站运行成本', '8000元/个', 'eq', 8000, '元/个', 'atMost', 10],
        ['防汛支撑', '明显增强', 'qualitative', null, null, null, 20],
        ['用户满意度', '≥90%', 'gte', 90, '%', 'atLeast', 10],
      ],
      [
        ['整编站年', '≥12站年', 'gte', 12, '站年', 'atLeast', null],
        ['整编差错率', '≤1‰', 'lte', 1, '‰', 'atMost', null],
        ['资料共享', '全面共享', 'qualitative', null, null, null, null],
      ],
    ]);
    expect(document.projects.flatMap(({ indicators }) => indicators).some((found) => found.directionInferred)).toBe(
      false,
    );
    expect(remarks(document)).toEqual([]);
  });

  it('R16: values that a person reads differently from their first figure', () => {
    const document = read('ok/value-variants.txt');
    expect(
      document.projects[0]?.indicators.map((found) => [
        found.rawValue,
        found.operator,
        found.number ?? found.dueDate,
        found.gate,
      ]),
    ).toEqual([
      ['≥1/3', 'qualitative', null, null],
      ['6月底前完成80%', 'date', '2024-06-30', null],
      ['12.31前', 'date', '2024-12-31', null],
      ['45,657', 'date', '2024-12-31', null],
      ['≥95完成率小于60%不得分', 'gte', 95, 60],
      ['±5%', 'qualitative', null, null],
      ['三级等保', 'qualitative', null, null],
      ['≥2%', 'gte', 2, null],
      ['≥95%', 'gte', 95, null],
    ]);
    expect(remarks(document)).toEqual([
      'value-unreadable line 49',
      'value-says-more line 56',
      'unit-missing line 77',
      'value-unreadable line 84',
      'direction-doubtful-at-least line 94',
    ]);
  });

  it('a column that nothing takes in is named once', () => {
    const document = read('ok/columns-unknown.txt');
    expect(counts(document)).toEqual([1, 2, 0]);
    expect(document.warnings.map(({ code, params }) => [code, params])).toEqual([
      ['unrecognised-column', { text: '责任人' }],
    ]);
  });
});

describe('§11: all projects in one table', () => {
  it('in 元, with operator, number and unit apart, directions, weights, several units, sums and a second header', () => {
    const document = read('ok/flat-yuan.csv');
    expect(document).toMatchObject({ year: 2024, unitCode: null, unitName: null });
    expect(
      document.projects.map((project) => [
        project.code,
        project.name,
        project.unitCode,
        project.unitName,
        project.budgetFen,
        project.fiscalFundsFen,
        project.otherFundsFen,
      ]),
    ).toEqual([
      ['99030324P00810000081J', '水文巡测', '881301', '青澜县水文站', 36_000_000, 30_000_000, 6_000_000],
      [null, '资料整编', '881301', '青澜县水文站', 4_500_050, 4_500_050, null],
      ['99030324P00810000083R', '渠道维护', '881302', '青澜县灌区管理所', 120_000_000, 120_000_000, null],
    ]);
    expect(document.projects.map(({ indicators }) => indicators.map(value))).toEqual([
      [
        ['巡测次数', '大于等于24次', 'gte', 24, '次', 'atLeast', 20],
        ['设备故障率', '小于等于2%', 'lte', 2, '%', 'atMost', 10],
        ['单站运行成本', '8000元/个', 'eq', 8000, '元/个', 'atMost', 10],
        ['防汛支撑', '明显增强', 'qualitative', null, null, null, 20],
        ['防汛部门满意度', '不低于95%', 'gte', 95, '%', 'atLeast', 10],
      ],
      [
        ['整编站年', '≥12站年', 'gte', 12, '站年', 'atLeast', 30],
        ['用户满意度', '≥90%', 'gte', 90, '%', 'atLeast', 10],
      ],
      [
        ['清淤长度', '>=35.5公里', 'gte', 35.5, '公里', 'atLeast', 30],
        ['完工时间', '≤2024年', 'date', null, null, null, 10],
      ],
    ]);
    expect(document.projects[0]?.indicators.map(({ level1 }) => level1)).toEqual([
      ...['产出指标', '产出指标', '产出指标', '效益指标', '满意度指标'],
    ]);
    expect(remarks(document)).toEqual(
      [
        'schedule-missing line 3',
        'schedule-missing line 7',
        'schedule-missing line 10',
        'project-cells-differ line 13',
        'unrecognised-row line 15',
      ].map((remark) => expect.stringContaining(remark)),
    );
  });

  it('in the text export of Word', () => {
    const document = read('ok/flat-word-export.txt');
    expect(
      document.projects.map(({ name, budgetFen, indicators }) => [name, budgetFen, indicators.map(levels)]),
    ).toEqual([
      ['水文巡测', 36_000_000, ['产出指标/数量指标/巡测次数/大于等于24次', '产出指标/质量指标/设备故障率/小于等于2%']],
      ['资料整编', 4_500_050, ['产出指标/数量指标/整编站年/≥12站年']],
    ]);
    expect(document.warnings.map(({ code }) => code)).toEqual(['schedule-missing', 'schedule-missing']);
  });

  it('with labels over two rows, in 万元, months and one column of indicator types', () => {
    const document = read('ok/flat-two-rows.csv');
    expect(document).toMatchObject({ year: 2024, unitCode: '881303', unitName: '青澜县林场' });
    expect(
      document.projects.map(({ code, name, budgetFen, otherFundsFen, schedule, goals, indicators }) => [
        [code, name, budgetFen, otherFundsFen, schedule, goals],
        indicators.map(levels),
      ]),
    ).toEqual([
      [
        ['99030324P00810000091E', '造林抚育', 30_000_000, null, [10, 40, 80, 100], ['完成造林抚育']],
        [
          '产出指标/数量指标/抚育面积/≥2000亩',
          '产出指标/质量指标/苗木成活率/≥85%',
          '效益指标/社会效益指标/带动就业/≥60人',
        ],
      ],
      [
        [null, '防火巡护', 8_500_000, 2_500_000, null, ['不发生较大火情']],
        ['产出指标/数量指标/巡护人次/≥1200人次', '满意度指标//周边群众满意度/≥90%'],
      ],
    ]);
    expect(document.warnings.map(({ code, params }) => [code, params?.['converted']])).toEqual([
      ['schedule-looks-non-cumulative', '25/50/75/100'],
    ]);
  });

  it('with spanning labels that a CSV file pads with blanks', () => {
    const document = read('ok/flat-two-rows-grid.csv');
    expect(document.projects.map(({ code, name, budgetFen }) => [code, name, budgetFen])).toEqual([
      ['99030324P00810000091E', '造林抚育', 30_000_000],
    ]);
    expect(document.projects[0]?.indicators.map(value)).toEqual([
      ['抚育面积', '≥2000亩', 'gte', 2000, '亩', 'atLeast', 40],
      ['苗木死亡率', '≤15%', 'lte', 15, '%', 'atMost', 20],
      ['周边群众满意度', '≥90%', 'gte', 90, '%', 'atLeast', 10],
    ]);
  });

  it('on a web page without its merged cells, and a form of one project behind it', () => {
    const document = read('ok/flat-web-then-form.txt');
    expect(document.projects.map(({ name, unitName, indicators }) => [name, unitName, indicators.map(levels)])).toEqual(
      [
        [
          '科普巡展',
          null,
          [
            '产出指标/数量指标/巡展场次/≥20场',
            '产出指标/数量指标/观众人次/≥5000人次',
            '产出指标/质量指标/展品完好率/≥98%',
            '满意度指标/服务对象满意度指标/观众满意度/≥90%',
          ],
        ],
        ['讲座', null, ['产出指标/数量指标/讲座场次/≥8场', '效益指标/社会效益指标/科学素养/有所提升']],
        ['展厅改造', '青澜县科技馆', ['产出指标/数量指标/改造面积/≥600平方米', '产出指标/质量指标/验收合格率/=100%']],
      ],
    );
  });

  it.each(['not-ok/flat-without-rows.csv', 'not-ok/projects-without-indicators.csv'])('%s holds no project', (name) => {
    expect(counts(read(name))).toEqual([0, 0, 0]);
  });
});
