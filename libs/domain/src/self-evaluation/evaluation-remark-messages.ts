import type { ExplainLocale } from '../monitoring/wording.js';
import type { EvaluationRemark } from './evaluation-types.js';
import { EVALUATION_PARTS } from './evaluation-rules.js';
import { PART_WORDS } from './evaluation-words.js';

/** The sentence of every remark on a self-evaluation, by its code; `{name}` takes a parameter. */
export const EVALUATION_REMARK_SENTENCES: Readonly<Record<string, Readonly<Record<ExplainLocale, string>>>> = {
  'budget-missing': {
    zh: '缺少全年预算数，预算执行率无法计分。',
    en: 'The budget of the year is missing, so that execution cannot be scored.',
  },
  'expenditure-missing': {
    zh: '缺少全年执行数，预算执行率无法计分（空白不作零处理）。',
    en: 'The expenditure of the year is missing, so that execution cannot be scored; a blank does not count as zero.',
  },
  'nothing-to-spend': {
    zh: '全年预算数为零且没有支出，预算执行率不适用，其余得分折算为百分制。',
    en: 'The budget is zero and nothing was spent: execution does not apply, and the rest is rescaled to 100.',
  },
  'spent-without-budget': {
    zh: '没有预算而发生支出，预算执行率不得分，请核对全年预算数。',
    en: 'Money was spent without any budget: execution has no points. Check the budget of the year.',
  },
  'no-leaf-applies': {
    zh: '没有一项指标适用，无法评价。',
    en: 'No indicator applies, so that there is nothing to evaluate.',
  },
  'weights-total': {
    zh: '各指标分值合计 {sum}，应为 {of}。',
    en: 'The weights of all indicators make {sum}; they have to make {of}.',
  },
  'weights-part': {
    zh: '{part}分值合计 {sum}，框架{frame}为 {of}。',
    en: 'The weights of {part} make {sum}; frame {frame} has {of}.',
  },
  'weight-out-of-range': {
    zh: '指标“{indicator}”的分值 {weight} 应在 0 至 {of} 之间。',
    en: 'The weight of “{indicator}” is {weight}; it has to lie between 0 and {of}.',
  },
  'weight-places': {
    zh: '指标“{indicator}”的分值 {weight} 最多保留两位小数。',
    en: 'The weight of “{indicator}” is {weight}; it must not have more than 2 decimal places.',
  },
  'result-missing': {
    zh: '指标“{indicator}”没有实际完成值（空白不作零处理）。',
    en: '“{indicator}” has no result; a blank does not count as zero.',
  },
  'points-to-choose': {
    zh: '请为指标“{indicator}”在 {from} 至 {to} 分之间评分。',
    en: 'Choose points for “{indicator}” between {from} and {to}.',
  },
  'points-outside-outcome': {
    zh: '指标“{indicator}”的得分不在 {from} 至 {to} 分的档次内。',
    en: 'The points of “{indicator}” lie outside its band of {from} to {to}.',
  },
  'over-target-unexplained': {
    zh: '指标“{indicator}”完成 {result}，指标值 {target}，超出较多，请说明原因。',
    en: '“{indicator}” came to {result} against {target}: explain why it is so far over the target.',
  },
  'points-lost-unexplained': {
    zh: '指标“{indicator}”得 {points} 分，未得满分 {weight}，请填写偏差原因分析及改进措施。',
    en: '“{indicator}” has {points} of {weight} points: explain the deviation and how it will be improved.',
  },
  'cut-without-reason': {
    zh: '指标“{indicator}”扣分没有写明原因。',
    en: 'The deduction of “{indicator}” has no reason.',
  },
  'cut-out-of-range': {
    zh: '指标“{indicator}”的扣分应大于 0，且不超过分值 {weight}。',
    en: 'The deduction of “{indicator}” has to be more than 0 and at most its weight {weight}.',
  },
  'not-applicable-unexplained': {
    zh: '指标“{indicator}”不适用，请写明原因。',
    en: '“{indicator}” does not apply: write why.',
  },
  'review-out-of-range': {
    zh: '指标“{indicator}”的复核得分应在 0 至 {weight} 之间，未采用。',
    en: 'The reviewed points of “{indicator}” have to lie between 0 and {weight}; they are not used.',
  },
  'review-unexplained': {
    zh: '指标“{indicator}”的复核得分没有写明理由。',
    en: 'The reviewed points of “{indicator}” have no reason.',
  },
  'result-negative': {
    zh: '指标“{indicator}”的完成值 {result} 小于零，请核对。',
    en: 'The result of “{indicator}” is {result}, below zero: check it.',
  },
  'execution-counted-twice': {
    zh: '指标“{indicator}”与预算执行率重复计分。',
    en: '“{indicator}” counts the execution rate a second time.',
  },
  'direction-to-confirm': {
    zh: '指标“{indicator}”的指标值 {target} 与名称方向不符，方向待财政确认，目前按原文计分。',
    en: 'The target {target} of “{indicator}” contradicts its name: direction to confirm by finance; it is scored as printed.',
  },
};

/** Codes that have a sentence. */
export const evaluationRemarkCodes: readonly string[] = Object.keys(EVALUATION_REMARK_SENTENCES);

/** What a remark says, in the reader's language. */
export function evaluationRemarkMessage(
  { code, params = {} }: Pick<EvaluationRemark, 'code' | 'params'>,
  locale: ExplainLocale,
): string {
  const sentence = Object.hasOwn(EVALUATION_REMARK_SENTENCES, code)
    ? EVALUATION_REMARK_SENTENCES[code]?.[locale]
    : undefined;
  if (sentence === undefined) return locale === 'zh' ? `请核对（${code}）。` : `Please check (${code}).`;
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => wordOf(key, params[key] ?? null, locale));
}

function wordOf(key: string, value: string | number | null, locale: ExplainLocale): string {
  const part = key === 'part' ? EVALUATION_PARTS.find((each) => each === value) : undefined;
  return part === undefined ? String(value ?? '—') : PART_WORDS[part][locale];
}
