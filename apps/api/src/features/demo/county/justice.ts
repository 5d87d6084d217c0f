import type { DemoUnit } from './demo-types.js';
import {
  atMost,
  count,
  doneBy,
  effect,
  effectRate,
  execution,
  grown,
  progress,
  rate,
  satisfaction,
} from './indicators.js';

export const JUSTICE: DemoUnit = {
  code: '103001',
  name: '青禾县司法局本级',
  overall: '统筹推进法治青禾建设，加强普法宣传、人民调解和社区矫正工作，提升基层法治水平。',
  goals: [
    {
      title: '社区矫正和安置帮教',
      goal: '落实监督管理措施，开展教育帮扶，预防和减少重新犯罪。',
      indicators: '社区矫正对象再犯罪率≤0.5%；教育学习覆盖率≥98%',
    },
    {
      title: '全民普法',
      goal: '落实普法责任制，培育乡村法律明白人，提高公民法治素养。',
      indicators: '普法活动≥120场；法律明白人培训≥1000人次；群众法律知晓率≥85%',
    },
  ],
  projects: [
    {
      name: '社区矫正工作经费',
      purpose: '用于社区矫正对象的监督管理、教育帮扶、电子定位和社会工作服务购买',
      goals: ['落实社区矫正监管措施，防止脱管漏管'],
      schedule: [25, 50, 75, 100],
      transferLevel: 'province',
      excuse: '社会工作服务合同六月签订，定位设备租赁费按季度结算。',
      years: {
        2022: { budget: 80, story: 'slow' },
        2023: { budget: 84, story: 'steady' },
        2024: { budget: 88, story: 'steady' },
        2025: { budget: 92, story: 'lagging' },
        2026: { budget: 96, story: 'slow' },
      },
      indicators: (year) => [
        count('教育学习活动场次', grown(96, year), '场'),
        count('入户走访人次', grown(1800, year), '人次'),
        rate('质量指标', '信息化核查在线率', 95, 97, '电子定位设备在线的比例'),
        rate('时效指标', '入矫报到及时率', 98, 99.2, '规定时限内报到的比例', '法律规定'),
        effectRate('矫正对象守法率', 99, 99.7, '未再犯罪的矫正对象占比'),
        satisfaction('社区群众', 85, 90),
      ],
    },
    {
      name: '法治宣传教育经费',
      purpose: '用于普法宣传品制作、法治文化阵地建设和专项宣传活动',
      goals: ['开展“法律十进”活动，营造尊法学法守法用法氛围'],
      schedule: [20, 50, 80, 100],
      years: {
        2022: { budget: 34, story: 'steady' },
        2023: { budget: 36, story: 'recovering' },
        2024: { budget: 38, story: 'ahead' },
        2025: { budget: 40, story: 'steady' },
        2026: { budget: 42, otherFunds: 4, story: 'ahead' },
      },
      indicators: (year) => [
        count('普法活动场次', grown(120, year), '场'),
        count('发放宣传资料', grown(50000, year), '张/册'),
        rate('质量指标', '法治文化阵地完好率', 95, 96, '阵地设施完好的比例'),
        doneBy('完成宪法宣传周活动', year, '12-10', '集中宣传活动结束的时间'),
        execution(90),
        effect('公民法治素养', '有所提升', '群众学法用法的意识'),
        satisfaction('群众', 90, 93),
      ],
    },
    {
      name: '乡村法律明白人志愿宣讲',
      purpose: '不安排财政资金，由法律明白人和志愿律师利用农闲开展宣讲和纠纷调解',
      goals: ['每个行政村培育不少于三名法律明白人'],
      schedule: null,
      years: { 2025: { budget: 0, story: 'beyondExpectation' }, 2026: { budget: 0, story: 'beyondExpectation' } },
      indicators: (year) => [
        count('法律明白人培训人次', grown(1000, year), '人次'),
        count('调解邻里纠纷数量', grown(600, year), '件'),
        doneBy('完成年度考核', year, '12-15', '公布考核结果的时间'),
        satisfaction('村民', 90, 94),
      ],
    },
  ],
};

export const LEGAL_AID: DemoUnit = {
  code: '103002',
  name: '青禾县法律援助中心',
  overall: '扩大法律援助覆盖面，做到应援尽援，提供便捷的公共法律服务。',
  goals: [
    {
      title: '法律援助',
      goal: '为经济困难群众和特殊案件当事人提供无偿法律服务。',
      indicators: '办理法律援助案件≥640件；受援人满意度≥95%',
    },
  ],
  projects: [
    {
      name: '法律援助案件补贴',
      purpose: '用于支付法律援助案件承办人员补贴',
      goals: ['应援尽援，保障困难群众合法权益'],
      schedule: [20, 45, 75, 100],
      transferLevel: 'province',
      years: {
        2022: { budget: 52, story: 'steady' },
        2023: { budget: 56, story: 'ahead' },
        2024: { budget: 60, story: 'steady' },
        2025: {
          budget: 62,
          story: 'ahead',
          adjustments: [
            {
              effectiveOn: '2025-09-10',
              kind: 'addition',
              amount: 8,
              reason: '案件数量增加，追加办案补贴',
              documentNumber: '青财行〔2025〕67号',
            },
          ],
        },
        2026: { budget: 68, story: 'overspent' },
      },
      indicators: (year) => [
        count('办理法律援助案件', grown(640, year), '件'),
        count('提供法律咨询人次', grown(3200, year), '人次'),
        rate('质量指标', '案件质量评查合格率', 95, 98, '评查合格案件占比'),
        atMost('时效指标', '审批时间', 3, '天', 2, '受理申请至作出决定的时间'),
        effect('困难群众合法权益', '得到维护', '为受援人挽回或避免损失'),
        satisfaction('受援人', 95, 97),
      ],
    },
    {
      name: '公共法律服务热线经费',
      purpose: '用于12348热线平台值守律师补贴和平台运行',
      goals: ['为群众提供全天候法律咨询服务'],
      schedule: [25, 50, 75, 100],
      years: { 2025: { budget: 23, story: 'steady' }, 2026: { budget: 24, story: 'unreported' } },
      indicators: (year) => [
        count('接听热线数量', grown(4800, year), '个'),
        progress('值班任务完成率', 100, '按排班完成的值班占比'),
        rate('质量指标', '回访抽查合格率', 90, 94, '回访抽查合格的通话占比'),
        rate('时效指标', '来电及时接听率', 95, 97, '二十秒内接听的来电占比'),
        satisfaction('来电群众', 90, 95),
      ],
    },
  ],
};
