/** The thresholds of a rule set as versioned data: no threshold is a constant in code. */
export interface RulePack {
  readonly id: string;
  readonly version: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly spend: {
    readonly preset: 'ratio';
    /** What the execution rate is compared with (R9). */
    readonly reference: 'plan' | 'straightLine';
    /** v below `redBelow` is red, below `yellowBelow` yellow, else green; percent of the reference (R9). */
    readonly redBelow: number;
    readonly yellowBelow: number;
  };
  readonly indicators: {
    /** Bands before month 12, percent of the standard (R18). */
    readonly redBelow: number;
    readonly yellowBelow: number;
    /** Bands in month 12, percent of the annual target (R18). */
    readonly finalRedBelow: number;
    readonly finalYellowBelow: number;
    /** Blue from this percentage of the annual target, or of the standard (R18). */
    readonly blueFrom: number;
    readonly blueOf: 'annualTarget' | 'standard';
    /** Annual targets below this many units are at worst yellow before month 12 (R18). */
    readonly smallTargetBelow: number;
  };
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
