import type { AlertAudience, AlertKind, AlertSeverity } from './alert-kinds.js';

/** One rule: whether it is on, how bad it is, and who is told. */
export interface AlertRuleBase {
  readonly on: boolean;
  readonly severity: AlertSeverity;
  /** Told besides the unit's own clerks, who have to answer; each at the nearest organisation upwards. */
  readonly audience: readonly AlertAudience[];
}

/** The limits that a rule compares with. Points and percent with 2 places. */
export interface AlertRules {
  readonly overspent: AlertRuleBase;
  /** Gap to the plan of at most −`points`; from `redFrom` points on the alert is red whatever the severity says. */
  readonly 'spend-lagging': AlertRuleBase & { readonly points: number; readonly redFrom: number | null };
  /** Nothing spent though the plan wants at least `plannedFrom` percent by now. */
  readonly 'nothing-spent': AlertRuleBase & { readonly plannedFrom: number };
  readonly 'spend-goal-mismatch': AlertRuleBase;
  /** The light or the gap to the plan became worse in each of the last `rounds` rounds. */
  readonly worsening: AlertRuleBase & { readonly rounds: number };
  /** Forecast of the year's execution rate below `percent`, from `fromMonth` on. */
  readonly 'forecast-below': AlertRuleBase & { readonly percent: number; readonly fromMonth: number };
  readonly impossible: AlertRuleBase;
  readonly 'not-reported': AlertRuleBase;
  /** Share of December, or of the fourth quarter, in the year's expenditure above these percents. */
  readonly 'year-end-rush': AlertRuleBase & { readonly december: number; readonly fourthQuarter: number };
}

/** Local times `HH:MM` between which nobody is sent anything; may pass midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** The rules of an authority; a published version is never changed. */
export interface AlertRuleSet {
  readonly rules: AlertRules;
  /** Working days in which the unit answers (R27). */
  readonly answerDays: number;
  /** Working days after which an alert without answer goes up one level: unit → department → finance; less than `answerDays`. */
  readonly escalateDays: number;
  /** Rounds in a row with the same rule from which an on-site check is due (R27). */
  readonly onSiteFrom: number;
  readonly quietHours: QuietHours | null;
}

export const ruleOf = <K extends AlertKind>(set: Pick<AlertRuleSet, 'rules'>, kind: K): AlertRules[K] =>
  set.rules[kind];
