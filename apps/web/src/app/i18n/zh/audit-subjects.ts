import { evaluationSubjects } from './audit-evaluation-fields.js';

/** What entries of the audit trail are about, by the kind that their subject begins with. */
export const auditSubjects = {
  user: '用户',
  token: '访问令牌',
  organisation: '单位',
  project: '项目',
  report: '填报',
  'report-upload': '填报文件',
  'treasury-delivery': '国库数据',
  rectification: '整改事项',
  measure: '结果应用措施',
  naming: '通报或约谈',
  supervision: '督办事项',
  'official-report': '正式报告',
  ...evaluationSubjects,
  round: '监控期',
  'rule-pack': '规则',
  'alert-rules': '预警规则',
  'work-calendar': '工作日历',
  'fiscal-year': '年度',
  import: '导入',
  channel: '消息渠道',
  job: '后台任务',
  audit: '审计记录',
};
