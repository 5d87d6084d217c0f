import { DEFAULT_EVALUATION_RULES, EVALUATION_RULE_PRESETS } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { formOf, readForm, type EvaluationRuleForm } from './evaluation-rule-form.js';
import type { EvaluationRulesContent } from './evaluation-rules.api.js';

const preset = structuredClone(DEFAULT_EVALUATION_RULES) as EvaluationRulesContent;
const typed = (change: (form: EvaluationRuleForm) => void) => {
  const form = formOf(preset);
  change(form);
  return readForm(form);
};
const faults = (change: (form: EvaluationRuleForm) => void): string[] =>
  [...typed(change).faults].map(([path, { code }]) => `${path} ${code}`);

describe('the form of evaluation rules', () => {
  it.each(EVALUATION_RULE_PRESETS.map(({ id, rules }) => [id, rules] as const))(
    'gives the preset %s back as it was',
    (_, rules) => {
      const { content, faults: found } = readForm(formOf(structuredClone(rules) as EvaluationRulesContent));
      expect(content).toEqual(rules);
      expect([...found]).toEqual([]);
    },
  );

  it('R30: says at the frame where its parts do not make up 100 with execution', () => {
    expect(faults((form) => (form.frames.A.output = '49'))).toEqual(['frames.A evaluation-rules-frame-sum']);
    expect(typed((form) => (form.frames.A.cost = ' ')).content.frames.A.cost).toBeNull();
  });

  it('R35: keeps the gate where it is switched off', () => {
    const { content } = typed((form) => (form.gatePercent = '70'));
    expect(content.gatePercent).toBeNull();
    expect(typed((form) => (form.isGated = true)).content.gatePercent).toBe(60);
  });

  it('takes a pasted per cent sign for what it is, and no text for a figure', () => {
    expect(typed((form) => (form.unspentPercent = ' 25％')).content.unspentPercent).toBe(25);
    expect(faults((form) => (form.unspentPercent = '二十'))).toEqual(['unspentPercent rule-pack-not-a-number']);
  });

  it('R38: says at the field where a grade begins above the one before it', () => {
    expect(faults((form) => (form.good = '95'))).toEqual(['gradesFrom.good evaluation-rules-grades-cross']);
  });
});
