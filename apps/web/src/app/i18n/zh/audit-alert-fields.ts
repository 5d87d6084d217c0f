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
  alert: '预警',
  alertState: '预警状态',
  suspension: '暂停',
  alertAnswer: '回应',
  decision: '决定',
};

/** What the parts of the program are called that see to them. */
export const alertSlices = {
  'alert-rules': '预警规则',
  'work-calendar': '工作日历',
  alerts: '预警',
};

/** What values of these fields are called. */
export const alertValues = {
  alert: {
    overspent: '超预算支出',
    'spend-lagging': '支出滞后',
    'nothing-spent': '零支出',
    'spend-goal-mismatch': '资金与目标不匹配',
    worsening: '连续变差',
    'forecast-below': '预计执行率偏低',
    impossible: '目标无法完成',
    'not-reported': '逾期未报',
    'year-end-rush': '年末突击支出',
  },
  alertState: {
    open: '待回应',
    answered: '已回应',
    rectifying: '整改中',
    closed: '已关闭',
  },
  suspension: {
    proposed: '建议暂停',
    confirmed: '确认暂停',
    dropped: '不暂停',
  },
  alertAnswer: {
    continue: '继续执行',
    reallocate: '调剂预算',
    cancel: '取消项目',
  },
  decision: {
    confirm: '确认',
    drop: '不予确认',
  },
};
