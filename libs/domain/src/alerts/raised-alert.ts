import type { Fen } from '../kernel/money.js';
import type { Light } from '../monitoring/assessment-types.js';
import type { SpendGoalMismatch } from '../monitoring/spend-goal-mismatch.js';
import type { ImpossibleIndicator, RushFacts } from './alert-facts.js';
import type { AlertKind, AlertSeverity } from './alert-kinds.js';

interface Money {
  readonly budgetFen: Fen;
  readonly expenditureFen: Fen;
}

/** Why a rule raised an alert, with the figures and limits that it compared: JSON-safe, its sentence is made of it (R49). */
export type AlertReason =
  | (Money & { readonly kind: 'overspent'; readonly overFen: Fen })
  | (Money & {
      readonly kind: 'spend-lagging';
      readonly executionRate: number;
      readonly plannedRate: number;
      readonly gapToPlan: number;
      readonly points: number;
    })
  | {
      readonly kind: 'nothing-spent';
      readonly budgetFen: Fen;
      readonly plannedRate: number;
      readonly plannedFrom: number;
    }
  | { readonly kind: 'spend-goal-mismatch'; readonly mismatch: SpendGoalMismatch }
  | {
      readonly kind: 'worsening';
      readonly rounds: number;
      /** Oldest first, the round itself last. */
      readonly course: readonly { readonly month: number; readonly light: Light; readonly gapToPlan: number | null }[];
    }
  | { readonly kind: 'forecast-below'; readonly forecastPercent: number; readonly percent: number }
  | { readonly kind: 'impossible'; readonly indicators: readonly ImpossibleIndicator[] }
  | { readonly kind: 'not-reported' }
  | {
      readonly kind: 'year-end-rush';
      readonly rush: RushFacts;
      readonly december: number;
      readonly fourthQuarter: number;
    };

/** What a rule says of a project in a round. */
export interface RaisedAlert {
  readonly kind: AlertKind;
  readonly severity: AlertSeverity;
  readonly reason: AlertReason;
}
