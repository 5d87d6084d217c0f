/** How a target value is compared, as printed (R16). `eq` where the text has no operator or a plain `=`. */
export type Operator = 'gte' | 'lte' | 'gt' | 'lt' | 'eq' | 'qualitative' | 'date';

/** Which side of the number is good (R17b). */
export type Direction = 'atLeast' | 'atMost';

/** What a printed target value says (R16). The raw text is always kept and shown. */
export interface TargetValue {
  readonly rawValue: string;
  readonly operator: Operator;
  /** The number as printed, thousands commas dropped; null for qualitative and date targets. */
  readonly number: number | null;
  /** `%` however it was written; null where none is printed. */
  readonly unit: string | null;
  /** ISO day by which a date target is due; null otherwise. */
  readonly dueDate: string | null;
  /** Completion rate in percent below which self-evaluation gives no points (R35), where the text has such a rule. */
  readonly gate: number | null;
  /** True where the text carries an explicit operator; `=100%` is explicit, `100%` is not (R19, R25). */
  readonly operatorPrinted: boolean;
  /** Null for qualitative and date targets. */
  readonly direction: Direction | null;
  /** True where the text has no operator and R17b decided the direction. */
  readonly directionInferred: boolean;
}

/**
 * How an indicator is judged (R17). `executionRate` is the progress rate that is filled from R7 and judged
 * against the planned percentage of R5; `yearEnd` is assessed only from `assessedFrom`, then as a level.
 */
export type IndicatorKind =
  'progressRate' | 'executionRate' | 'yearEnd' | 'level' | 'cumulative' | 'qualitative' | 'date';

/** An indicator of a project's performance targets, with what was inferred about it (R17, R17b). */
export interface IndicatorTarget extends TargetValue {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly description: string | null;
  readonly basis: string | null;
  readonly kind: IndicatorKind;
  /** First month (1…12) in which the indicator is judged; 1 for all kinds but `yearEnd`, whose default is 12. */
  readonly assessedFrom: number;
}

/** A point of the spend schedule: by the end of `month`, `percent` of the budget is to be spent (cumulative, R4). */
export interface Checkpoint {
  readonly month: number;
  readonly percent: number;
}

/** Cumulative spend schedule, ascending by month; the last one is 100 percent in month 12 (R4). */
export type SpendSchedule = readonly Checkpoint[];

/** A dated change of a project's budget (R6); `amountFen` is positive for both kinds. */
export interface BudgetAdjustment {
  readonly effectiveOn: string;
  readonly kind: 'addition' | 'reduction';
  readonly amountFen: number;
}
