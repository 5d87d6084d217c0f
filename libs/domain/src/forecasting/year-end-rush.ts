import { exact, type Fraction } from '../kernel/exact.js';
import { HUNDRED, percentOf, shown, ZERO } from '../monitoring/figures.js';
import { FINAL_MONTH, planAtMonth, type MonthlyExpenditure, type PlanOfYear } from './plan-curve.js';
import { robustZ } from './robust-z.js';

/** When spending at the end of the year is a rush, as data. */
export interface RushRules {
  /** More than this many points above the plan. */
  readonly pointsOverPlan: number;
  /** A robust z above this is unusual among peers; 3.5 is the limit of Iglewicz & Hoaglin (1993). */
  readonly robustZ: number;
  /** Fewer peers than this are no company to stand out from. */
  readonly minPeers: number;
}

export const RUSH_RULES: RushRules = { pointsOverPlan: 15, robustZ: 3.5, minPeers: 5 };

/** The end of the year: December alone, or October to December. */
export type YearEnd = 'december' | 'fourthQuarter';

/** Months at whose end each of them begins. */
const BEGINS_AFTER: Readonly<Record<YearEnd, number>> = { december: 11, fourthQuarter: 9 };

/** Share of the year's expenditure that fell to its end, percent with 2 places for display; compared unrounded. JSON-safe. */
export interface RushShare {
  readonly of: YearEnd;
  readonly share: number | null;
  readonly plannedShare: number | null;
  /** Share minus plan, in points. */
  readonly gapToPlan: number | null;
  /** Modified z-score among the peers, 2 places; null with too few of them or where they do not differ. */
  readonly z: number | null;
  readonly peers: number;
  readonly isOverPlan: boolean;
  readonly isUnusual: boolean;
}

/**
 * R48: share of December or of the fourth quarter in the year's expenditure, in percent, exact; null where the year's end
 * or the month before is not known, or nothing was spent. A refund at the end makes it negative.
 */
export function yearEndShare(of: YearEnd, curve: readonly MonthlyExpenditure[]): Fraction | null {
  const spentBy = (month: number): Fraction | null => {
    const figure = curve.find((each) => each.month === month);
    return figure === undefined ? null : exact(figure.expenditureFen);
  };
  const [before, total] = [spentBy(BEGINS_AFTER[of]), spentBy(FINAL_MONTH)];
  return before === null || total === null || total.lte(ZERO) ? null : percentOf(total.sub(before), total);
}

/**
 * R48, the year-end rush: the share against what the plan has for the same months, and against peers. High is what makes
 * a rush; a low share is nobody's fault.
 * @param peerShares {@link yearEndShare} of comparable projects or units, with or without the one itself
 * @returns null where there is no share to speak of
 */
export function yearEndRush(
  of: YearEnd,
  curve: readonly MonthlyExpenditure[],
  plan: PlanOfYear,
  peerShares: readonly Fraction[],
  rules: RushRules = RUSH_RULES,
): RushShare | null {
  const share = yearEndShare(of, curve);
  return share === null ? null : rushAgainst(of, { share, planned: plannedShare(of, plan) }, peerShares, rules);
}

/** R48 of shares that are known already, in percent: those of a unit, which are made of the money of its projects. */
export function rushAgainst(
  of: YearEnd,
  { share, planned }: { readonly share: Fraction; readonly planned: Fraction },
  peerShares: readonly Fraction[],
  rules: RushRules = RUSH_RULES,
): RushShare {
  const gap = share.sub(planned);
  const z = zOf(share, peerShares, rules);
  return {
    of,
    share: shown(share),
    plannedShare: shown(planned),
    gapToPlan: shown(gap),
    z: z === null ? null : shown(exact(z)),
    peers: peerShares.length,
    isOverPlan: gap.gt(exact(rules.pointsOverPlan)),
    isUnusual: z !== null && z > rules.robustZ,
  };
}

const plannedShare = (of: YearEnd, plan: PlanOfYear): Fraction => HUNDRED.sub(planAtMonth(plan, BEGINS_AFTER[of]));

function zOf(share: Fraction, peers: readonly Fraction[], { minPeers }: RushRules): number | null {
  if (peers.length < minPeers) return null;
  return robustZ(
    share.valueOf(),
    peers.map((peer) => peer.valueOf()),
  );
}
