import { changeOfAlert, isAlertRecoverable, tellsRecoveryOf, type AlertKind, type RaisedAlert } from '@jixiao/domain';
import type { ProjectToAlert } from '../../alert-rules/index.js';
import type { AlertStep } from '../persistence/alert-step.entity.js';
import type { Alert } from '../persistence/alert.entity.js';
import type { EarlierAlert, StandingAlert } from '../persistence/project-alerts.query.js';
import type { Evaluation } from './evaluation.js';
import { newAlert } from './new-alert.js';
import { stepRow } from './step-row.js';

/** What the rules make of a project in a round. */
export interface ProjectOutcome {
  readonly raised: readonly { readonly alert: Alert; readonly steps: readonly AlertStep[] }[];
  /** Ids of alerts of the round that do not stay as they are. */
  readonly changing: readonly string[];
  /** Ids of alerts of earlier rounds that have recovered by this one. */
  readonly recovered: readonly string[];
}

/** @param found what the rules say now @param own of this round @param earlier of the rounds before in the same year */
export function evaluateProject(
  project: ProjectToAlert,
  found: ReadonlyMap<AlertKind, RaisedAlert>,
  own: readonly StandingAlert[],
  earlier: readonly EarlierAlert[],
  evaluation: Evaluation,
): ProjectOutcome {
  const known = new Set(own.map(({ kind }) => kind));
  const raises = evaluation.mode === 'past' ? [] : [...found.values()].filter(({ kind }) => !known.has(kind));
  return {
    raised: raises.map((each) => {
      const alert = newAlert(project, each, earlier, evaluation);
      return { alert, steps: onSiteStep(alert, evaluation.now) };
    }),
    changing: own
      .filter((alert) => changeOfAlert(project, alert, found.get(alert.kind), evaluation) !== null)
      .map(({ id }) => id),
    recovered: earlier
      .filter((alert) => isAlertRecoverable(alert) && !found.has(alert.kind))
      .filter(({ kind }) => tellsRecoveryOf(project, kind, false))
      .map(({ id }) => id),
  };
}

/** The entry of an on-site check that is due from the start. */
const onSiteStep = (alert: Alert, now: string): readonly AlertStep[] =>
  alert.onSiteCheck === 'due' ? [stepRow(alert.id, 'on-site-due', now, { params: { rounds: alert.consecutive } })] : [];
