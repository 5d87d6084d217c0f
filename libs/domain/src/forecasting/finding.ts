import type { Fen } from '../kernel/money.js';
import type { SpendGoalMismatch } from '../monitoring/spend-goal-mismatch.js';
import type { RushShare } from './year-end-rush.js';

/** What a look at a series over time may find. */
export const FINDING_CODES = [
  'spending-stalled',
  'money-ahead-of-results',
  'results-ahead-of-money',
  'year-end-rush',
  'result-flat',
  'result-falls',
  'result-jumps',
  'result-over-whole',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Nothing more was spent from the end of one month to the end of another, while the plan went on; rates in %, 2 places. */
export interface SpendingStalled {
  readonly code: 'spending-stalled';
  /** 0 is the start of the year. */
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly expenditureFen: Fen;
  readonly rate: number;
  readonly plannedFrom: number;
  readonly plannedTo: number;
}

/** Money and goals further apart than the rule pack of the round allows (R15), at the end of `month`. */
export interface MoneyAgainstResults {
  readonly code: 'money-ahead-of-results' | 'results-ahead-of-money';
  readonly month: number;
  readonly mismatch: SpendGoalMismatch;
}

/** The end of the year stands out against the plan or among peers (R48). */
export interface YearEndRush {
  readonly code: 'year-end-rush';
  readonly rush: RushShare;
}

interface OfIndicator {
  readonly indicatorId: string;
  readonly indicator: string;
  readonly unit: string | null;
}

/** The same result in round after round, where it should grow. */
export interface ResultFlat extends OfIndicator {
  readonly code: 'result-flat';
  readonly value: number;
  /** Months of the rounds, ascending. */
  readonly months: readonly number[];
}

/** A cumulative result that falls, or grows far faster than before, between two rounds. */
export interface ResultStep extends OfIndicator {
  readonly code: 'result-falls' | 'result-jumps';
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly before: number;
  readonly now: number;
}

/** More than all: a share above 100 %. */
export interface ResultOverWhole extends OfIndicator {
  readonly code: 'result-over-whole';
  readonly month: number;
  readonly value: number;
}

/** A finding with the figures that its sentence is made from (R49); JSON-safe. */
export type Finding = SpendingStalled | MoneyAgainstResults | YearEndRush | ResultFlat | ResultStep | ResultOverWhole;
