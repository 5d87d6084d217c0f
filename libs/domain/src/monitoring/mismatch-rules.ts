/** When money and goals run apart so far that somebody should look (R15), in percentage points, as data. */
export interface MismatchRules {
  /** The money is ahead of the goals by more than this. */
  readonly moneyAheadBy: number;
  /** The goals are ahead of the money by more than this. */
  readonly goalsAheadBy: number;
  /** Goals ahead count always, or only where the spend light is yellow or red: money saved is no fault by itself. */
  readonly goalsAhead: 'always' | 'spendBehind';
}

export const MISMATCH_RULES: MismatchRules = { moneyAheadBy: 10, goalsAheadBy: 10, goalsAhead: 'spendBehind' };

/** The rules of a round: what its rule pack says, and the usual for all that it leaves out; null where it wants none. */
export const mismatchRulesOf = ({
  mismatch,
}: {
  readonly mismatch?: Partial<MismatchRules> | null;
}): MismatchRules | null => (mismatch === null ? null : { ...MISMATCH_RULES, ...mismatch });
