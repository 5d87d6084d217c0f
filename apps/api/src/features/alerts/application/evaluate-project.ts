import { evaluateAlertRules, tellsRecovery, type AlertKind, type RaisedAlert } from '@jixiao/domain';
import type { ProjectToAlert } from '../../alert-rules/index.js';
import type { AlertStep } from '../persistence/alert-step.entity.js';
import type { Alert } from '../persistence/alert.entity.js';
import type { EarlierAlert } from '../persistence/project-alerts.query.js';
import { closed, type ChangedAlert } from './changed-alert.js';
import type { Evaluation } from './evaluation.js';
import { newAlert } from './new-alert.js';
import { onSiteStep, reopened } from './reopened-alert.js';
import { stepRow } from './step-row.js';

/** What the rules make of a project in a round. */
export interface ProjectOutcome {
  readonly raised: readonly { readonly alert: Alert; readonly steps: readonly AlertStep[] }[];
  readonly changed: readonly ChangedAlert[];
  /** Ids of alerts of earlier rounds that have recovered by this one. */
  readonly recovered: readonly string[];
}

/** @param own of this round @param earlier of the rounds before in the same year */
export function evaluateProject(
  project: ProjectToAlert,
  own: readonly Alert[],
  earlier: readonly EarlierAlert[],
  evaluation: Evaluation,
): ProjectOutcome {
  const found = evaluateAlertRules(project.facts, evaluation.set);
  const foundOf = new Map(found.map((each) => [each.kind, each]));
  const known = new Set(own.map(({ kind }) => kind));
  const raises = evaluation.mode === 'past' ? [] : found.filter(({ kind }) => !known.has(kind));
  return {
    raised: raises.map((each) => {
      const alert = newAlert(project, each, earlier, evaluation);
      return { alert, steps: onSiteStep(alert, evaluation.now) };
    }),
    changed: own.flatMap((alert) => changeOf(project, alert, foundOf.get(alert.kind), evaluation) ?? []),
    recovered: earlier
      .filter((alert) => isRecoverable(alert) && !foundOf.has(alert.kind))
      .filter(({ kind }) => tellsOf(project, kind, false))
      .map(({ id }) => id),
  };
}

/** What is put right is closed with its rectification; of rounds in which nobody answers it is only counted. */
const isRecoverable = ({ state, closing }: Pick<Alert, 'state' | 'closing'>): boolean =>
  state === 'open' || state === 'answered' || closing === 'round-over';

const tellsOf = ({ facts, isReported }: ProjectToAlert, kind: AlertKind, isSameRound: boolean): boolean =>
  tellsRecovery(kind, facts, { isReported, isSameRound });

function changeOf(
  project: ProjectToAlert,
  alert: Alert,
  found: RaisedAlert | undefined,
  evaluation: Evaluation,
): ChangedAlert | null {
  if (found === undefined) return notFound(project, alert, evaluation);
  if (alert.state === 'closed' && alert.closing !== 'round-over') return reopened(project, alert, found, evaluation);
  return stillFound(project, alert, found, evaluation);
}

function notFound(project: ProjectToAlert, alert: Alert, { set, mode, now }: Evaluation): ChangedAlert | null {
  if (!isRecoverable(alert)) return null;
  if (mode === 'history') {
    return tellsOf(project, alert.kind, true)
      ? { alert: { ...alert, closing: 'recovered' }, what: 'figures', steps: [] }
      : null;
  }
  if (alert.state === 'closed') return null;
  if (project.facts.exempt) return closed(alert, 'project-gone', now);
  if (!set.rules[alert.kind].on) return closed(alert, 'rule-off', now);
  return tellsOf(project, alert.kind, true) ? closed(alert, 'recovered', now) : null;
}

/** The newest figures count; that a yellow alert has turned red is told. */
function stillFound(
  { organisationId }: ProjectToAlert,
  alert: Alert,
  { severity, reason }: RaisedAlert,
  { mode, now, ruleSetRef }: Evaluation,
): ChangedAlert | null {
  const isSame =
    severity === alert.severity &&
    organisationId === alert.organisationId &&
    JSON.stringify(reason) === JSON.stringify(alert.reason);
  if (isSame || mode === 'past') return null;
  const changed = { ...alert, severity, reason, organisationId, ruleSetRef };
  if (mode === 'history' || severity === alert.severity || severity !== 'red') {
    return { alert: changed, what: 'figures', steps: [] };
  }
  const worse = { ...changed, version: alert.version + 1 };
  return { alert: worse, what: 'worsened', steps: [stepRow(alert.id, 'worsened', now)] };
}
