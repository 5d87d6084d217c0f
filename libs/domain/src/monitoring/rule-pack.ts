import type { RemarkRules } from '../reporting/remark-rules.js';
import type { Checkpoint } from '../targets/target-types.js';
import type { MismatchRules } from './mismatch-rules.js';

/** Two limits of a percentage: below `redBelow` is red, from there and below `yellowBelow` yellow, else green. */
export interface Bands {
  readonly redBelow: number;
  readonly yellowBelow: number;
}

/** Preset `ratio` (R9): the execution rate as a percentage of a reference, judged by bands. */
export interface RatioSpendRules extends Bands {
  readonly preset: 'ratio';
  /** What the execution rate is compared with: the spend schedule, or month/12. */
  readonly reference: 'plan' | 'straightLine';
}

/** Preset `sichuan` (R12): the execution rate that is asked for by the end of certain months; below it is yellow. */
export interface SichuanSpendRules {
  readonly preset: 'sichuan';
  /** Ascending by month; other months use the last passed one. */
  readonly thresholds: readonly Checkpoint[];
}

/** Preset `hefei` (R13): spending is up to straight-line progress or it is red; the goals make the difference from green. */
export interface HefeiSpendRules {
  readonly preset: 'hefei';
  /** Spending is behind below this many percent of straight-line progress: 100 asks for all of it. */
  readonly behindBelow: number;
}

/**
 * How spending is judged, discriminated by `preset`. Another preset is another member of this union with its own
 * data; `assessSpend` chooses by `preset` after R11 and R14, which hold for every preset.
 */
export type SpendRules = RatioSpendRules | SichuanSpendRules | HefeiSpendRules;

/** How cumulative and progress indicators are judged (R17, R18). Levels, dates and outcomes need no threshold. */
export interface IndicatorRules extends Bands {
  /** Bands in month 12, percent of the annual target (R18). */
  readonly finalRedBelow: number;
  readonly finalYellowBelow: number;
  /** Blue from this percentage of the annual target, or of the standard (R18). */
  readonly blueFrom: number;
  readonly blueOf: 'annualTarget' | 'standard';
  /** Annual targets below this many units are at worst yellow before month 12 (R18). */
  readonly smallTargetBelow: number;
  /**
   * Preset `shanxi`: words of level 1 or level 2 (数量, 效益, 满意度) under which every number grows through the year (R18),
   * also a percentage, while all other numbers are levels (R19). Absent where the kind of an indicator decides (R17).
   */
  readonly cumulativeUnder?: readonly string[];
}

/** R14: a large project that is far behind is red although the preset may be milder. Compared unrounded. */
export interface LargeProjectRules {
  /** Adjusted budget in 分 from which a project is large. */
  readonly budgetFromFen: number;
  /** Gap to straight-line progress in points, at which or below which spending is far behind: −20. */
  readonly gapToStraightLine: number;
  /** And the gap to the plan is below this: 0 spares a project that keeps to its plan. */
  readonly gapToPlanBelow: number;
}

/** The thresholds of a rule set as versioned data: no threshold is a constant in code. */
export interface RulePack {
  readonly id: string;
  readonly version: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly spend: SpendRules;
  readonly indicators: IndicatorRules;
  /** Absent or null where large projects are judged like all others. */
  readonly largeProject?: LargeProjectRules | null;
  /** Where the authority compares money and goals otherwise than usual (R15); null where it does not compare them. */
  readonly mismatch?: Partial<MismatchRules> | null;
  /** Where the authority wants other reasons and explanations than usual (R24, R25), as "red only". */
  readonly remarks?: Partial<RemarkRules>;
}

/** `id@version`, the form in which a light names its rule pack (R49). */
export const rulePackRef = (pack: Pick<RulePack, 'id' | 'version'>): string => `${pack.id}@${pack.version}`;

/** The default rule set: ratio of actual to plan (R9, R18). Stored lights name it, so this version stays as it is (R49). */
export const RATIO_RULE_PACK: RulePack & { readonly spend: RatioSpendRules } = {
  id: 'ratio',
  version: 1,
  title: { zh: '比率法（默认）', en: 'Ratio to plan (default)' },
  spend: { preset: 'ratio', reference: 'plan', redBelow: 60, yellowBelow: 80 },
  indicators: {
    redBelow: 60,
    yellowBelow: 80,
    finalRedBelow: 60,
    finalYellowBelow: 100,
    blueFrom: 120,
    blueOf: 'annualTarget',
    smallTargetBelow: 12,
  },
};
