import type { RaisedAlert } from '@jixiao/domain';
import type { ProjectToAlert } from '../../alert-rules/index.js';
import type { AlertStep } from '../persistence/alert-step.entity.js';
import type { Alert } from '../persistence/alert.entity.js';
import type { ChangedAlert } from './changed-alert.js';
import type { Evaluation } from './evaluation.js';
import { opened } from './new-alert.js';
import { stepRow } from './step-row.js';

/**
 * The same alert once more, where its rule holds again in the same round (R27); null where it stays closed: finance has
 * waived it for this round, or a later round is looked at.
 */
export function reopened(
  { organisationId }: ProjectToAlert,
  alert: Alert,
  { severity, reason }: RaisedAlert,
  evaluation: Evaluation,
): ChangedAlert | null {
  if (evaluation.mode !== 'current' || alert.closing === 'waived') return null;
  const { deadline, now, ruleSetRef } = evaluation;
  const again: Alert = {
    ...alert,
    ...opened(evaluation),
    organisationId,
    severity,
    reason,
    ruleSetRef,
    suspension: null,
    recurrences: alert.recurrences + 1,
    version: alert.version + 1,
  };
  return { alert: again, what: 'reopened', steps: [stepRow(alert.id, 'reopened', now, { params: { deadline } })] };
}

/** The entry of an on-site check that is due from the start. */
export const onSiteStep = (alert: Alert, now: string): readonly AlertStep[] =>
  alert.onSiteCheck === 'due' ? [stepRow(alert.id, 'on-site-due', now, { params: { rounds: alert.consecutive } })] : [];
