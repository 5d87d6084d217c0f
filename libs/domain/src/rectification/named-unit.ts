import type { Permission } from '../access/roles.js';
import { err, ok, type Result } from '../kernel/result.js';

/** 通报, 约谈. */
export const NAMING_KINDS = ['circular', 'interview'] as const;
export type NamingKind = (typeof NAMING_KINDS)[number];

/** 待审定, 已批准, 未批准, 已通报或已约谈, 已撤回. */
export const NAMING_STATES = ['proposed', 'approved', 'rejected', 'held', 'withdrawn'] as const;
export type NamingState = (typeof NAMING_STATES)[number];

/** 批准, 不批准, 撤回, 记录通报或约谈. */
export const NAMING_STEPS = ['approve', 'reject', 'withdraw', 'hold'] as const;
export type NamingStep = (typeof NAMING_STEPS)[number];

interface Move {
  readonly from: NamingState;
  readonly to: NamingState;
  readonly permission: Permission;
  readonly needsText: boolean;
}

const MOVES: Readonly<Record<NamingStep, Move>> = {
  approve: { from: 'proposed', to: 'approved', permission: 'measures.decide', needsText: false },
  reject: { from: 'proposed', to: 'rejected', permission: 'measures.decide', needsText: true },
  withdraw: { from: 'proposed', to: 'withdrawn', permission: 'measures.propose', needsText: false },
  hold: { from: 'approved', to: 'held', permission: 'measures.propose', needsText: true },
};

/** @returns `naming-step-refused` with the state and the step where it does not lead on from there */
export function takeNamingStep(state: NamingState, step: NamingStep): Result<NamingState> {
  const { from, to } = MOVES[step];
  return state === from ? ok(to) : err({ code: 'naming-step-refused', params: { state, step } });
}

export const permissionForNamingStep = (step: NamingStep): Permission => MOVES[step].permission;
export const namingStepNeedsText = (step: NamingStep): boolean => MOVES[step].needsText;
