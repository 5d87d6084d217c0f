import type { Permission } from '../access/roles.js';
import { err, ok, type Result } from '../kernel/result.js';

/** 草稿, 已提交, 已退回, 单位已审, 部门已复核, 财政已审定. */
export const EVALUATION_STATES = [
  'draft',
  'submitted',
  'returned',
  'unitApproved',
  'departmentApproved',
  'accepted',
] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

/** 提交, 撤回, 单位审核, 部门复核, 财政审定, 退回, 重新开放. */
export const EVALUATION_STEPS = ['submit', 'withdraw', 'approve', 'review', 'accept', 'return', 'reopen'] as const;
export type EvaluationStep = (typeof EVALUATION_STEPS)[number];

/** The three levels that look at a self-evaluation in turn. */
export const REVIEW_LEVELS = ['unit', 'department', 'finance'] as const;
export type ReviewLevel = (typeof REVIEW_LEVELS)[number];

/** What decides the way of a self-evaluation, besides its state. */
export interface ReviewWay {
  /** Whether a department stands between the unit and finance. */
  readonly hasDepartment: boolean;
}

interface Move {
  readonly from: EvaluationState;
  readonly to: EvaluationState;
  /** Any one of these suffices. */
  readonly anyOf: readonly Permission[];
}

/** Whoever has approved may take that back until the next level has; finance alone decides on what it has accepted. */
const MOVES: Readonly<Record<Exclude<EvaluationStep, 'review' | 'accept' | 'return'>, readonly Move[]>> = {
  submit: [
    { from: 'draft', to: 'submitted', anyOf: ['evaluations.write'] },
    { from: 'returned', to: 'submitted', anyOf: ['evaluations.write'] },
  ],
  withdraw: [{ from: 'submitted', to: 'draft', anyOf: ['evaluations.write'] }],
  approve: [{ from: 'submitted', to: 'unitApproved', anyOf: ['evaluations.approve'] }],
  reopen: [{ from: 'accepted', to: 'returned', anyOf: ['evaluations.manage'] }],
};

function movesOf(step: EvaluationStep, { hasDepartment }: ReviewWay): readonly Move[] {
  switch (step) {
    case 'review':
      return hasDepartment ? [{ from: 'unitApproved', to: 'departmentApproved', anyOf: ['evaluations.review'] }] : [];
    case 'accept': {
      const from = hasDepartment ? 'departmentApproved' : 'unitApproved';
      return [{ from, to: 'accepted', anyOf: ['evaluations.accept'] }];
    }
    case 'return':
      return [
        { from: 'submitted', to: 'returned', anyOf: ['evaluations.approve'] },
        {
          from: 'unitApproved',
          to: 'returned',
          anyOf: ['evaluations.approve', hasDepartment ? 'evaluations.review' : 'evaluations.accept'],
        },
        { from: 'departmentApproved', to: 'returned', anyOf: ['evaluations.review', 'evaluations.accept'] },
      ];
    case 'submit':
    case 'withdraw':
    case 'approve':
    case 'reopen':
      return MOVES[step];
  }
}

const moveOf = (state: EvaluationState, step: EvaluationStep, way: ReviewWay): Move | undefined =>
  movesOf(step, way).find(({ from }) => from === state);

/**
 * The state after a step. Every return leads back to the unit, which goes the whole way again; without a department what the
 * unit approved goes to finance directly.
 * @returns `evaluation-step-refused` with the state and the step where it does not lead on from there
 */
export function takeEvaluationStep(
  state: EvaluationState,
  step: EvaluationStep,
  way: ReviewWay,
): Result<EvaluationState> {
  const move = moveOf(state, step, way);
  return move === undefined ? err({ code: 'evaluation-step-refused', params: { state, step } }) : ok(move.to);
}

/** Permissions of which any one allows the step from this state; none where the step does not lead on. */
export const permissionsForEvaluationStep = (
  state: EvaluationState,
  step: EvaluationStep,
  way: ReviewWay,
): readonly Permission[] => moveOf(state, step, way)?.anyOf ?? [];

/** Returning and reopening are explained in writing. */
export const evaluationStepNeedsText = (step: EvaluationStep): boolean => step === 'return' || step === 'reopen';

/** Whether the unit may still change it: what was handed in is first withdrawn or returned. */
export const isEvaluationEditable = (state: EvaluationState): boolean => state === 'draft' || state === 'returned';

/** The level that has it for review in this state, and may give points of its own; null while the unit's clerks have it. */
export function reviewingLevel(state: EvaluationState, { hasDepartment }: ReviewWay): ReviewLevel | null {
  switch (state) {
    case 'submitted':
      return 'unit';
    case 'unitApproved':
      return hasDepartment ? 'department' : 'finance';
    case 'departmentApproved':
      return 'finance';
    case 'draft':
    case 'returned':
    case 'accepted':
      return null;
  }
}
