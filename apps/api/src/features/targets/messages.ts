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
  'amount-too-large': { zh: '金额过大，超出可精确保存的范围。', en: 'The amount is too large to be stored exactly.' },
};
