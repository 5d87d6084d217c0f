import { RATIO_RULE_PACK, type LargeProjectRules, type RulePack } from './rule-pack.js';

/** A rule pack to start from, with what it does and where it comes from, for a page that offers it. */
export interface PresetRulePack {
  readonly pack: RulePack;
  readonly description: { readonly zh: string; readonly en: string };
}

/** R14 as it is usually set, from 1000 万元: for an authority that switches it on. No preset has it on by itself. */
export const LARGE_PROJECT_RULES: LargeProjectRules = {
  budgetFromFen: 1_000_000_000,
  gapToStraightLine: -20,
  gapToPlanBelow: 0,
};

const { indicators } = RATIO_RULE_PACK;

/** R9 with its option: straight-line progress instead of the unit's own plan. */
export const STRAIGHT_LINE_RULE_PACK: RulePack = {
  id: 'straight-line',
  version: 1,
  title: { zh: '序时进度法', en: 'Ratio to straight-line progress' },
  spend: { preset: 'ratio', reference: 'straightLine', redBelow: 60, yellowBelow: 80 },
  indicators,
};

/** R12, and R15 either way. */
export const SICHUAN_RULE_PACK: RulePack = {
  id: 'sichuan',
  version: 1,
  title: { zh: '四川节点法', en: 'Sichuan thresholds' },
  spend: {
    preset: 'sichuan',
    thresholds: [
      { month: 4, percent: 25 },
      { month: 6, percent: 40 },
      { month: 8, percent: 60 },
      { month: 10, percent: 80 },
    ],
  },
  indicators,
  mismatch: { moneyAheadBy: 10, goalsAheadBy: 10, goalsAhead: 'always' },
};

/** R13, which also replaces R23. */
export const HEFEI_RULE_PACK: RulePack = {
  id: 'hefei',
  version: 1,
  title: { zh: '合肥双控法', en: 'Hefei combination' },
  spend: { preset: 'hefei', behindBelow: 100 },
  indicators,
};

/** R18 for every number under 数量, 效益 and 满意度, R19 for the others; spending as in `ratio`. */
export const SHANXI_RULE_PACK: RulePack = {
  id: 'shanxi',
  version: 1,
  title: { zh: '山西分类法', en: 'Shanxi by kind of indicator' },
  spend: RATIO_RULE_PACK.spend,
  indicators: { ...indicators, cumulativeUnder: ['数量', '效益', '满意度'] },
};

/** Every preset, the default first. */
export const PRESET_RULE_PACKS: readonly PresetRulePack[] = [
  {
    pack: RATIO_RULE_PACK,
    description: {
      zh: '系统默认。执行率除以本项目的支出计划：不到 60% 红灯，60%～80% 黄灯，80% 及以上绿灯；两个节点之间且上一节点已达到的，最差为黄灯。',
      en: 'The default. Execution rate as a share of the project’s own spend plan: red below 60%, yellow from 60% to 80%, green from 80%; between two checkpoints with the last one met at worst yellow.',
    },
  },
  {
    pack: STRAIGHT_LINE_RULE_PACK,
    description: {
      zh: '各地通行的序时进度考核。执行率除以序时进度（月份÷12），界限同比率法；不看单位自报的支出计划。',
      en: 'The straight-line check that many authorities use. Execution rate as a share of month ÷ 12, with the limits of the ratio; the unit’s own plan does not count.',
    },
  },
  {
    pack: SICHUAN_RULE_PACK,
    description: {
      zh: '参照四川省的做法。4、6、8、10月底执行率低于 25%、40%、60%、80% 的黄灯，其他月份用上一个节点；支出超预算才红灯。资金和目标相差超过 10 个百分点，无论哪方超前都提示。',
      en: 'After the practice of Sichuan. Yellow below 25%, 40%, 60%, 80% at the end of April, June, August, October, other months by the last of these; red only above the budget. Money and goals more than 10 points apart count either way.',
    },
  },
  {
    pack: HEFEI_RULE_PACK,
    description: {
      zh: '参照合肥市的做法。支出达到序时进度且目标正常为绿灯，支出达到而目标有偏差为黄灯，支出未达到为红灯。',
      en: 'After the practice of Hefei. Green where spending is up to straight-line progress and the goals are fine, yellow where only the goals are off, red where spending is behind.',
    },
  },
  {
    pack: SHANXI_RULE_PACK,
    description: {
      zh: '参照山西省的做法。数量、效益、满意度指标（含百分比）按月折算评判，其他指标直接与指标值比较；支出同比率法。',
      en: 'After the practice of Shanxi. Indicators of quantity, benefit and satisfaction, percentages included, are scaled by the month; all others are compared as they stand. Spending as in the ratio.',
    },
  },
];
