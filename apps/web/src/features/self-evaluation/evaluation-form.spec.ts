import { describe, expect, it } from '@jest/globals';
import { formOf, readForm, reweigh, type EvaluationForm, type LeafForm } from './evaluation-form.js';
import { detailOf, leafOf } from './testing/evaluation-detail.js';

const qualitative = leafOf({
  id: 'b',
  name: '社会稳定',
  kind: 'qualitative',
  operator: 'qualitative',
  number: null,
  unit: null,
  value: null,
  outcome: 'met',
  text: '达到预期',
  chosenPoints: 9,
});
const detail = detailOf([leafOf(), qualitative]);
const typed = (change: (form: EvaluationForm) => void) => {
  const form = formOf(detail, 'zh');
  change(form);
  return readForm(form, detail);
};
const first = (form: EvaluationForm) => form.leaves.a as LeafForm;

describe('the form of a self-evaluation', () => {
  it('gives back what is stored where nothing is typed', () => {
    const { input, faults } = typed(() => undefined);
    expect([...faults]).toEqual([]);
    expect(input).toMatchObject({ version: 3, frame: null, achievedGoal: null });
    expect(input.funds.fiscal).toEqual({ initialFen: null, adjustedFen: null, spentFen: 37_240_000 });
    expect(input.leaves[0]).toMatchObject({ id: 'a', weight: 10, value: 95, cut: null, notApplicableWhy: null });
    expect(input.leaves[1]).toMatchObject({ outcome: 'met', text: '达到预期', chosenPoints: 9 });
  });

  it('keeps what is stored of a field that cannot be read, and names it', () => {
    const { input, faults } = typed((form) => {
      form.funds.fiscal.spentFen = '很多';
      first(form).answer = '约九成';
      first(form).weight = '101';
    });
    expect([...faults]).toEqual([
      ['fiscal.spentFen', 'amount-unreadable'],
      ['a.weight', 'points-out-of-range'],
      ['a.answer', 'figure-unreadable'],
    ]);
    expect(input.funds.fiscal.spentFen).toBe(37_240_000);
    expect(input.leaves[0]).toMatchObject({ value: 95, weight: 10 });
  });

  it('R37: asks a deduction for both its points and its reason', () => {
    const cut = (points: string, reason: string) =>
      typed((form) => Object.assign(first(form), { cutPoints: points, cutReason: reason }));
    expect(cut('1.5', '资料不全').input.leaves[0]?.cut).toEqual({ points: 1.5, reason: '资料不全' });
    expect([...cut('1.5', ' ').faults]).toEqual([['a.cutReason', 'cut-reason-missing']]);
    expect([...cut('', '资料不全').faults]).toEqual([['a.cutPoints', 'cut-points-missing']]);
  });

  it('R36: full points follow another weight, points that were chosen stay', () => {
    const reweighed = (chosenPoints: string, isMet: boolean) => {
      const leaf = { ...first(formOf(detail, 'zh')), chosenPoints };
      reweigh(leaf, '20', isMet);
      return [leaf.weight, leaf.chosenPoints];
    };
    expect(reweighed('10', true)).toEqual(['20', '20']);
    expect(reweighed('9', true)).toEqual(['20', '9']);
    expect(reweighed('10', false)).toEqual(['20', '10']);
  });

  it('R40: sends an empty reason for what does not apply, so that it is asked for', () => {
    expect(typed((form) => (first(form).applies = false)).input.leaves[0]?.notApplicableWhy).toBe('');
  });

  it('lets the words of an outcome go with it', () => {
    const { input } = typed((form) => {
      if (form.leaves.b) form.leaves.b.answer = '部分达成';
    });
    expect(input.leaves[1]).toMatchObject({ outcome: 'partly', text: null });
  });
});
