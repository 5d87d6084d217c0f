import type { Permission } from '../access/roles.js';
import { err, ok, type Result } from '../kernel/result.js';

/** States of a proposed change of a project's targets (变更申请): 待审, 部门已审, 已批准, 未批准, 已撤回. */
export const CHANGE_STATES = ['proposed', 'reviewed', 'approved', 'rejected', 'withdrawn'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** What moves a proposed change on: 部门审核, 批准, 不批准, 撤回. The review of the department may be left out. */
export const CHANGE_STEPS = ['review', 'approve', 'reject', 'withdraw'] as const;
export type ChangeStep = (typeof CHANGE_STEPS)[number];

interface Move {
  readonly from: readonly ChangeState[];
  readonly to: ChangeState;
  readonly permission: Permission;
}

const UNDECIDED: readonly ChangeState[] = ['proposed', 'reviewed'];

/** A unit only proposes; finance decides (R17). */
const MOVES: Readonly<Record<ChangeStep, Move>> = {
  review: { from: ['proposed'], to: 'reviewed', permission: 'targets.review' },
  approve: { from: UNDECIDED, to: 'approved', permission: 'targets.approve' },
  reject: { from: UNDECIDED, to: 'rejected', permission: 'targets.approve' },
  withdraw: { from: UNDECIDED, to: 'withdrawn', permission: 'targets.propose' },
};

/**
 * The state of a proposed change after a step.
 * @returns `change-step-refused` with the state and the step where it does not lead on from there
 */
export function takeChangeStep(state: ChangeState, step: ChangeStep): Result<ChangeState> {
  const { from, to } = MOVES[step];
  return from.includes(state) ? ok(to) : err({ code: 'change-step-refused', params: { state, step } });
}

export const permissionForChangeStep = (step: ChangeStep): Permission => MOVES[step].permission;
