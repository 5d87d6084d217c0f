import type { AlertStepKind } from '@jixiao/domain';
import type { Actor } from '../../../platform/http/access.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { AlertStep, AlertStepParams } from '../persistence/alert-step.entity.js';

/** A person as the history of an alert names him. */
export interface StepActor extends Actor {
  readonly actorName: string;
}

interface StepSaid {
  readonly by?: StepActor;
  readonly text?: string | null;
  readonly params?: AlertStepParams | null;
}

/** @param said by whom: left out where the rules or the day did it */
export const stepRow = (
  alertId: string,
  step: AlertStepKind,
  at: string,
  { by, text = null, params = null }: StepSaid = {},
): AlertStep => ({
  id: newId(),
  alertId,
  at,
  step,
  actor: by?.actor ?? null,
  actorName: by?.actorName ?? null,
  actedFor: by?.onBehalfOf ?? null,
  text,
  params,
});
