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

export const POLICE: DemoUnit = {
  code: '104001',
  name: '青禾县公安局本级',
  overall: '防风险、保安全、护稳定，深化打击整治，加强科技兴警和基层基础建设，不断提升群众安全感。',
  goals: [
    {
      title: '社会治安防控',
      goal: '完善立体化治安防控体系，提高公共区域视频监控建设应用水平。',
      indicators: '视频监控在线率≥96%；可防性案件同比下降≥5%',
    },
    {
      title: '打击新型网络犯罪',
      goal: '打防结合，遏制电信网络诈骗犯罪高发态势。',
      indicators: '反诈宣传覆盖≥60000人次；涉案资金止付≥800万元；群众安全感≥95%',
    },
  ],
  projects: [
    {
      name: '公共安全视频监控运维费',
      purpose: '用于全县公共安全视频监控点位的链路租赁、设备维护和电费',
      goals: ['保障视频监控点位稳定在线，服务侦查破案和城市管理'],
      schedule: [25, 50, 80, 100],
      key: true,
      years: {
        2022: { budget: 372, story: 'steady' },
        2023: { budget: 384, story: 'yearEndRush' },
        2024: { budget: 396, story: 'steady' },
        2025: { budget: 404, story: 'yearEndRush' },
        2026: { budget: 412, story: 'steady' },
      },
      indicators: (year) => [
        count('维护监控点位', grown(2600, year), '个', '全年维护监控点位'),
        progress('巡检任务完成率', 100, '完成的巡检任务占年度计划的比例'),
        rate('质量指标', '视频监控在线率', 96, 97.4, '在线点位占比'),
        atMost('时效指标', '故障修复时间', 24, '小时', 16, '报修至恢复的平均时间'),
        execution(95),
        effect('公共安全防控能力', '明显增强', '视频监控在破案中的作用'),
        satisfaction('群众', 90, 93),
      ],
    },
    {
      name: '警务辅助人员经费',
      purpose: '用于支付警务辅助人员工资和社会保险',
      goals: ['按月足额发放辅警工资和社会保险'],
      schedule: [25, 50, 75, 100],
      personnel: true,
      years: {
        2022: { budget: 1100, story: 'steady' },
        2023: { budget: 1140, story: 'steady' },
        2024: { budget: 1180, story: 'steady' },
        2025: { budget: 1220, story: 'steady' },
        2026: { budget: 1260, story: 'steady' },
      },
      indicators: () => [
        progress('工资发放率', 100, '已发放工资占应发工资的比例'),
        rate('时效指标', '工资按时发放率', 100, 100, '按时发放的月份占比'),
        satisfaction('辅警', 85, 90),
      ],
    },
    {
      name: '反电信网络诈骗专项经费',
      purpose: '用于反诈宣传、预警劝阻、资金查控和专案侦办',
      goals: ['降低电信网络诈骗发案，减少群众财产损失'],
      schedule: [20, 50, 80, 100],
      transferLevel: 'city',
      years: {
        2023: { budget: 70, story: 'steady' },
        2024: { budget: 78, story: 'recovering' },
        2026: { budget: 85, story: 'workBehind' },
      },
      indicators: (year) => [
        count('反诈宣传人次', grown(60000, year), '人次'),
        count('预警劝阻人次', grown(3600, year), '人次'),
        rate('时效指标', '预警信息及时处置率', 98, 99, '三十分钟内处置的预警占比', '考核要求'),
        effectRate('电诈案件止付资金返还率', 30, 36, '已返还资金占止付资金的比例'),
        effect('群众防骗意识', '明显增强', '群众识骗防骗的能力'),
        satisfaction('群众', 90, 92),
      ],
    },
  ],
};

export const TRAFFIC_POLICE: DemoUnit = {
  code: '104002',
  name: '青禾县公安局交通警察大队',
  overall: '维护道路交通安全和畅通，预防和减少道路交通事故。',
  goals: [
    {
      title: '道路交通安全管理',
      goal: '加强路面管控和隐患治理，完善交通安全设施。',
      indicators: '排查治理隐患≥60处；信号灯完好率≥97%；较大事故0起',
    },
  ],
  projects: [
    {
      name: '道路交通安全设施维护费',
      purpose: '用于交通标志、标线、护栏和信号灯的维护更新',
      goals: ['保持交通安全设施完好，消除道路安全隐患'],
      schedule: [10, 40, 80, 100],
      years: {
        2022: { budget: 150, story: 'slow' },
        2023: { budget: 158, story: 'steady' },
        2024: { budget: 165, story: 'steady' },
        2025: { budget: 172, story: 'steady' },
        2026: { budget: 178, otherFunds: 28, story: 'recovering' },
      },
      indicators: (year) => [
        count('施划交通标线', grown(26000, year), '平方米'),
        count('更新交通标志', grown(320, year), '块'),
        rate('质量指标', '信号灯完好率', 97, 98.5, '正常工作的信号灯占比'),
        atMost('时效指标', '设施抢修时间', 4, '小时', 3, '接报至恢复的时间'),
        // Printed the wrong way round, as happens: finance has to confirm which side is good (R41).
        rate('质量指标', '设施损坏投诉率', 5, 3, '投诉件数占设施总数的比例'),
        effectRate('隐患路段治理达标率', 90, 95, '治理后达标的隐患路段占比'),
        satisfaction('交通参与者', 85, 89),
      ],
    },
    {
      name: '电子警察设备更新改造',
      purpose: '用于城区路口电子警察和卡口设备的更新',
      goals: ['更新老旧设备，提高违法抓拍准确率'],
      schedule: [0, 30, 70, 100],
      key: true,
      years: {
        2025: { budget: 240, story: 'stalled' },
        2026: {
          budget: 264,
          story: 'steady',
          adjustments: [
            {
              effectiveOn: '2026-07-15',
              kind: 'reduction',
              amount: 12.5,
              reason: '招标结余收回',
              documentNumber: '青财预〔2026〕58号',
            },
          ],
        },
      },
      indicators: (year) => [
        count('更新设备数量', 48, '套'),
        rate('质量指标', '设备验收合格率', 100, 100, '验收合格设备占比', '合同约定'),
        doneBy('完成首批路口改造', year, '08-31', '首批路口投入使用的时间'),
        effectRate('违法抓拍有效及时率', 92, 95, '有效抓拍占全部抓拍的比例'),
        satisfaction('交通参与者', 85, 88),
      ],
    },
    {
      name: '交通安全宣传经费',
      purpose: '用于农村地区和学校的交通安全宣传',
      goals: ['提高群众文明交通意识'],
      schedule: null,
      excuse: '宣传物资采购推迟，农忙时节活动减少。',
      years: {
        2022: { budget: 12, story: 'steady' },
        2023: { budget: 13, story: 'lagging' },
        2024: { budget: 14, story: 'steady' },
        2026: { budget: 15, story: 'slow' },
      },
      indicators: (year) => [
        count('宣传活动场次', grown(60, year), '场'),
        count('发放宣传资料', grown(20000, year), '份'),
        effectRate('摩托车驾乘人员头盔佩戴达标率', 85, 88, '路面抽查佩戴头盔的比例'),
        satisfaction('群众', 85, 90),
      ],
    },
  ],
};
