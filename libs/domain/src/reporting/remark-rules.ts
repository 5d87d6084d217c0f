/** When a report owes an explanation, as data (R24, R25). */
export interface RemarkRules {
  /** Lights that need a reason; the option "red only" leaves yellow out (R24). */
  readonly reasonsFor: readonly ('yellow' | 'red')[];
  /** More than this many percent over the annual target needs a reason (R25). */
  readonly overTargetPercent: number;
  /** Units that are exempt from R25. */
  readonly overTargetExemptUnits: readonly string[];
}

export const REMARK_RULES: RemarkRules = {
  reasonsFor: ['yellow', 'red'],
  overTargetPercent: 15,
  overTargetExemptUnits: ['%'],
};

/** The rules of a round: what its rule pack says of remarks, and the usual for all that it leaves out. */
export const remarkRulesOf = ({ remarks }: { readonly remarks?: Partial<RemarkRules> }): RemarkRules => ({
  ...REMARK_RULES,
  ...remarks,
});
