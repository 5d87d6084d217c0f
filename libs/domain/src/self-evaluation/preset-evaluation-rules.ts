import type { EvaluationRules } from './evaluation-rules.js';

/** R30–R40 as the rules of 财预〔2020〕10号 and 财预〔2021〕101号 have them, without a local gate or cap. */
export const DEFAULT_EVALUATION_RULES: EvaluationRules = {
  executionPoints: 10,
  frames: {
    A: { cost: null, output: 50, benefit: 30, satisfaction: 10 },
    B: { cost: 20, output: 40, benefit: 20, satisfaction: 10 },
  },
  reverse: 'ratio',
  gatePercent: null,
  outcomeBands: { metFrom: 80, partlyFrom: 60 },
  overTargetFrom: 130,
  overTargetExemptUnits: ['%'],
  gradesFrom: { excellent: 90, good: 80, fair: 60 },
  pointGapPercent: 5,
  unspentPercent: 20,
  caps: [],
};

/** R35: below 60 % completion a leaf has no points. */
export const TIANJIN_EVALUATION_RULES: EvaluationRules = { ...DEFAULT_EVALUATION_RULES, gatePercent: 60 };

/** §8, last rule: the lower the execution rate, the lower the total can be at best. */
export const CAPPED_EVALUATION_RULES: EvaluationRules = {
  ...DEFAULT_EVALUATION_RULES,
  caps: [
    { executionBelow: 80, totalAtMost: 89 },
    { executionBelow: 70, totalAtMost: 79 },
    { executionBelow: 60, totalAtMost: 69 },
    { executionBelow: 50, totalAtMost: 59 },
  ],
};

/** Rules to start from, for a page that offers them. */
export interface EvaluationRulePreset {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly description: { readonly zh: string; readonly en: string };
  readonly rules: EvaluationRules;
}

export const EVALUATION_RULE_PRESETS: readonly EvaluationRulePreset[] = [
  {
    id: 'ministry',
    title: { zh: '财政部通用办法', en: 'Ministry of Finance' },
    description: {
      zh: '预算执行率 10 分，其余 90 分按完成率计分；不设完成率下限，不设总分上限。',
      en: 'Execution 10 points, the other 90 by completion; no gate, and no cap on the total.',
    },
    rules: DEFAULT_EVALUATION_RULES,
  },
  {
    id: 'tianjin',
    title: { zh: '天津完成率下限法', en: 'Tianjin gate' },
    description: {
      zh: '完成率低于 60% 的指标不得分，其余同通用办法。',
      en: 'An indicator below 60 % completion has no points; else as the Ministry has it.',
    },
    rules: TIANJIN_EVALUATION_RULES,
  },
  {
    id: 'execution-caps',
    title: { zh: '执行率限分法', en: 'Caps by execution' },
    description: {
      zh: '预算执行率低于 80%、70%、60%、50% 的，总分分别不超过 89、79、69、59 分。',
      en: 'An execution rate below 80, 70, 60, 50 % limits the total to 89, 79, 69, 59 points.',
    },
    rules: CAPPED_EVALUATION_RULES,
  },
];
