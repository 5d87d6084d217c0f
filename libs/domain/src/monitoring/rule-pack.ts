import type { RemarkRules } from '../reporting/remark-rules.js';

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

/**
 * How spending is judged, discriminated by `preset`. Another preset is another member of this union with its own
 * data; `assessSpend` chooses by `preset` after R11, which holds for every preset.
 */
export type SpendRules = RatioSpendRules;

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
}

/** The thresholds of a rule set as versioned data: no threshold is a constant in code. */
export interface RulePack {
  readonly id: string;
  readonly version: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly spend: SpendRules;
  readonly indicators: IndicatorRules;
  /** Where the authority wants other reasons and explanations than usual (R24, R25), as "red only". */
  readonly remarks?: Partial<RemarkRules>;
}

/** `id@version`, the form in which a light names its rule pack (R49). */
export const rulePackRef = (pack: Pick<RulePack, 'id' | 'version'>): string => `${pack.id}@${pack.version}`;

/** The default rule set: ratio of actual to plan (R9, R18). */
export const RATIO_RULE_PACK: RulePack = {
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
