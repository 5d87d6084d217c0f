import type { Role } from '../access/roles.js';

/** What an alert may be about (R15, R26, R27, R28, R45, R48), one rule each. */
export const ALERT_KINDS = [
  'overspent',
  'spend-lagging',
  'nothing-spent',
  'spend-goal-mismatch',
  'worsening',
  'forecast-below',
  'impossible',
  'not-reported',
  'year-end-rush',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Worst first. */
export const ALERT_SEVERITIES = ['red', 'yellow'] as const;
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/** Who may be told of an alert besides whoever has to answer it. */
export type AlertAudience = Exclude<Role, 'admin'>;
