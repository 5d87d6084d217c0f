import type { Messages } from '../../platform/http/message-catalogue.js';

/** What a corrected December says against an evaluation that was handed in before, none of it a refusal. */
export const evaluationDecemberMessages: Messages = {
  'evaluation-december-budget': {
    zh: '12月监控更正后全年预算数为 {now} 万元，本自评仍按 {was} 万元计分。',
    en: 'December was corrected to a budget of {now} 万元; this is scored by {was} 万元.',
  },
  'evaluation-december-expenditure': {
    zh: '12月监控更正后全年执行数为 {now} 万元，更正前为 {was} 万元；本自评提交时的数没有改动。',
    en: 'December was corrected to {now} 万元 spent, before {was} 万元; what was handed in stays as it is.',
  },
  'evaluation-december-parts': {
    zh: '12月监控更正后，执行数的资金构成与本自评不同。',
    en: 'By the corrected December the expenditure is made up of other funds than here.',
  },
  'evaluation-december-result': {
    zh: '指标“{indicator}”12月监控更正后为 {now}，更正前为 {was}；本自评提交时的数没有改动。',
    en: '“{indicator}” was corrected in December to {now}, before {was}; what was handed in stays as it is.',
  },
  'evaluation-december-explanation': {
    zh: '指标“{indicator}”12月监控的偏差原因已更正。',
    en: 'What December says of the deviation of “{indicator}” was corrected.',
  },
};
