import type { AlertClosing, AlertKind, AlertSeverity, AlertStepKind } from '@jixiao/domain';
import { defineEvent } from '../../../platform/events/domain-events.js';

/** An alert that something happened to. */
export interface AlertRef {
  readonly id: string;
  readonly projectId: string;
  readonly organisationId: string;
  readonly kind: AlertKind;
  readonly severity: AlertSeverity;
}

/** Alerts that somebody has to answer were raised, or opened again, in this transaction; some thousand at most. */
export const alertsRaised = defineEvent<{
  readonly roundId: string;
  readonly alerts: readonly AlertRef[];
}>('alerts.raised');

/** Alerts were closed in this transaction, by the rules or with what put them right. */
export const alertsClosed = defineEvent<{
  readonly roundId: string;
  readonly alerts: readonly (AlertRef & { readonly closing: AlertClosing })[];
}>('alerts.closed');

/** The same happened to some alerts of a round, other than being raised or closed. */
export const alertsStepped = defineEvent<{
  readonly roundId: string;
  readonly step: Exclude<AlertStepKind, 'closed' | 'reopened'>;
  readonly alerts: readonly AlertRef[];
  /** Username; null where the rules or the day did it. */
  readonly actor: string | null;
  readonly text: string | null;
}>('alerts.stepped');
