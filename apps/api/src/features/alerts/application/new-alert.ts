import type { RaisedAlert } from '@jixiao/domain';
import { newId } from '../../../platform/runtime/ids.js';
import type { ProjectToAlert } from '../../alert-rules/index.js';
import type { Alert } from '../persistence/alert.entity.js';
import type { EarlierAlert } from '../persistence/project-alerts.query.js';
import type { Evaluation } from './evaluation.js';

const NOTHING_SAID = {
  acknowledgedAt: null,
  acknowledgedBy: null,
  acknowledgedByName: null,
  answer: null,
  answerText: null,
  answeredAt: null,
  answeredBy: null,
  answeredByName: null,
  responseDays: null,
  inTime: null,
} as const satisfies Partial<Alert>;

/** An alert as it is opened today, for the first time or again: nobody has said anything to it, and its days begin anew. */
export const opened = ({ today, deadline, escalatesOn }: Evaluation) =>
  ({
    ...NOTHING_SAID,
    state: 'open',
    raisedOn: today,
    deadline,
    escalatesOn,
    level: 'unit',
    escalatedAt: null,
    closedAt: null,
    closing: null,
  }) as const satisfies Partial<Alert>;

/** How an alert is kept of a round in which nobody has to answer. */
const counted = ({ today, now }: Evaluation) =>
  ({
    ...NOTHING_SAID,
    state: 'closed',
    raisedOn: today,
    deadline: null,
    escalatesOn: null,
    level: 'unit',
    escalatedAt: null,
    closedAt: now,
    closing: 'round-over',
  }) as const satisfies Partial<Alert>;

/** @param earlier alerts of the project in the rounds before */
export function newAlert(
  { projectId, organisationId }: ProjectToAlert,
  { kind, severity, reason }: RaisedAlert,
  earlier: readonly EarlierAlert[],
  evaluation: Evaluation,
): Alert {
  const { mode, set, roundId, ruleSetRef, now, earlierRoundIds } = evaluation;
  const before = earlier.find((each) => each.kind === kind && each.roundId === earlierRoundIds[0] && each.heldToTheEnd);
  const consecutive = (before?.consecutive ?? 0) + 1;
  return {
    id: newId(),
    roundId,
    projectId,
    organisationId,
    kind,
    severity,
    reason,
    ruleSetRef,
    raisedAt: now,
    suspension: null,
    ...(mode === 'history' ? counted(evaluation) : opened(evaluation)),
    recurrences: 0,
    consecutive,
    onSiteCheck: mode !== 'history' && consecutive >= set.onSiteFrom ? 'due' : null,
    onSiteNote: null,
    version: 0,
  };
}
