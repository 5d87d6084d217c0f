import { tellsRecovery, type AlertClosing, type AlertKind, type RaisedAlert } from '@jixiao/domain';
import type { ProjectToAlert } from '../../alert-rules/index.js';
import type { Alert } from '../persistence/alert.entity.js';
import type { StandingAlert } from '../persistence/project-alerts.query.js';
import type { Evaluation } from './evaluation.js';

/** What the rules make of an alert that is there. `counted`: it has recovered in a round that nobody has to answer for. */
export type AlertChange =
  | { readonly what: 'closed'; readonly closing: AlertClosing }
  | { readonly what: 'counted' }
  | { readonly what: 'reopened' | 'worsened' | 'figures'; readonly found: RaisedAlert };

/**
 * @param found what its rule says now; undefined where it does not hold
 * @returns null where the alert stays as it is
 */
export function changeOf(
  project: ProjectToAlert,
  alert: StandingAlert,
  found: RaisedAlert | undefined,
  evaluation: Evaluation,
): AlertChange | null {
  if (found === undefined) return notFound(project, alert, evaluation);
  if (alert.state !== 'closed' || alert.closing === 'round-over') return stillFound(project, alert, found, evaluation);
  // R27: the same alert once more, unless finance has waived it for this round, or a later round is looked at.
  return evaluation.mode === 'current' && alert.closing !== 'waived' ? { what: 'reopened', found } : null;
}

/** What is put right is closed with its rectification; of rounds in which nobody answers it is only counted. */
export const isRecoverable = ({ state, closing }: Pick<Alert, 'state' | 'closing'>): boolean =>
  state === 'open' || state === 'answered' || closing === 'round-over';

export const tellsOf = ({ facts, isReported }: ProjectToAlert, kind: AlertKind, isSameRound: boolean): boolean =>
  tellsRecovery(kind, facts, { isReported, isSameRound });

function notFound(project: ProjectToAlert, alert: StandingAlert, { set, mode }: Evaluation): AlertChange | null {
  if (!isRecoverable(alert)) return null;
  if (mode === 'history') return tellsOf(project, alert.kind, true) ? { what: 'counted' } : null;
  if (alert.state === 'closed') return null;
  if (project.facts.exempt) return { what: 'closed', closing: 'project-gone' };
  if (!set.rules[alert.kind].on) return { what: 'closed', closing: 'rule-off' };
  return tellsOf(project, alert.kind, true) ? { what: 'closed', closing: 'recovered' } : null;
}

/** The newest figures count; that a yellow alert has turned red is told. */
function stillFound(
  { organisationId }: ProjectToAlert,
  alert: StandingAlert,
  found: RaisedAlert,
  { mode }: Evaluation,
): AlertChange | null {
  const isSame =
    found.severity === alert.severity &&
    organisationId === alert.organisationId &&
    JSON.stringify(found.reason) === JSON.stringify(alert.reason);
  if (isSame || mode === 'past') return null;
  const isWorse = mode === 'current' && found.severity === 'red' && alert.severity !== 'red';
  return { what: isWorse ? 'worsened' : 'figures', found };
}
