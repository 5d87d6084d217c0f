import type { Permission } from '../access/roles.js';
import { err, ok, type Result } from '../kernel/result.js';

/** What a rectification comes from: 预警, 审计或检查发现, 绩效自评. */
export const RECTIFICATION_SOURCES = ['alert', 'audit', 'selfEvaluation'] as const;
export type RectificationSource = (typeof RECTIFICATION_SOURCES)[number];

/**
 * 待制定措施, 整改中, 待验收, 已验收待见效, 已销号, 已免除 (R27). A rectification is over by evidence together with the next
 * round's light, or by the written waiver of finance.
 */
export const RECTIFICATION_STATES = ['drafting', 'underWay', 'submitted', 'accepted', 'closed', 'waived'] as const;
export type RectificationState = (typeof RECTIFICATION_STATES)[number];

/** 制定措施, 记录进展, 报送验收, 退回, 验收通过, 延期, 免除. */
export const RECTIFICATION_STEPS = ['start', 'note', 'submit', 'return', 'accept', 'extend', 'waive'] as const;
export type RectificationStep = (typeof RECTIFICATION_STEPS)[number];

interface Move {
  readonly from: readonly RectificationState[];
  /** Null where the state stays. */
  readonly to: RectificationState | null;
  readonly permission: Permission;
  /** Whether something has to be written with it. */
  readonly needsText: boolean;
}

const NOT_OVER: readonly RectificationState[] = ['drafting', 'underWay', 'submitted', 'accepted'];

/** The unit puts right and says so; others look at it; only finance, which decides on alerts, waives. */
const MOVES: Readonly<Record<RectificationStep, Move>> = {
  start: { from: ['drafting'], to: 'underWay', permission: 'rectifications.write', needsText: false },
  note: { from: ['underWay', 'accepted'], to: null, permission: 'rectifications.write', needsText: true },
  submit: { from: ['underWay'], to: 'submitted', permission: 'rectifications.write', needsText: true },
  return: { from: ['submitted'], to: 'underWay', permission: 'rectifications.review', needsText: true },
  accept: { from: ['submitted'], to: 'accepted', permission: 'rectifications.review', needsText: false },
  extend: { from: ['drafting', 'underWay'], to: null, permission: 'rectifications.review', needsText: true },
  waive: { from: NOT_OVER, to: 'waived', permission: 'alerts.decide', needsText: true },
};

/**
 * The state of a rectification after a step.
 * @returns `rectification-step-refused` with the state and the step where it does not lead on from there
 */
export function takeRectificationStep(state: RectificationState, step: RectificationStep): Result<RectificationState> {
  const { from, to } = MOVES[step];
  if (from.includes(state)) return ok(to ?? state);
  return err({ code: 'rectification-step-refused', params: { state, step } });
}

export const permissionForRectificationStep = (step: RectificationStep): Permission => MOVES[step].permission;
export const rectificationStepNeedsText = (step: RectificationStep): boolean => MOVES[step].needsText;
export const isRectificationOver = (state: RectificationState): boolean => !NOT_OVER.includes(state);
