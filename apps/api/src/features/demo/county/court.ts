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

export const COURT: DemoUnit = {
  code: '102001',
  name: '青禾县人民法院',
  overall: '依法履行审判执行职责，提升案件质效，加强人民法庭建设，为全县经济社会发展提供有力司法保障。',
  goals: [
    {
      title: '审判执行工作',
      goal: '依法审理刑事、民事、行政案件，办理发生法律效力判决的执行，规范审判流程管理。',
      indicators: '案件结案率≥92%；法定审限内结案率≥95%；被发回重审率≤2%',
    },
    {
      title: '诉讼服务与基层法庭建设',
      goal: '完善一站式诉讼服务，保障审判场所运转，推进人民陪审员制度。',
      indicators: '网上立案占比≥60%；陪审员参审案件≥420件；诉讼服务满意度≥90%',
    },
  ],
  projects: [
    {
      name: '办案业务经费',
      purpose: '用于审理和执行案件所需的差旅、送达、鉴定、公告等支出',
      goals: ['依法审结各类案件，维护社会公平正义', '提高执行到位率，切实解决执行难'],
      schedule: [20, 45, 80, 100],
      transferLevel: 'central',
      years: {
        2024: { budget: 298, story: 'steady' },
        2025: { budget: 310, story: 'steady' },
        2026: {
          budget: 320,
          story: 'steady',
          adjustments: [
            {
              effectiveOn: '2026-05-20',
              kind: 'addition',
              amount: 15,
              reason: '追加中央政法转移支付资金',
              documentNumber: '青财预〔2026〕41号',
            },
          ],
        },
      },
      indicators: (year) => [
        count('审结案件数量', grown(5400, year), '件'),
        count('执行案件数量', grown(1900, year), '件'),
        rate('质量指标', '服判息诉率', 88, 91, '一审服判息诉案件占比', '考核要求'),
        atMost('时效指标', '平均审理天数', 48, '天', 43, '案件的平均审理天数'),
        rate('时效指标', '法定审限内结案及时率', 95, 97, '法定审限内结案数占结案数的比例', '法律规定'),
        effect('司法公信力', '不断提高', '社会公众对司法工作的评价'),
        satisfaction('当事人', 90, 92),
      ],
    },
    {
      name: '审判综合楼物业及运转费',
      purpose: '用于审判综合楼和三个人民法庭的物业、水电、取暖和零星维修',
      goals: ['按时支付物业费、水电费，保障审判场所正常运转'],
      schedule: [25, 50, 80, 100],
      excuse: '物业服务采购两次流标，新合同自八月起执行，前期费用未能支付。',
      years: {
        2024: { budget: 228.4, story: 'steady' },
        2025: { budget: 232, story: 'slow' },
        2026: { budget: 235.8, story: 'lagging' },
      },
      indicators: () => [
        progress('物业服务完成率', 100, '按合同完成的服务事项占比'),
        count('设备设施巡检次数', 240, '次'),
        rate('质量指标', '设备设施完好率', 95, 97, '正常使用的设备设施占比', '合同约定'),
        rate('时效指标', '报修及时处理率', 90, 95, '两小时内处理的报修占比', '合同约定'),
        execution(95),
        effect('审判工作保障', '有效保障', '审判执行工作正常开展'),
        satisfaction('干警', 90, 91),
      ],
    },
    {
      name: '人民陪审员经费',
      purpose: '用于支付人民陪审员参审补助、培训和交通补贴',
      goals: ['保障人民陪审员依法参加审判活动'],
      schedule: [20, 20, 20, 100],
      years: {
        2024: { budget: 16, story: 'steady' },
        2025: { budget: 17, story: 'yearEndRush' },
        2026: { budget: 18, story: 'steady' },
      },
      indicators: (year) => [
        count('陪审员参审案件', grown(420, year), '件'),
        count('陪审员培训人次', grown(90, year), '人次'),
        rate('质量指标', '补助发放合格率', 100, 100, '补助发放准确的比例'),
        atMost('成本指标', '参审补助标准', 150, '元/人次', 150, '每人每次参审补助'),
        effectRate('普通程序案件陪审比例', 70, 78, '适用普通程序的案件中有陪审员参加的占比'),
        satisfaction('陪审员', 90, 95),
      ],
    },
    {
      name: '执行指挥中心设备购置',
      purpose: '用于执行指挥中心大屏、单兵执法记录和会商设备的购置',
      goals: ['年底前完成设备到货、安装和验收'],
      schedule: [0, 0, 0, 100],
      key: true,
      years: { 2026: { budget: 146, story: 'notDue' } },
      indicators: (year) => [
        count('购置设备数量', 36, '台'),
        doneBy('完成安装验收', year, '12-20', '设备通过验收的时间'),
        satisfaction('干警', 90, 92),
      ],
    },
  ],
};
