import type { RulePackProblem } from './rule-pack-problems.js';
import type { ExplainLocale } from './wording.js';

/** The sentence of every fault of a rule pack, by its code; `{name}` takes a parameter. */
const SENTENCES: Readonly<Record<string, Readonly<Record<ExplainLocale, string>>>> = {
  'rule-pack-id-form': {
    zh: '编号用小写英文字母开头，只含小写字母、数字和连字符，2 至 30 个字符。',
    en: 'The id begins with a small letter and has 2 to 30 small letters, digits and single hyphens.',
  },
  'rule-pack-version-form': { zh: '版本号应为正整数。', en: 'The version is a whole number from 1.' },
  'rule-pack-text-missing': { zh: '此项不能为空。', en: 'This must not be blank.' },
  'rule-pack-text-long': { zh: '不能超过 {max} 个字。', en: 'This must not be longer than {max} characters.' },
  'rule-pack-key-unknown': { zh: '没有“{key}”这一项规则。', en: 'There is no rule named “{key}”.' },
  'rule-pack-choice-unknown': { zh: '只能选择：{choices}。', en: 'This must be one of: {choices}.' },
  'rule-pack-not-a-number': { zh: '请填写数字。', en: 'This must be a number.' },
  'rule-pack-not-whole': { zh: '请填写整数。', en: 'This must be a whole number.' },
  'rule-pack-out-of-range': { zh: '应在 {min} 至 {max} 之间。', en: 'This must lie between {min} and {max}.' },
  'rule-pack-out-of-range-above': {
    zh: '应大于 {min}，且不超过 {max}。',
    en: 'This must be more than {min} and at most {max}.',
  },
  'rule-pack-bands-overlap': {
    zh: '黄灯界限 {yellowBelow} 应大于红灯界限 {redBelow}，否则红灯与绿灯重叠。',
    en: 'Yellow ends at {yellowBelow}, which has to be above the end of red at {redBelow}; else red and green overlap.',
  },
  'rule-pack-blue-overlaps': {
    zh: '蓝灯界限 {blueFrom} 低于绿灯界限 {green}，黄灯会成为蓝灯。',
    en: 'Blue begins at {blueFrom}, below green at {green}: what is yellow would be blue.',
  },
  'rule-pack-list-empty': { zh: '至少填写一项。', en: 'At least one entry is needed.' },
  'rule-pack-repeated': { zh: '“{value}”重复。', en: '“{value}” is there twice.' },
  'rule-pack-months-unordered': { zh: '月份应从前到后排列。', en: 'The months have to be in their order.' },
  'rule-pack-threshold-falls': {
    zh: '{month}月的进度要求 {percent}% 低于前一个节点的 {before}%，累计进度不能减少。',
    en: 'Month {month} asks for {percent}%, less than the {before}% before it; a cumulative rate cannot fall.',
  },
};

/** Codes that have a sentence. */
export const rulePackProblemCodes: readonly string[] = Object.keys(SENTENCES);

/** What is wrong with a field, in the reader's language. */
export function rulePackProblemMessage({ code, params = {} }: RulePackProblem, locale: ExplainLocale): string {
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code]?.[locale] : undefined;
  if (sentence === undefined) return locale === 'zh' ? `请核对（${code}）。` : `Please check (${code}).`;
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '—'));
}
