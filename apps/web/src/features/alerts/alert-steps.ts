import type { Alert, AlertStepsResult } from '../../shared/api/schema.gen.js';
import {
  acknowledgeAlerts,
  answerAlerts,
  decideSuspensions,
  recordOnSite,
  type AlertAction,
  type AlertAnswer,
  type AlertVersion,
} from './alerts.api.js';
import { ApiError } from '../../shared/api/problem.js';

export type Decision = 'confirm' | 'drop';

/** What a person does with one alert or many. */
export type AlertStep =
  | { readonly action: 'acknowledge' }
  | { readonly action: 'answer'; readonly answer: AlertAnswer; readonly text: string }
  | { readonly action: 'decideSuspension'; readonly decision: Decision; readonly text: string }
  | { readonly action: 'recordOnSite'; readonly text: string };

/** What became of a step: how many it was taken with, and what the others are and why they were refused. */
export interface Outcome {
  readonly step: AlertStep;
  readonly done: number;
  readonly refused: readonly Refused[];
}

export interface Refused {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly message: string;
}

/** Whether the same may be tried again, now that the reader sees what has changed; else there is nothing left to do. */
export const mayTryAgain = ({ code }: Pick<Refused, 'code'>): boolean => code === 'alert-outdated';

type Takeable = Pick<Alert, 'id' | 'can'>;

/** Those that something can be done with. */
export const takersOf = <T extends Takeable>(alerts: readonly T[], action: AlertAction): T[] =>
  alerts.filter(({ can }) => can.includes(action));

/** The alert to go on with after this one: the next below, else the last, the first where it is no longer there; null where none is left. */
export function nextAfter(alerts: readonly Pick<Alert, 'id'>[], id: string): string | null {
  const at = alerts.findIndex((alert) => alert.id === id);
  const rest = alerts.filter((alert) => alert.id !== id);
  return (rest[Math.max(at, 0)] ?? rest.at(-1))?.id ?? null;
}

/** As many as the server takes at once. */
const MOST_AT_ONCE = 500;

/** Takes a step with each of the alerts that it is possible with. */
export async function takeStep(alerts: readonly Alert[], step: AlertStep): Promise<Outcome> {
  const takers = takersOf(alerts, step.action);
  const results: AlertStepsResult[] = [];
  for (let at = 0; at < takers.length; at += MOST_AT_ONCE) {
    results.push(await send(takers.slice(at, at + MOST_AT_ONCE), step));
  }
  const nameOf = new Map(alerts.map(({ id, projectName, title }) => [id, `${projectName} · ${title}`]));
  return {
    step,
    done: results.reduce((sum, { done }) => sum + done.length, 0),
    refused: results
      .flatMap(({ refused }) => refused)
      .map(({ id, code, message }) => ({ id, code, name: nameOf.get(id) ?? id, message })),
  };
}

function send(alerts: readonly AlertVersion[], step: AlertStep): Promise<AlertStepsResult> {
  switch (step.action) {
    case 'acknowledge':
      return acknowledgeAlerts(alerts);
    case 'answer':
      return answerAlerts(alerts, step.answer, step.text);
    case 'decideSuspension':
      return decideSuspensions(alerts, step.decision, step.text);
    case 'recordOnSite':
      return checkEach(alerts, step.text);
  }
}

const CONFLICT = 409;

/** A check is recorded one by one; what one is refused for hinders no other. */
async function checkEach(alerts: readonly AlertVersion[], note: string): Promise<AlertStepsResult> {
  const result: AlertStepsResult = { done: [], refused: [] };
  for (const alert of alerts) {
    try {
      const { id, state, suspension, version } = await recordOnSite(alert, note);
      result.done.push({ id, state, suspension, version });
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== CONFLICT) throw error;
      result.refused.push({ id: alert.id, code: error.code, message: error.problem.message });
    }
  }
  return result;
}
