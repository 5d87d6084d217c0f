import type { Messages } from '../../platform/http/message-catalogue.js';

export const targetsMessages: Messages = {
  'rule-pack-not-found': {
    status: 404,
    zh: '没有规则“{ref}”。',
    en: 'There is no rule pack “{ref}”.',
  },
  'adjustment-year': {
    zh: '预算调整日期 {effectiveOn} 不在项目所属的 {year} 年度内。',
    en: "The effective day {effectiveOn} is not in the project's year {year}.",
  },
  'budget-unknown': {
    zh: '该项目没有年初预算数，无法调整；请先导入绩效目标表。',
    en: 'The project has no initial budget to adjust; import its targets first.',
  },
  'budget-below-zero': {
    zh: '调减后，{effectiveOn} 的预算将小于零。',
    en: 'The reduction would take the budget below zero on {effectiveOn}.',
  },
  'undo-refused': {
    status: 409,
    zh: '这次导入不能撤销：{projects} 个项目的后续数据依赖它。',
    en: 'The import cannot be undone: what came after it depends on it for {projects} project(s).',
  },
  'undo-round-locked': {
    zh: '{project}：{month} 月的监控期已在导入之后锁定。',
    en: '{project}: the round of month {month} was locked after the import.',
  },
  'undo-later-version': {
    zh: '{project}：绩效目标在这次导入之后又有变更，请先撤销后来的导入。',
    en: '{project}: the targets were changed again after this import; undo the later import first.',
  },
  'undo-has-reports': {
    zh: '{project}：已经填报了数据。',
    en: '{project}: figures have been reported.',
  },
  'undo-has-adjustments': {
    zh: '{project}：已有预算调整依赖这次导入的预算。',
    en: '{project}: budget adjustments depend on the budget of this import.',
  },
  'undo-has-comments': {
    zh: '{project}：已有领导批示。',
    en: '{project}: leaders have written comments.',
  },
  'undo-has-treasury': {
    zh: '{project}：已有国库支付数据。',
    en: '{project}: there are treasury figures.',
  },
  'undo-name-taken': {
    zh: '{project}：原来的名称“{before}”或编码已被其他项目使用。',
    en: '{project}: its former name “{before}” or code is used by another project by now.',
  },
  'direction-not-doubted': {
    status: 409,
    zh: '“{name}”的方向没有疑问，无需确认。',
    en: 'The direction of “{name}” is not in doubt; there is nothing to confirm.',
  },
  'undo-approved': {
    zh: '{project}：目标已批复，请提出变更申请。',
    en: '{project}: its targets are approved; propose a change instead.',
  },
  'undo-has-changes': {
    zh: '{project}：已有目标变更申请或依据文件。',
    en: '{project}: changes of its targets were proposed, or documents were added.',
  },
  'undo-continued': {
    zh: '{project}：下一年度已有项目延续它。',
    en: '{project}: a project of the year after continues it.',
  },
  'project-continued': {
    status: 409,
    zh: '该项目已由新年度的另一个项目延续，或新项目已延续别的项目；一个上年项目只能对应一个新年度项目。',
    en: 'Another project continues that one already, or this one continues another: each goes on as one project.',
  },
  'document-unknown': {
    zh: '所选的依据文件不属于该项目，请重新上传。',
    en: 'The document is not one of this project; please upload it again.',
  },
  'change-impossible': {
    zh: '这项变更无法执行，请查看各处说明。',
    en: 'The change cannot be made; see what is wrong with it.',
  },
  'change-empty': { zh: '与现行目标没有任何差别。', en: 'Nothing differs from the targets in force.' },
  'change-indicator-unknown': {
    zh: '现行目标中没有这个指标，可能已被修改，请刷新后重试。',
    en: 'The targets in force have no such indicator; they may have changed meanwhile.',
  },
  'change-indicator-twice': { zh: '同一指标出现了两次。', en: 'The same indicator is named twice.' },
  'change-kind-does-not-fit': {
    zh: '“{name}”的指标值与所选的评判方式或方向不相符。',
    en: 'The way of judging or the direction does not fit the target of “{name}”.',
  },
  'change-outdated': {
    status: 409,
    zh: '提出申请之后，这部分目标已经改变，请单位重新申请。',
    en: 'These targets have changed since the change was proposed; it has to be proposed anew.',
  },
  'change-step-refused': {
    status: 409,
    zh: '这项申请已经处理过，不能再这样操作，请刷新。',
    en: 'The change has been dealt with already; please refresh the page.',
  },
  'change-own': {
    status: 403,
    zh: '不能审核或批准自己提出的申请。',
    en: 'Nobody reviews or decides a change that he proposed himself.',
  },
  'change-not-own': { status: 403, zh: '只能撤回自己提出的申请。', en: 'Only who proposed a change may withdraw it.' },
  'change-message-needed': { zh: '不批准时请写明理由。', en: 'Say why the change is rejected.' },
  'approval-message-needed': { zh: '退回时请写明理由。', en: 'Say why the targets are returned.' },
  'approval-outdated': {
    status: 409,
    zh: '该项目的目标刚刚更新，请刷新后再审。',
    en: 'The targets have just changed; look at them again.',
  },
  'approval-step-refused': {
    status: 409,
    zh: '目标目前的状态不能这样操作，请刷新。',
    en: 'That cannot be done with the targets as they are; please refresh the page.',
  },
  'amount-too-large': { zh: '金额过大，超出可精确保存的范围。', en: 'The amount is too large to be stored exactly.' },
};
