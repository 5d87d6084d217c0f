/** What fields of alert rules and of the work calendar are called in the audit trail. */
export const alertFields = {
  answerDays: '回应期限（工作日）',
  escalateDays: '逾期上报（工作日）',
  onSiteFrom: '现场核查自连续期数',
  quietHours: '免打扰时段',
  until: '到',
  on: '启用',
  severity: '级别',
  audience: '另告知',
  points: '百分点',
  redFrom: '升为红色自',
  plannedFrom: '计划达到',
  fromMonth: '自几月起',
  december: '12月占比',
  fourthQuarter: '第四季度占比',
  rules: '规则',
  days: '日期',
  day: '日期',
  rounds: '监控期',
};

/** What the parts of the program are called that see to them. */
export const alertSlices = {
  'alert-rules': '预警规则',
  'work-calendar': '工作日历',
  alerts: '预警',
};
