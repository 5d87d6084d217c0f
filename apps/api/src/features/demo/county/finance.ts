import type { DemoUnit } from './demo-types.js';
import { atMost, count, doneBy, effect, execution, grown, progress, rate, satisfaction } from './indicators.js';

export const FINANCE: DemoUnit = {
  code: '101001',
  name: '青禾县财政局本级',
  overall: '坚持过紧日子，加强财政资源统筹，推进预算绩效管理提质增效，保障全县重点支出，做好财政信息化和资金监管工作。',
  goals: [
    {
      title: '预算绩效管理',
      goal: '组织各部门开展绩效目标申报、运行监控和绩效评价，评价结果与预算安排挂钩。',
      indicators: '重点绩效评价项目≥12个；绩效目标审核覆盖率≥95%；评价结果应用率≥80%',
    },
    {
      title: '财政信息化',
      goal: '保障预算管理一体化系统稳定运行，提高国库集中支付效率。',
      indicators: '系统可用率≥99%；支付申请及时办理率≥98%',
    },
  ],
  projects: [
    {
      name: '预算绩效管理服务费',
      purpose: '用于聘请第三方机构开展重点项目绩效评价、绩效目标审核和业务培训',
      goals: ['完成年度重点项目绩效评价，形成评价报告并反馈部门', '提高各单位绩效目标编制质量'],
      schedule: [10, 40, 70, 100],
      years: {
        2022: { budget: 48, story: 'slow' },
        2023: { budget: 52, story: 'steady' },
        2024: { budget: 56, story: 'steady' },
        2025: { budget: 60, story: 'recovering' },
        2026: { budget: 64.5, story: 'ahead' },
      },
      indicators: (year) => [
        count('重点评价项目数量', grown(16, year), '个', '完成重点绩效评价的项目个数'),
        count('绩效业务培训人次', grown(260, year), '人次'),
        rate('质量指标', '评价报告合格率', 95, 97, '评价报告通过专家评审的比例'),
        rate('时效指标', '绩效目标审核及时率', 95, 98, '规定时限内完成审核的比例'),
        effect('绩效管理水平', '逐步提高', '各单位绩效目标编制质量和自评质量'),
        satisfaction('预算单位', 90, 94),
      ],
    },
    {
      name: '预算管理一体化系统运维费',
      purpose: '用于预算管理一体化系统软硬件运行维护和网络安全等级保护测评',
      goals: ['保障系统全年稳定运行，按期完成等级保护测评'],
      schedule: [25, 50, 75, 100],
      years: {
        2022: { budget: 76, story: 'recovering' },
        2023: { budget: 80, story: 'steady' },
        2024: { budget: 82, story: 'slow' },
        2025: { budget: 86, story: 'steady' },
        2026: { budget: 88, story: 'steady' },
      },
      indicators: (year) => [
        count('系统巡检次数', 48, '次', '每月不少于4次'),
        progress('运维任务完成率', 100, '完成的运维任务占年度计划任务的比例'),
        rate('质量指标', '系统在线率', 99, 99.6, '系统正常运行时间占比'),
        atMost('时效指标', '故障响应时间', 30, '分钟', 18, '接报故障至开始处理的时间'),
        doneBy('完成等级保护测评', year, '08-31', '取得测评报告的时间'),
        execution(95),
        satisfaction('系统用户', 90, 93),
      ],
    },
  ],
};
