import type { ExplainLocale } from '../monitoring/wording.js';
import type { EvaluationPart, Grade } from './evaluation-rules.js';

type Words<T extends string> = Readonly<Record<T, Readonly<Record<ExplainLocale, string>>>>;

export const PART_WORDS: Words<EvaluationPart> = {
  cost: { zh: '成本指标', en: 'cost' },
  output: { zh: '产出指标', en: 'output' },
  benefit: { zh: '效益指标', en: 'benefit' },
  satisfaction: { zh: '满意度指标', en: 'satisfaction' },
};
export const GRADE_WORDS: Words<Grade> = {
  excellent: { zh: '优', en: 'excellent' },
  good: { zh: '良', en: 'good' },
  fair: { zh: '中', en: 'fair' },
  poor: { zh: '差', en: 'poor' },
};
