import type { Fen } from '../kernel/money.js';
import type { Problem } from '../kernel/result.js';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import type { EvaluationRules, FrameName, Grade } from './evaluation-rules.js';

/** Whose expenditure the execution points are made of: the final account's (决算) where it is there, else that of December's round. */
export type EvaluatedExpenditure = 'finalAccount' | 'round';

/** An indicator with the year's result, as it is to be scored. */
export interface LeafToScore {
  /** Lineage id of the indicator. */
  readonly id: string;
  readonly target: IndicatorTarget;
  /** Whether finance has confirmed the direction, where it is doubtful (R41); absent where that was not noted with the draft. */
  readonly directionConfirmed?: boolean;
  /** Null where nothing is known of it. */
  readonly answer: IndicatorAnswer | null;
  /** 分值, points with 2 places (R30). */
  readonly weight: number;
  /** Why it does not apply (R40); null where it does. */
  readonly notApplicableWhy: string | null;
  /**
   * Points that a person gives within the band of the outcome (R36), or for a target that nothing can be compared with;
   * null where none were given yet, and for all others.
   */
  readonly chosenPoints: number | null;
  /** Manual deduction (R37). */
  readonly cut: { readonly points: number; readonly reason: string } | null;
  /** 偏差原因分析及改进措施. */
  readonly explanation: string | null;
}

/** Everything that the points of one project's self-evaluation depend on; JSON-safe, and kept with them (R49). */
export interface EvaluationInput {
  readonly rules: EvaluationRules;
  /** The frame that the weights are compared with (R30); null or absent where they were typed without one. */
  readonly frame?: FrameName | null;
  /** 全年预算数 in 分; null where none is known. */
  readonly adjustedBudgetFen: Fen | null;
  /** 全年执行数 in 分; null where none is known, which is not zero. */
  readonly expenditureFen: Fen | null;
  readonly leaves: readonly LeafToScore[];
}

/** What decided the points of a leaf (R32–R37, R40). */
export const POINT_RULES = [
  'positive',
  'reverse',
  'reverse-linear',
  'zero-target',
  'gate',
  'outcome',
  'date',
  'execution',
  'no-result',
  'not-applicable',
  'unclear',
  'reviewed',
] as const;
export type PointRule = (typeof POINT_RULES)[number];

/** The points of one leaf with the figures that made them; JSON-safe. */
export interface LeafPoints {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  /**
   * Rounded to 2 places (R38); null where they cannot be told yet (no result, outcome without chosen points) or the leaf
   * does not apply (`not-applicable`).
   */
  readonly points: number | null;
  readonly rule: PointRule;
  /** The result that was scored; for `executionRate` the rate of R7, 2 places. Null where there is no number. */
  readonly result: number | null;
  /**
   * Percent, 2 places: result ÷ target; of a ceiling 100 where it was kept, else what R33 leaves of it. Null where there
   * is nothing to divide.
   */
  readonly completion: number | null;
  /** Points before the manual deduction, 2 places; null as `points`. */
  readonly beforeCut: number | null;
  /** The gate that was applied (R35), percent; null where none. */
  readonly gate: number | null;
  /** Bounds of the points that a person may choose (R36); null for all others. */
  readonly choice: { readonly from: number; readonly to: number; readonly toIncluded: boolean } | null;
  /** The unit's own points, the rule that gave them, and why a reviewer replaced them; null where nobody did. */
  readonly review: { readonly own: number | null; readonly ownRule: PointRule; readonly reason: string } | null;
}

/**
 * How the points of execution came about: by the rate; not told for want of the budget or of the expenditure; nothing to
 * spend and nothing spent; money spent without any budget.
 */
export const EXECUTION_BASES = [
  'rate',
  'budget-missing',
  'expenditure-missing',
  'nothing-to-spend',
  'spent-without-budget',
] as const;
export type ExecutionBasis = (typeof EXECUTION_BASES)[number];

/** R31. */
export interface ExecutionPoints {
  readonly weight: number;
  /** Null where they cannot be told, and where there was nothing to spend, which drops them as R40 drops a leaf. */
  readonly points: number | null;
  /** Execution rate in percent, 2 places; null where there is none. */
  readonly rate: number | null;
  readonly basis: ExecutionBasis;
}

/** R39: lights of the self-evaluation itself. */
export interface EvaluationAlert extends Problem {
  readonly code: 'points-above-execution' | 'unspent';
  readonly light: 'red' | 'yellow';
}

/** What still hinders handing in, or is worth a look; `leafId` null where it concerns the whole. */
export interface EvaluationRemark extends Problem {
  readonly leafId: string | null;
  readonly required: boolean;
}

/** The scores of one self-evaluation with everything that made them. */
export interface EvaluationScores {
  readonly execution: ExecutionPoints;
  readonly leaves: readonly LeafPoints[];
  /** Sum of the rounded points, before rescaling and caps; null where any point is not known. */
  readonly sum: number | null;
  /** Sum of the weights that apply: with right weights 100 unless something was dropped (R40). */
  readonly outOf: number;
  /** After R40 and the cap, 2 places; null as `sum`. */
  readonly total: number | null;
  /** The cap that lowered the total; null where none did. */
  readonly cap: { readonly executionBelow: number; readonly totalAtMost: number; readonly before: number } | null;
  readonly grade: Grade | null;
  readonly alerts: readonly EvaluationAlert[];
  readonly remarks: readonly EvaluationRemark[];
}

/** Points that a reviewer of a higher level gives instead (部门复核, 财政复核), with why; by leaf id. */
export type ReviewedPoints = Readonly<Record<string, { readonly points: number; readonly reason: string }>>;
