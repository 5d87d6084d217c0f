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

describe('a court: two projects without codes and unit line', () => {
  const document = read('court-2022');

  it('§11: finds every project, indicator and department goal', () => {
    expect(counts(document)).toEqual([2, 12, 2]);
    expect(document).toMatchObject({ year: 2022, yearInferred: 2022, unitCode: null, unitName: null });
    expect(remarks(document)).toContain('budgeting-unit-missing document');
  });

  it('reads budget, schedule, goal and purpose as printed', () => {
    expect(document.projects[0]).toMatchObject({
      code: null,
      name: '审判业务装备',
      budgetFen: 40_000_000,
      fiscalFundsFen: 40_000_000,
      otherFundsFen: null,
      purpose: '购置庭审和送达装备，保障依法公正高效审理各类案件，维护当事人合法权益。',
      schedule: [0, 50, 50, 100],
      scheduleMonths: [3, 6, 10, 12],
      goals: ['保障审判业务有序开展，提高庭审信息化水平。'],
      incompleteIndicators: [],
      classified: false,
      at: 'line 36',
    });
    expect(document.projects[1]).toMatchObject({
      name: '审判综合楼运行保障',
      budgetFen: 72_500_000,
      schedule: [0, 50, 50, 100],
    });
  });

  it('carries merged levels on, renames 效果指标 and skips the blank spacer row', () => {
    expect(
      document.projects[0]?.indicators.map(({ level1, level2, name, rawValue }) => [level1, level2, name, rawValue]),
    ).toEqual([
      ['产出指标', '质量指标', '平均审理周期', '45天/个'],
      ['产出指标', '时效指标', '审限内结案率', '≥90%'],
      ['产出指标', '数量指标', '案件审结结案率', '≥90%'],
      ['产出指标', '成本指标', '预算执行率', '≥95%'],
      ['效益指标', '社会效益指标', '庭审公开水平是否提高', '是'],
      ['满意度指标', '服务对象满意度指标', '当事人满意度', '≥90%'],
    ]);
  });

  it('R16–R17b: parses the values, with a bookmark inside one and an inferred direction', () => {
    expect(document.projects[0]?.indicators[0]).toMatchObject({
      description: '案件从立案到结案的平均天数',
      basis: '历年数据',
      operator: 'eq',
      number: 45,
      unit: '天/个',
      direction: 'atMost',
      directionInferred: true,
      kind: 'level',
      at: 'line 87',
    });
    expect(document.projects[1]?.indicators[2]).toMatchObject({
      rawValue: '≥95%',
      operator: 'gte',
      number: 95,
      kind: 'executionRate',
    });
    expect(document.projects[1]?.indicators[1]).toMatchObject({
      rawValue: '正常',
      operator: 'qualitative',
      number: null,
    });
  });

  it('reads the sub-goals and the values inside their sentences, and nothing of the other sections', () => {
    expect(document.departmentGoals).toEqual([
      {
        title: '办公楼运行保障',
        goal: '用于审判综合楼的保洁、绿化、安保和设备看护，改善诉讼服务环境，让干警和群众有整洁、安全的场所。',
        indicators: [
          { text: '后勤保障任务完成数占后勤保障任务总数的比例大于等于90%', operator: 'gte', number: 90, unit: '%' },
          { text: '大于等于90%为保障质量达标', operator: 'gte', number: 90, unit: '%' },
        ],
      },
      {
        title: '审判业务装备',
        goal: '配齐庭审所需装备，支撑审判执行工作，包括：庭审录像、电子卷宗、文书送达、证据展示、远程提讯等。',
        indicators: [
          { text: '当年审结案件数占受理案件总数的比例大于等于90%为优秀', operator: 'gte', number: 90, unit: '%' },
          { text: '审理期限内结案数占结案总数的比例大于等于90%为优秀', operator: 'gte', number: 90, unit: '%' },
        ],
      },
    ]);
  });
});

describe('a city court: five projects with codes', () => {
  const document = read('city-court-2023');

  it('§11: finds every project, indicator and department goal, the year and the unit', () => {
    expect(counts(document)).toEqual([5, 30, 3]);
    expect(document).toMatchObject({ year: 2023, unitCode: '881001', unitName: '云泽市人民法院' });
  });

  it('reads name, code, budget, schedule and goal of each project as printed', () => {
    expect(
      document.projects.map(({ name, code, budgetFen, schedule, goals }) => [name, code, budgetFen, schedule, goals]),
    ).toEqual([
      ['特邀调解员补贴', '99020023P000045100217', 8_000_000, [20, 20, 20, 100], ['发放特邀调解员补贴']],
      [
        '审判楼水电及物业费',
        '99020023P00004510022T',
        196_400_000,
        [25, 50, 80, 100],
        ['按期支付水电费、物业费等，保证审判楼日常运行'],
      ],
      [
        '人民法庭运行经费',
        '99020023P00004510023E',
        31_070_000,
        [25, 60, 80, 100],
        ['按月支付网络费和办公费，按供暖面积支付取暖费，为法庭干警提供良好的办案条件'],
      ],
      [
        '执法用车更新',
        '99020023P000045100242',
        36_000_000,
        [25, 50, 80, 100],
        ['完成执法执勤用车更新，保障办案用车。'],
      ],
      [
        '聘用人员经费（书记员劳务外包）',
        '99020023P00004510025M',
        412_900_000,
        [10, 50, 80, 100],
        ['按月结算外包书记员的劳务费和保险费，支付服务公司管理费。'],
      ],
    ]);
  });

  it('R16: reads a day as due date, and keeps a name with its brackets as printed', () => {
    const [first, , , due] = document.projects[3]?.indicators ?? [];
    expect(first).toMatchObject({
      name: '任务完成率（%）',
      rawValue: '100%',
      operator: 'eq',
      number: 100,
      kind: 'progressRate',
    });
    expect(due).toMatchObject({ operator: 'date', dueDate: '2023-12-31', number: null, kind: 'date' });
  });

  it('separates department indicators at 、 after their values', () => {
    expect(
      document.departmentGoals.map(({ title, indicators }) => [title, indicators.map(({ text }) => text)]),
    ).toEqual([
      ['审判执行管理', ['受理案件结案率≧90%', '二审发回重审率≦2%', '审判流程公开率≧99%']],
      ['做好涉诉信访化解和司法救助', ['救助资金发放率≧100%']],
      ['综合保障目标', ['综合保障任务完成率≧85%']],
    ]);
    expect(document.departmentGoals[0]?.indicators.map(({ operator, number }) => [operator, number])).toEqual([
      ['gte', 90],
      ['lte', 2],
      ['gte', 99],
    ]);
  });
});

describe('a justice bureau: thirteen projects, cut off in the last table', () => {
  const document = read('justice-bureau-2022');

  it('§11: finds every project, complete indicator and department goal', () => {
    expect(counts(document)).toEqual([13, 114, 16]);
    expect(document).toMatchObject({ yearInferred: 2022, unitCode: '772001', unitName: '司法部门青澜县司法局本级' });
  });

  it('reports the incomplete row with its line and loses no row before it', () => {
    const last = document.projects.at(-1);
    expect(last?.indicators).toHaveLength(6);
    expect(last?.incompleteIndicators).toEqual([{ level2: '生态效益指标', name: '机关能耗节约情况' }]);
    expect(remarks(document)).toContain('indicator-incomplete line 1466');
  });

  it('§11: keeps the row whose name cell holds blank lines together', () => {
    expect(document.projects[0]?.indicators[3]).toMatchObject({
      level2: '成本指标',
      name: '经费安排的经济性',
      description: '经费安排的经济性',
      rawValue: '≤100百分比',
      operator: 'lte',
      number: 100,
      unit: '%',
    });
  });

  it('R4: reports the blank schedule at its line', () => {
    expect(document.projects[10]).toMatchObject({ schedule: null, scheduleMonths: null });
    expect(remarks(document, '提前下达2022年社区矫正工作经费补助')).toContain('schedule-missing line 1184');
  });

  it('reads budgets and schedules as printed', () => {
    expect(document.projects.map(({ budgetFen }) => (budgetFen ?? 0) / 1e6)).toEqual([
      18, 16.45, 41.36, 5, 1.2, 1.5, 28, 9.6, 2.4, 7.2, 21.75, 15, 6,
    ]);
    const steep = [25, 80, 100, 100];
    const even = [25, 50, 75, 100];
    expect(document.projects.map(({ schedule }) => schedule)).toEqual([
      ...[steep, steep, steep, even, even, even, even, even, even, even, null, steep, steep],
    ]);
  });

  it('takes the lines of the goal cell as goals without their ordinals', () => {
    expect(document.projects[1]?.goals).toEqual(['保障社区矫正工作开展', '支持矫正中心建设']);
  });

  it('R41: remarks on doubtful directions', () => {
    expect(remarks(document)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^direction-doubtful-at-least line/),
        expect.stringMatching(/^met-by-doing-nothing line/),
      ]),
    );
  });

  it('takes each ordinal of a list without indicators as a goal', () => {
    expect(document.departmentGoals[6]).toEqual({
      title: '组织法学理论研究、法律培训工作',
      goal: '组织法学理论研究、法律培训工作。负责行政执法人员、村居干部和企业管理人员的法律知识培训。',
      indicators: [],
    });
    expect(document.departmentGoals.at(-1)?.title).toBe('完成县委、县政府交办的其他任务');
  });
});
