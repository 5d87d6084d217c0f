import type { Messages } from '../../platform/http/message-catalogue.js';

export const officialReportsMessages: Messages = {
  'official-report-month': {
    zh: '监控报告须选择监控期；自评报告按年度，不选月份。',
    en: 'A monitoring report is of a round; a self-evaluation report is of a year and has no month.',
  },
  'official-report-exists': {
    status: 409,
    zh: '该单位本期的报告已经起草。',
    en: 'The report of this organisation and period has been drafted already.',
  },
  'official-report-changed': {
    status: 409,
    zh: '他人已作了修改，请刷新后再试（您看到的是第 {version} 版，现为第 {current} 版）。',
    en: 'Somebody else has changed it; reload first (you saw version {version}, it is now {current}).',
  },
  'official-report-drafting': {
    status: 409,
    zh: '报告正在起草，请稍候。',
    en: 'The report is being drafted; wait for it.',
  },
  'official-report-settled': {
    status: 409,
    zh: '报告已报送审签或已封存，不能再修改。',
    en: 'The report was handed in or sealed and can no longer be changed.',
  },
  'official-report-paragraph': {
    zh: '没有找到段落“{id}”，请刷新后再试。',
    en: 'There is no paragraph “{id}”; reload first.',
  },
  'official-report-step-refused': {
    status: 409,
    zh: '报告现在不能这样办理，请刷新后再看。',
    en: 'The report is no longer at that point; reload it first.',
  },
  'official-report-text-needed': { zh: '请填写说明。', en: 'Write a few words with it.' },
  'official-report-own': {
    status: 403,
    zh: '不能封存自己起草、修改或报送的报告。',
    en: 'Nobody seals a report that he drafted, changed or handed in himself.',
  },
  'official-report-round-open': {
    status: 409,
    zh: '{year}年1-{month}月监控期尚未锁定，锁定后才能封存报告。',
    en: 'The round to month {month} of {year} is not locked yet; its report can be sealed only afterwards.',
  },
  'official-report-evaluations-open': {
    status: 409,
    zh: '还有 {count} 个项目的自评未经财政审定（{projects}），审定后才能封存报告。',
    en: '{count} self-evaluations are not accepted yet ({projects}); the report can be sealed only afterwards.',
  },
  'official-report-outdated': {
    status: 409,
    zh: '起草后数据有变化，请先退回或撤回，重新起草后再封存。',
    en: 'The figures have changed since it was drafted; have it drafted anew before it is sealed.',
  },
};
