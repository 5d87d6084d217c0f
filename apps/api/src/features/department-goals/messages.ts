import type { Messages } from '../../platform/http/message-catalogue.js';

export const departmentGoalsMessages: Messages = {
  'goal-reporting-ended': {
    status: 409,
    zh: '{year} 年 1-{month} 月的填报已统一结束，分项绩效目标的完成情况不能再修改。',
    en: 'Reporting for January to month {month} of {year} was ended for all; results of department goals stand.',
  },
  'goal-sentence-gone': {
    status: 409,
    zh: '绩效目标已重新导入，没有这项指标了，请刷新页面。',
    en: 'The targets were imported anew and no longer have this indicator; please reload the page.',
  },
  'goal-direction-clear': {
    status: 409,
    zh: '指标“{indicator}”的方向写得很清楚，无需确认；有误请修改绩效目标表后重新导入。',
    en: 'The direction of “{indicator}” is plain, so there is nothing to decide; where it is wrong, correct the document and import it again.',
  },
  'goal-result-changed': {
    status: 409,
    zh: '他人已保存了新的内容（您看到的是第 {version} 版，现为第 {current} 版）。',
    en: 'Somebody else has saved in between (you saw version {version}, it is now {current}).',
  },
};
