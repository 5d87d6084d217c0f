/** The parts of the frame of indicators (R30): 成本, 产出, 效益, 满意度. Execution (预算执行率) is none of them. */
export const EVALUATION_PARTS = ['cost', 'output', 'benefit', 'satisfaction'] as const;
export type EvaluationPart = (typeof EVALUATION_PARTS)[number];

/** 优 良 中 差 (R38). */
export const GRADES = ['excellent', 'good', 'fair', 'poor'] as const;
export type Grade = (typeof GRADES)[number];

/** Points per part of a frame (R30); with execution they add up to 100. A part of null is not in the frame. */
export type WeightFrame = Readonly<Record<EvaluationPart, number | null>>;

export const FRAME_NAMES = ['A', 'B'] as const;
export type FrameName = (typeof FRAME_NAMES)[number];

/** From `from` percent of the weight on, up to what the better band begins with (R36). */
export interface OutcomeBands {
  readonly metFrom: number;
  readonly partlyFrom: number;
}

/** R30–R40 as data: a published version is never changed. Percent and points with 2 places. */
export interface EvaluationRules {
  /** Points of execution (R31); those of all leaves are the rest to 100. */
  readonly executionPoints: number;
  readonly frames: Readonly<Record<FrameName, WeightFrame>>;
  /** How a ceiling that was exceeded is scored (R33). */
  readonly reverse: 'ratio' | 'linear';
  /** Completion in percent below which a leaf has no points (R35); null where only a gate that its target prints counts. */
  readonly gatePercent: number | null;
  readonly outcomeBands: OutcomeBands;
  /** Completion in percent from which an explanation is asked for (R25): 130. */
  readonly overTargetFrom: number;
  /** Units that are exempt from it. */
  readonly overTargetExemptUnits: readonly string[];
  /** The lowest total of each grade but `poor` (R38). */
  readonly gradesFrom: Readonly<Record<Exclude<Grade, 'poor'>, number>>;
  /** R39: red above this many percent between the rates of points, yellow above this many percent unspent. */
  readonly pointGapPercent: number;
  readonly unspentPercent: number;
  /** Local caps: execution below so many percent limits the total. Any order; the lowest one that holds counts. */
  readonly caps: readonly { readonly executionBelow: number; readonly totalAtMost: number }[];
}
