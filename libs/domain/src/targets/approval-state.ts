import type { Permission } from '../access/roles.js';
import { err, ok, type Result } from '../kernel/result.js';

/** States of a version of a project's targets before the year's first round: 未审核, 已审核, 已批复, 已退回. */
export const APPROVAL_STATES = ['draft', 'reviewed', 'approved', 'returned'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];
export type DecidedState = Exclude<ApprovalState, 'draft'>;

/** 审核, 批复, 退回. */
export const APPROVAL_STEPS = ['review', 'approve', 'return'] as const;
export type ApprovalStep = (typeof APPROVAL_STEPS)[number];

interface Move {
  readonly from: readonly ApprovalState[];
  readonly to: DecidedState;
  /** Any one of these suffices. */
  readonly anyOf: readonly Permission[];
}

/** What is approved is changed by a proposal, not returned. */
const MOVES: Readonly<Record<ApprovalStep, readonly Move[]>> = {
  review: [{ from: ['draft', 'returned'], to: 'reviewed', anyOf: ['targets.review'] }],
  approve: [{ from: ['draft', 'reviewed', 'returned'], to: 'approved', anyOf: ['targets.approve'] }],
  return: [
    { from: ['draft'], to: 'returned', anyOf: ['targets.review', 'targets.approve'] },
    { from: ['reviewed'], to: 'returned', anyOf: ['targets.approve'] },
  ],
};

const moveOf = (state: ApprovalState, step: ApprovalStep): Move | undefined =>
  MOVES[step].find(({ from }) => from.includes(state));

/**
 * The state of a version of targets after a step.
 * @returns `approval-step-refused` with the state and the step where it does not lead on from there
 */
export function takeApprovalStep(state: ApprovalState, step: ApprovalStep): Result<DecidedState> {
  const move = moveOf(state, step);
  return move === undefined ? err({ code: 'approval-step-refused', params: { state, step } }) : ok(move.to);
}

/** Permissions of which any one allows the step from this state; none where the step does not lead on. */
export const permissionsForApproval = (state: ApprovalState, step: ApprovalStep): readonly Permission[] =>
  moveOf(state, step)?.anyOf ?? [];
