import type { AlertState, OnSiteCheck, Suspension } from './alert-life.js';

/** What a person may do with an alert: 签收, 回应, 确认或不予暂停, 记录现场核查. */
export const ALERT_ACTIONS = ['acknowledge', 'answer', 'decideSuspension', 'recordOnSite'] as const;
export type AlertAction = (typeof ALERT_ACTIONS)[number];

/** Those of the unit; the others are for finance. */
const OF_UNIT: ReadonlySet<AlertAction> = new Set(['acknowledge', 'answer']);

export const permissionForAlert = (action: AlertAction): 'alerts.answer' | 'alerts.decide' =>
  OF_UNIT.has(action) ? 'alerts.answer' : 'alerts.decide';

/** How far an alert has come. */
export interface AlertStanding {
  readonly state: AlertState;
  readonly isAcknowledged: boolean;
  readonly suspension: Suspension | null;
  readonly onSiteCheck: OnSiteCheck | null;
}

/**
 * Why something cannot be done with an alert as it is (R27); null where it can. An alert is answered once, and while it is
 * open. A suspension that was proposed is decided whatever the unit has done since, unless the alert is closed.
 */
export function alertObstacle(action: AlertAction, alert: AlertStanding): string | null {
  if (alert.state === 'closed' && action !== 'recordOnSite') return 'alert-closed';
  switch (action) {
    case 'acknowledge':
      return alert.state === 'open' && !alert.isAcknowledged ? null : 'alert-acknowledged';
    case 'answer':
      return alert.state === 'open' ? null : 'alert-answered';
    case 'decideSuspension':
      return alert.suspension === 'proposed' ? null : 'alert-no-suspension';
    case 'recordOnSite':
      return alert.onSiteCheck === 'due' ? null : 'alert-no-on-site-check';
  }
}
