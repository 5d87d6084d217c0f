import type { AlertChange, RaisedAlert } from '@jixiao/domain';
import type { Alert } from '../persistence/alert.entity.js';
import { closed, type ChangedAlert } from './changed-alert.js';
import type { Evaluation } from './evaluation.js';
import { opened } from './new-alert.js';
import { stepRow } from './step-row.js';

/** @param alert held @param organisationId the unit that has to answer now */
export function applyChange(
  alert: Alert,
  change: AlertChange,
  organisationId: string,
  evaluation: Evaluation,
): ChangedAlert {
  if (change.what === 'closed') return closed(alert, change.closing, evaluation.now);
  if (change.what === 'counted') return { alert: { ...alert, closing: 'recovered' }, what: 'figures', steps: [] };
  const told = { ...alert, organisationId, ...figuresOf(change.found), ruleSetRef: evaluation.ruleSetRef };
  if (change.what === 'figures') return { alert: told, what: 'figures', steps: [] };
  return change.what === 'worsened' ? worsened(told, evaluation) : reopened(told, evaluation);
}

const figuresOf = ({ severity, reason }: RaisedAlert): Pick<Alert, 'severity' | 'reason'> => ({ severity, reason });

const worsened = (alert: Alert, { now }: Evaluation): ChangedAlert => ({
  alert: { ...alert, version: alert.version + 1 },
  what: 'worsened',
  steps: [stepRow(alert.id, 'worsened', now)],
});

function reopened(alert: Alert, evaluation: Evaluation): ChangedAlert {
  const again: Alert = {
    ...alert,
    ...opened(evaluation),
    suspension: null,
    recurrences: alert.recurrences + 1,
    version: alert.version + 1,
  };
  const { deadline, now } = evaluation;
  return { alert: again, what: 'reopened', steps: [stepRow(alert.id, 'reopened', now, { params: { deadline } })] };
}
