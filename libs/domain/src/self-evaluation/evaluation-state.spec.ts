import { describe, expect, it } from '@jest/globals';
import {
  EVALUATION_STATES,
  EVALUATION_STEPS,
  evaluationStepNeedsText,
  isEvaluationEditable,
  permissionsForEvaluationStep,
  reviewingLevel,
  takeEvaluationStep,
  type EvaluationState,
  type EvaluationStep,
} from './evaluation-state.js';

const WITH = { hasDepartment: true };
const WITHOUT = { hasDepartment: false };
const after = (way: typeof WITH, state: EvaluationState, ...steps: EvaluationStep[]): EvaluationState =>
  steps.reduce<EvaluationState>((current, step) => {
    const next = takeEvaluationStep(current, step, way);
    if (!next.ok) throw new Error(`${step} from ${current}: ${next.error.code}`);
    return next.value;
  }, state);
const stepsFrom = (state: EvaluationState, way = WITH) =>
  EVALUATION_STEPS.filter((step) => takeEvaluationStep(state, step, way).ok);

describe('states of a self-evaluation', () => {
  it('goes from the unit over the department to finance', () => {
    expect(after(WITH, 'draft', 'submit', 'approve', 'review', 'accept')).toBe('accepted');
  });

  it('goes from the unit to finance directly where there is no department', () => {
    expect(after(WITHOUT, 'draft', 'submit', 'approve', 'accept')).toBe('accepted');
    expect(takeEvaluationStep('unitApproved', 'review', WITHOUT).ok).toBe(false);
  });

  it('cannot skip a level', () => {
    expect(takeEvaluationStep('unitApproved', 'accept', WITH)).toEqual({
      ok: false,
      error: { code: 'evaluation-step-refused', params: { state: 'unitApproved', step: 'accept' } },
    });
    expect(stepsFrom('draft')).toEqual(['submit']);
    expect(stepsFrom('submitted')).toEqual(['withdraw', 'approve', 'return']);
    expect(stepsFrom('departmentApproved')).toEqual(['accept', 'return']);
  });

  it('comes back to the unit from every level, and goes the whole way again', () => {
    for (const state of ['submitted', 'unitApproved', 'departmentApproved'] as const) {
      expect(after(WITH, state, 'return', 'submit', 'approve', 'review', 'accept')).toBe('accepted');
    }
  });

  it('is opened again by finance alone, in writing', () => {
    expect(stepsFrom('accepted')).toEqual(['reopen']);
    expect(after(WITH, 'accepted', 'reopen')).toBe('returned');
    expect(permissionsForEvaluationStep('accepted', 'reopen', WITH)).toEqual(['evaluations.manage']);
    expect(EVALUATION_STEPS.filter(evaluationStepNeedsText)).toEqual(['return', 'reopen']);
  });

  it('is returned by who has it, or by who sent it on', () => {
    expect(permissionsForEvaluationStep('submitted', 'return', WITH)).toEqual(['evaluations.approve']);
    expect(permissionsForEvaluationStep('unitApproved', 'return', WITH)).toEqual([
      'evaluations.approve',
      'evaluations.review',
    ]);
    expect(permissionsForEvaluationStep('unitApproved', 'return', WITHOUT)).toEqual([
      'evaluations.approve',
      'evaluations.accept',
    ]);
    expect(permissionsForEvaluationStep('departmentApproved', 'return', WITH)).toEqual([
      'evaluations.review',
      'evaluations.accept',
    ]);
    expect(permissionsForEvaluationStep('accepted', 'return', WITH)).toEqual([]);
  });

  it('is changed only while the unit has it, and scored by the level that has it', () => {
    expect(EVALUATION_STATES.filter(isEvaluationEditable)).toEqual(['draft', 'returned']);
    expect(EVALUATION_STATES.map((state) => reviewingLevel(state, WITH))).toEqual([
      null,
      'unit',
      null,
      'department',
      'finance',
      null,
    ]);
    expect(reviewingLevel('unitApproved', WITHOUT)).toBe('finance');
  });
});
