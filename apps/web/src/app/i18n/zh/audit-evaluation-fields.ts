/** What fields of self-evaluations, of their rules and of final accounts are called in the audit trail. */
export const evaluationFields = {
  submitBy: '提交期限',
  frame: '分值框架',
  rulesRef: '自评规则',
  redraft: '补生成草稿',
  achievedGoal: '实际完成情况',
  funds: '项目资金',
  fiscal: '当年财政拨款',
  carriedOver: '上年结转资金',
  other: '其他资金',
  initialFen: '年初预算数',
  adjustedFen: '全年预算数',
  spentFen: '全年执行数',
  answer: '完成值',
  weight: '分值',
  notApplicableWhy: '不适用的理由',
  chosenPoints: '选定得分',
  cut: '扣分',
  explanation: '偏差原因分析及改进措施',
  total: '总分',
  grade: '等次',
  accepted: '已审定',
  seals: '封存数',
  scored: '已据以计分',
  shown: '只显示差异',
  executionPoints: '预算执行率分值',
  frames: '分值框架',
  reverse: '反向指标计分',
  gatePercent: '完成率下限',
  outcomeBands: '定性指标分档',
  metFrom: '达成自',
  partlyFrom: '部分达成自',
  overTargetFrom: '超额完成须说明自',
  overTargetExemptUnits: '不要求说明的单位',
  gradesFrom: '等次起点',
  pointGapPercent: '得分率差异',
  unspentPercent: '结余比例',
  caps: '总分上限',
  executionBelow: '执行率低于',
  totalAtMost: '总分不超过',
};

/** What the parts of the program are called that see to them. */
export const evaluationSlices = {
  'evaluation-rules': '自评规则',
  evaluations: '绩效自评',
};

export const evaluationSubjects = {
  'self-evaluation': '绩效自评',
  'evaluation-year': '年度自评',
  'evaluation-rules': '自评规则',
};

/** What values of the state and the grade of a self-evaluation are called. */
export const evaluationStates = {
  submitted: '已提交',
  unitApproved: '单位已审',
  departmentApproved: '部门已复核',
  accepted: '财政已审定',
};

export const evaluationValues = {
  grade: {
    excellent: '优',
    good: '良',
    fair: '中',
    poor: '差',
  },
};
