/** What fields of rectifications, of the use of results and of supervision are called in the audit trail. */
export const followUpFields = {
  alertIds: '预警',
  owner: '责任人',
  measures: '整改措施',
  deadline: '完成期限',
  reference: '依据文号',
  nextYearNote: '下年预算控制数',
  heldOn: '办理日期',
  matter: '督办内容',
  closing: '销号方式',
  effect: '整改效果',
  lightAfter: '整改后的灯',
  paragraphs: '段落',
  contentHash: '内容校验值',
  hash: '封存校验值',
};
