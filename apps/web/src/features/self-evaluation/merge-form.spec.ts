import { describe, expect, it } from '@jest/globals';
import { formOf, type EvaluationForm } from './evaluation-form.js';
import { mergeForms } from './merge-form.js';
import { detailOf, leafOf } from './testing/evaluation-detail.js';

const base = formOf(detailOf([leafOf()]), 'zh');
const changed = (change: (form: EvaluationForm) => void): EvaluationForm => {
  const form = structuredClone(base);
  change(form);
  return form;
};

describe('what two people have typed', () => {
  it('takes theirs where I have typed nothing, and mine where they have not', () => {
    const mine = changed((form) => (form.achievedGoal = '我的'));
    const theirs = changed((form) => {
      form.funds.other.spentFen = '1.00';
      if (form.leaves.a) form.leaves.a.explanation = '他的';
    });
    const { form, conflicts } = mergeForms(base, mine, theirs);
    expect(conflicts).toBe(0);
    expect(form).toMatchObject({ achievedGoal: '我的', funds: { other: { spentFen: '1.00' } } });
    expect(form.leaves.a?.explanation).toBe('他的');
  });

  it('counts what both have changed, and has mine there', () => {
    const mine = changed((form) => (form.achievedGoal = '我的'));
    const theirs = changed((form) => (form.achievedGoal = '他的'));
    expect(mergeForms(base, mine, theirs)).toMatchObject({ conflicts: 1, form: { achievedGoal: '我的' } });
    expect(mergeForms(base, mine, mine).conflicts).toBe(0);
  });
});
