import type { AlertClosing } from '@jixiao/domain';
import type { AlertStep } from '../persistence/alert-step.entity.js';
import type { Alert } from '../persistence/alert.entity.js';
import { stepRow } from './step-row.js';

/** What becomes of an alert that is there. */
export interface ChangedAlert {
  readonly alert: Alert;
  readonly what: 'reopened' | 'worsened' | 'closed' | 'figures';
  readonly steps: readonly AlertStep[];
}

/** What changes in an alert that is closed: nothing of it waits for anybody any more but an on-site check that is due. */
export const closedBy = (alert: Alert, closing: AlertClosing, closedAt: string): Partial<Alert> => ({
  state: 'closed',
  closing,
  closedAt,
  escalatesOn: null,
  suspension: alert.suspension === 'proposed' ? null : alert.suspension,
  version: alert.version + 1,
});

/** An alert that the rules close. */
export const closed = (alert: Alert, closing: AlertClosing, at: string): ChangedAlert => ({
  alert: { ...alert, ...closedBy(alert, closing, at) },
  what: 'closed',
  steps: [stepRow(alert.id, 'closed', at, { params: { closing } })],
});
