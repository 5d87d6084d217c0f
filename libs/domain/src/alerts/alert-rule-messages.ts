import { RULE_PACK_PROBLEM_SENTENCES } from '../monitoring/rule-pack-messages.js';
import type { ExplainLocale } from '../monitoring/wording.js';
import type { AlertRuleProblem } from './check-alert-rules.js';

/** The sentence of every fault that only alert rules have; what they share with rule packs is told as for these. */
export const ALERT_RULE_PROBLEM_SENTENCES: Readonly<Record<string, Readonly<Record<ExplainLocale, string>>>> = {
  'alert-rules-red-before-alert': {
    zh: '升为红色的界限 {redFrom} 个百分点不能小于开始预警的 {points} 个百分点。',
    en: 'Red begins at {redFrom} points, which must not be before the alert begins at {points}.',
  },
  'alert-rules-impossible-is-red': {
    zh: '“完全不可能”一律为红色预警，级别不能降低。',
    en: 'A target out of reach always raises a red alert; its severity cannot be lowered.',
  },
  'alert-rules-quarter-below-december': {
    zh: '第四季度的界限 {fourthQuarter}% 不能低于12月的 {december}%，12月本身就在第四季度内。',
    en: 'The limit of the fourth quarter, {fourthQuarter}%, must not be below {december}% for December, which is part of it.',
  },
  'alert-rules-escalation-late': {
    zh: '逾期上报的 {escalateDays} 个工作日应少于回应期限的 {answerDays} 个工作日。',
    en: 'An alert goes up after {escalateDays} working days, which has to be before the {answerDays} to answer are over.',
  },
  'alert-rules-time-form': { zh: '请按 HH:MM 填写时间，如 20:00。', en: 'A time is written HH:MM, as 20:00.' },
  'alert-rules-quiet-all-day': {
    zh: '免打扰的开始和结束时间不能相同，否则全天都不发送。',
    en: 'Quiet hours must not begin and end at the same time, or nothing would ever be sent.',
  },
};

/** What is wrong with a field of alert rules, in the reader's language. */
export function alertRuleProblemMessage({ code, params = {} }: AlertRuleProblem, locale: ExplainLocale): string {
  const sentences = { ...RULE_PACK_PROBLEM_SENTENCES, ...ALERT_RULE_PROBLEM_SENTENCES };
  const sentence = Object.hasOwn(sentences, code) ? sentences[code]?.[locale] : undefined;
  if (sentence === undefined) return locale === 'zh' ? `请核对（${code}）。` : `Please check (${code}).`;
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '—'));
}
