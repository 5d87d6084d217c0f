import type { Permission } from '../access/roles.js';
import { err, ok, type Result } from '../kernel/result.js';

/** 督办: 办理中, 待销号, 已销号. */
export const SUPERVISION_STATES = ['open', 'reported', 'closed'] as const;
export type SupervisionState = (typeof SUPERVISION_STATES)[number];

/** 反馈, 退回, 销号, 延期. */
export const SUPERVISION_STEPS = ['report', 'return', 'close', 'extend'] as const;
export type SupervisionStep = (typeof SUPERVISION_STEPS)[number];

/** Who wants something done: a leader by a comment (批示), or finance. */
export const SUPERVISING: readonly Permission[] = ['comments.write', 'alerts.decide'];

interface Move {
  readonly from: readonly SupervisionState[];
  readonly to: SupervisionState;
  /** Any one of them. */
  readonly permissions: readonly Permission[];
  readonly needsText: boolean;
}

/** The unit reports; whoever wants it done is satisfied or not. */
const MOVES: Readonly<Record<SupervisionStep, Move>> = {
  report: { from: ['open'], to: 'reported', permissions: ['rectifications.write'], needsText: true },
  return: { from: ['reported'], to: 'open', permissions: SUPERVISING, needsText: true },
  close: { from: ['open', 'reported'], to: 'closed', permissions: SUPERVISING, needsText: false },
  extend: { from: ['open'], to: 'open', permissions: SUPERVISING, needsText: true },
};

/**
 * The state of a matter under supervision after a step.
 * @returns `supervision-step-refused` with the state and the step where it does not lead on from there
 */
export function takeSupervisionStep(state: SupervisionState, step: SupervisionStep): Result<SupervisionState> {
  const { from, to } = MOVES[step];
  return from.includes(state) ? ok(to) : err({ code: 'supervision-step-refused', params: { state, step } });
}

export const permissionsForSupervisionStep = (step: SupervisionStep): readonly Permission[] => MOVES[step].permissions;

/** Closing what was never reported has to be explained, as has all but closing what was. */
export const supervisionStepNeedsText = (step: SupervisionStep, state: SupervisionState): boolean =>
  MOVES[step].needsText || (step === 'close' && state === 'open');
