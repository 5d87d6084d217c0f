import type { Messages } from '../../platform/http/message-catalogue.js';

/** Remarks on a report: missing reasons and notes, which hinder submitting (R24–R26), and what is merely pointed out. */
export const remarkMessages: Messages = {
  'spend-reason-missing': { zh: '支出偏差须选择原因。', en: 'The deviation of the spending needs a reason.' },
  'spend-reason-note-missing': {
    zh: '支出偏差原因须填写说明。',
    en: 'The reason for the spending needs an explanation.',
  },
  'reason-missing': { zh: '“{indicator}”有偏差，须选择原因。', en: '“{indicator}” deviates and needs a reason.' },
  'reason-note-missing': {
    zh: '“{indicator}”的偏差原因须填写说明。',
    en: 'The reason for “{indicator}” needs an explanation.',
  },
  'over-target-reason-missing': {
    zh: '“{indicator}”超出目标较多，须说明原因。',
    en: '“{indicator}” is far over its target and needs a reason.',
  },
  'likelihood-note-missing': {
    zh: '“{indicator}”选择“完全不可能”须在备注中说明原因和措施。',
    en: '“Impossible” for “{indicator}” needs a note on the cause and the measures.',
  },
  'result-negative': {
    zh: '“{indicator}”的完成值 {value} 为负数，自评时按 0 计，请核对。',
    en: 'The result {value} of “{indicator}” is negative and counts as 0 in self-evaluation; please check.',
  },
  'expenditure-below-previous': {
    zh: '累计支出 {valueWan} 万元低于上期的 {previousWan} 万元，请核对。',
    en: 'Cumulative expenditure of {valueWan} (10,000 yuan) is below the earlier {previousWan}; please check.',
  },
  'result-below-previous': {
    zh: '“{indicator}”的累计完成值 {value} 低于上期的 {previous}，请核对。',
    en: 'The cumulative result {value} of “{indicator}” is below the earlier {previous}; please check.',
  },
};
