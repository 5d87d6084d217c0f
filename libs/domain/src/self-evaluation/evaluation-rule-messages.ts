import { RULE_PACK_PROBLEM_SENTENCES } from '../monitoring/rule-pack-messages.js';
import type { ExplainLocale } from '../monitoring/wording.js';
import type { EvaluationRuleProblem } from './check-evaluation-rules.js';

/** The sentence of every fault that only evaluation rules have; what they share with rule packs is told as for these. */
export const EVALUATION_RULE_PROBLEM_SENTENCES: Readonly<Record<string, Readonly<Record<ExplainLocale, string>>>> = {
  'evaluation-rules-places': {
    zh: '最多保留两位小数。',
    en: 'This must not have more than 2 decimal places.',
  },
  'evaluation-rules-frame-sum': {
    zh: '框架{frame}各部分与预算执行率的 {execution} 分合计为 {sum} 分，应为 100 分。',
    en: 'The parts of frame {frame} and the {execution} points of execution make {sum}; they have to make 100.',
  },
  'evaluation-rules-bands-cross': {
    zh: '“部分达成”的起点 {partlyFrom}% 应低于“达成”的起点 {metFrom}%。',
    en: '“Partly achieved” begins at {partlyFrom}%, which has to be below {metFrom}% for “achieved”.',
  },
  'evaluation-rules-grades-cross': {
    zh: '本等次的起点 {from} 分应低于上一等次的 {above} 分。',
    en: 'This grade begins at {from}, which has to be below {above} of the next better one.',
  },
  'evaluation-rules-caps-rise': {
    zh: '执行率低于 {executionBelow}% 的上限 {totalAtMost} 分，应高于执行率低于 {lower}% 的上限 {allowed} 分。',
    en: 'Below {executionBelow}% at most {totalAtMost} points; that has to be more than the {allowed} allowed below {lower}%.',
  },
};

/** What is wrong with a field of evaluation rules, in the reader's language. */
export function evaluationRuleProblemMessage(
  { code, params = {} }: EvaluationRuleProblem,
  locale: ExplainLocale,
): string {
  const sentences = { ...RULE_PACK_PROBLEM_SENTENCES, ...EVALUATION_RULE_PROBLEM_SENTENCES };
  const sentence = Object.hasOwn(sentences, code) ? sentences[code]?.[locale] : undefined;
  if (sentence === undefined) return locale === 'zh' ? `请核对（${code}）。` : `Please check (${code}).`;
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '—'));
}
