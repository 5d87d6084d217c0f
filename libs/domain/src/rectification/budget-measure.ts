import type { Permission } from '../access/roles.js';
import { err, ok, type Result } from '../kernel/result.js';

/** 结果应用: 收回, 调减, 暂停, 统筹. */
export const MEASURE_KINDS = ['recover', 'reduce', 'suspend', 'pool'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** 待审定, 已批准, 未批准, 已执行, 已撤回, 已解除. `lifted` is a suspension that holds no longer. */
export const MEASURE_STATES = ['proposed', 'approved', 'rejected', 'posted', 'withdrawn', 'lifted'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** 批准, 不批准, 撤回, 执行, 解除暂停. */
export const MEASURE_STEPS = ['approve', 'reject', 'withdraw', 'post', 'lift'] as const;
export type MeasureStep = (typeof MEASURE_STEPS)[number];

interface Move {
  readonly from: readonly MeasureState[];
  readonly to: MeasureState;
  readonly permission: Permission;
  readonly needsText: boolean;
}

/** Decided by another person than who proposed it; finance books what was approved (R6). */
const MOVES: Readonly<Record<MeasureStep, Move>> = {
  approve: { from: ['proposed'], to: 'approved', permission: 'measures.decide', needsText: false },
  reject: { from: ['proposed'], to: 'rejected', permission: 'measures.decide', needsText: true },
  withdraw: { from: ['proposed'], to: 'withdrawn', permission: 'measures.propose', needsText: false },
  post: { from: ['approved'], to: 'posted', permission: 'budgets.adjust', needsText: false },
  lift: { from: ['posted'], to: 'lifted', permission: 'budgets.adjust', needsText: true },
};

/** Suspending takes nothing out of the budget; every other measure does. */
export const takesMoney = (kind: MeasureKind): boolean => kind !== 'suspend';

/**
 * The state of a measure after a step.
 * @returns `measure-step-refused` where the step does not lead on from there; nothing but a suspension is ever lifted
 */
export function takeMeasureStep(kind: MeasureKind, state: MeasureState, step: MeasureStep): Result<MeasureState> {
  const { from, to } = MOVES[step];
  const isPossible = from.includes(state) && (step !== 'lift' || !takesMoney(kind));
  return isPossible ? ok(to) : err({ code: 'measure-step-refused', params: { state, step } });
}

export const permissionForMeasureStep = (step: MeasureStep): Permission => MOVES[step].permission;
export const measureStepNeedsText = (step: MeasureStep): boolean => MOVES[step].needsText;
