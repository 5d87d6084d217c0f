import type { AlertFacts } from './alert-facts.js';
import type { AlertKind, AlertSeverity } from './alert-kinds.js';
import type { AlertClosing, AlertState } from './alert-life.js';
import { tellsRecovery } from './alert-recovery.js';
import type { AlertRuleSet } from './alert-rule-set.js';
import type { AlertReason, RaisedAlert } from './raised-alert.js';

/**
 * How a round counts. `current`: the newest of its year, in which alerts are raised. `past`: a later one is looked at, so
 * that nothing is raised any more. `history`: it was over before there were alerts, and nobody has to answer.
 */
export type AlertRoundMode = 'current' | 'past' | 'history';

/** An alert that is there, as far as it tells whether the rules change it. */
export interface PresentAlert {
  readonly kind: AlertKind;
  readonly state: AlertState;
  readonly closing: AlertClosing | null;
  readonly severity: AlertSeverity;
  readonly organisationId: string;
  readonly reason: AlertReason;
}

/** Its project by now. */
export interface AlertedProject {
  readonly organisationId: string;
  readonly facts: AlertFacts;
  /** Nothing that was due in the round is missing. */
  readonly isReported: boolean;
}

/** What the rules make of an alert that is there. `counted`: it has recovered in a round that nobody has to answer for. */
export type AlertChange =
  | { readonly what: 'closed'; readonly closing: AlertClosing }
  | { readonly what: 'counted' }
  | { readonly what: 'reopened' | 'worsened' | 'figures'; readonly found: RaisedAlert };

interface Looked {
  readonly set: AlertRuleSet;
  readonly mode: AlertRoundMode;
}

/**
 * R27: what becomes of an alert of a round by what its rule says of the round's figures now.
 * @param found what its rule says now; undefined where it does not hold
 * @returns null where the alert stays as it is
 */
export function changeOfAlert(
  project: AlertedProject,
  alert: PresentAlert,
  found: RaisedAlert | undefined,
  looked: Looked,
): AlertChange | null {
  if (found === undefined) return notFound(project, alert, looked);
  if (alert.state !== 'closed' || alert.closing === 'round-over') return stillFound(project, alert, found, looked);
  // R27: the same alert once more, unless finance has waived it for this round, or a later round is looked at.
  return looked.mode === 'current' && alert.closing !== 'waived' ? { what: 'reopened', found } : null;
}

/** What is put right is closed with its rectification; of rounds in which nobody answers it is only counted. */
export const isAlertRecoverable = ({ state, closing }: Pick<PresentAlert, 'state' | 'closing'>): boolean =>
  state === 'open' || state === 'answered' || closing === 'round-over';

/** Whether the project's figures tell that a rule holds no longer. */
export const tellsRecoveryOf = (
  { facts, isReported }: Pick<AlertedProject, 'facts' | 'isReported'>,
  kind: AlertKind,
  isSameRound: boolean,
): boolean => tellsRecovery(kind, facts, { isReported, isSameRound });

function notFound(project: AlertedProject, alert: PresentAlert, { set, mode }: Looked): AlertChange | null {
  if (!isAlertRecoverable(alert)) return null;
  if (mode === 'history') return tellsRecoveryOf(project, alert.kind, true) ? { what: 'counted' } : null;
  if (alert.state === 'closed') return null;
  if (project.facts.exempt) return { what: 'closed', closing: 'project-gone' };
  if (!set.rules[alert.kind].on) return { what: 'closed', closing: 'rule-off' };
  return tellsRecoveryOf(project, alert.kind, true) ? { what: 'closed', closing: 'recovered' } : null;
}

/** The newest figures count; that a yellow alert has turned red is told. */
function stillFound(
  { organisationId }: AlertedProject,
  alert: PresentAlert,
  found: RaisedAlert,
  { mode }: Looked,
): AlertChange | null {
  const isSame =
    found.severity === alert.severity &&
    organisationId === alert.organisationId &&
    JSON.stringify(found.reason) === JSON.stringify(alert.reason);
  if (isSame || mode === 'past') return null;
  const isWorse = mode === 'current' && found.severity === 'red' && alert.severity !== 'red';
  return { what: isWorse ? 'worsened' : 'figures', found };
}
