import type { Messages } from '../../platform/http/message-catalogue.js';

export const targetsMessages: Messages = {
  'adjustment-year': {
    zh: '预算调整日期 {effectiveOn} 不在项目所属的 {year} 年度内。',
    en: 'The effective day {effectiveOn} is not in the project’s year {year}.',
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
  'amount-too-large': { zh: '金额过大，超出可精确保存的范围。', en: 'The amount is too large to be stored exactly.' },
};
