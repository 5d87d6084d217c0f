import type { Fen } from '../kernel/money.js';
import type { Period } from '../kernel/period.js';
import type { Light } from '../monitoring/assessment-types.js';
import type { SpendGoalMismatch } from '../monitoring/spend-goal-mismatch.js';

/** The lights of a project in an earlier round of the same year. */
export interface EarlierLights {
  readonly month: number;
  readonly light: Light;
  /** Points with 2 places, negative where behind; null where not compared. */
  readonly gapToPlan: number | null;
}

/** An indicator whose target the unit calls out of reach (R26). */
export interface ImpossibleIndicator {
  readonly name: string;
  readonly note: string;
}

/** The shares that the year-end rush is judged by (R48); percent with 2 places, null where the month before is not known. */
export interface RushFacts {
  readonly decemberShare: number | null;
  readonly fourthQuarterShare: number | null;
}

/**
 * What alerts of one project in one round are decided by: figures of the stored light, its forecast and the lights before
 * it. JSON-safe. Rates are percent and gaps points, both with 2 places, as they are shown.
 */
export interface AlertFacts {
  readonly period: Period;
  readonly light: Light;
  readonly spendLight: Light;
  readonly goalLight: Light;
  readonly exempt: boolean;
  readonly budgetFen: Fen | null;
  /** Cumulative; null where it is not reported, which is not zero (R28). */
  readonly expenditureFen: Fen | null;
  readonly executionRate: number | null;
  readonly plannedRate: number;
  readonly gapToPlan: number | null;
  /** Null where money and goals keep together, or cannot be compared. */
  readonly mismatch: SpendGoalMismatch | null;
  /** Something due is blank after the deadline of the unit (R28). */
  readonly notReported: boolean;
  /** Forecast of the year's execution rate (R45); null where there is none. */
  readonly forecastPercent: number | null;
  readonly impossible: readonly ImpossibleIndicator[];
  /** Only in December. */
  readonly rush: RushFacts | null;
  /** Nearest first. */
  readonly earlier: readonly EarlierLights[];
}
