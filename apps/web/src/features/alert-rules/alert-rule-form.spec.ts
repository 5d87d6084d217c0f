import { ALERT_KINDS, DEFAULT_ALERT_RULES } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { formOf, LIMITS_OF, readForm, sameAlertRules, type AlertRuleForm } from './alert-rule-form.js';
import type { AlertRulesContent } from './alert-rules.api.js';

const preset = structuredClone(DEFAULT_ALERT_RULES) as AlertRulesContent;
const typed = (change: (form: AlertRuleForm) => void) => {
  const form = formOf(preset);
  change(form);
  return readForm(form);
};
const faults = (change: (form: AlertRuleForm) => void): string[] =>
  [...typed(change).faults].map(([path, { code }]) => `${path} ${code}`);

describe('the form of alert rules', () => {
  it('gives the preset back as it was', () => {
    const { content, faults: found } = readForm(formOf(preset));
    expect(content).toEqual(preset);
    expect([...found]).toEqual([]);
  });

  it('asks for every limit that there is', () => {
    for (const kind of ALERT_KINDS) {
      const { on: _on, severity: _severity, audience: _audience, ...limits } = preset.rules[kind];
      expect(Object.keys(limits).sort()).toEqual([...LIMITS_OF[kind]].sort());
    }
  });

  it('takes an empty limit of red for none, and any other empty one for a fault', () => {
    const without = typed((form) => (form.rules['spend-lagging'].limits.redFrom = ' '));
    expect(without.content.rules['spend-lagging'].redFrom).toBeNull();
    expect(formOf(without.content).rules['spend-lagging'].limits.redFrom).toBe('');
    expect(faults((form) => (form.rules['spend-lagging'].limits.points = ''))).toEqual([
      'rules.spend-lagging.points rule-pack-not-a-number',
    ]);
  });

  it('takes a pasted per cent sign for what it is, and no text for a figure', () => {
    const { content } = typed((form) => (form.rules['forecast-below'].limits.percent = ' 85％'));
    expect(content.rules['forecast-below'].percent).toBe(85);
    for (const text of ['八十', '8e1', '-5']) {
      expect(faults((form) => (form.answerDays = text))).toEqual(['answerDays rule-pack-not-a-number']);
    }
  });

  it('says at the field what contradicts another', () => {
    expect(faults((form) => (form.escalateDays = '10'))).toEqual(['escalateDays alert-rules-escalation-late']);
  });

  it('keeps the quiet hours where they are switched off', () => {
    const { content } = typed((form) => (form.isQuiet = false));
    expect(content.quietHours).toBeNull();
    expect(formOf(content)).toMatchObject({ isQuiet: false, quietFrom: '20:00', quietUntil: '08:00' });
  });

  it('knows the same rules again in any order of keys', () => {
    const { rules, ...rest } = preset;
    expect(sameAlertRules({ ...rest, rules: { ...rules } }, preset)).toBe(true);
    expect(sameAlertRules({ ...preset, answerDays: 12 }, preset)).toBe(false);
  });
});
