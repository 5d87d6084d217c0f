import { describe, expect, it } from '@jest/globals';
import { alertRuleProblemMessage, ALERT_RULE_PROBLEM_SENTENCES } from './alert-rule-messages.js';
import type { AlertKind } from './alert-kinds.js';
import type { AlertRuleSet } from './alert-rule-set.js';
import { checkAlertRuleSet } from './check-alert-rules.js';
import { DEFAULT_ALERT_RULES } from './preset-alert-rules.js';

/** As a form or a file may bring it: any field may hold anything. */
const changed = (changes: object): AlertRuleSet => ({ ...DEFAULT_ALERT_RULES, ...changes });
const inRule = (kind: AlertKind, changes: object) =>
  changed({ rules: { ...DEFAULT_ALERT_RULES.rules, [kind]: { ...DEFAULT_ALERT_RULES.rules[kind], ...changes } } });

it('accepts the preset, and one without quiet hours and without a red limit', () => {
  expect(checkAlertRuleSet(DEFAULT_ALERT_RULES)).toEqual([]);
  expect(checkAlertRuleSet(changed({ quietHours: null }))).toEqual([]);
  expect(checkAlertRuleSet(inRule('spend-lagging', { redFrom: null, audience: [] }))).toEqual([]);
  expect(checkAlertRuleSet(inRule('impossible', { on: false }))).toEqual([]);
});

const FAULTS: [string, AlertRuleSet, string[]][] = [
  [
    '0 points behind, as everybody is',
    inRule('spend-lagging', { points: 0 }),
    ['rules.spend-lagging.points: rule-pack-out-of-range-above'],
  ],
  [
    '101 points',
    inRule('spend-lagging', { points: 101, redFrom: null }),
    ['rules.spend-lagging.points: rule-pack-out-of-range-above'],
  ],
  [
    'red before yellow',
    inRule('spend-lagging', { redFrom: 9.99 }),
    ['rules.spend-lagging.redFrom: alert-rules-red-before-alert'],
  ],
  [
    'no number',
    inRule('nothing-spent', { plannedFrom: '25' }),
    ['rules.nothing-spent.plannedFrom: rule-pack-not-a-number'],
  ],
  ['half a round', inRule('worsening', { rounds: 1.5 }), ['rules.worsening.rounds: rule-pack-not-whole']],
  ['month 13', inRule('forecast-below', { fromMonth: 13 }), ['rules.forecast-below.fromMonth: rule-pack-out-of-range']],
  [
    'a forecast below nothing',
    inRule('forecast-below', { percent: 0 }),
    ['rules.forecast-below.percent: rule-pack-out-of-range-above'],
  ],
  [
    'an impossible target that is yellow (R26)',
    inRule('impossible', { severity: 'yellow' }),
    ['rules.impossible.severity: alert-rules-impossible-is-red'],
  ],
  [
    'a fourth quarter below its December',
    inRule('year-end-rush', { fourthQuarter: 29 }),
    ['rules.year-end-rush.fourthQuarter: alert-rules-quarter-below-december'],
  ],
  [
    'an unknown severity',
    inRule('overspent', { severity: 'green' }),
    ['rules.overspent.severity: rule-pack-choice-unknown'],
  ],
  [
    'an administrator, who sees no figures',
    inRule('overspent', { audience: ['admin'] }),
    ['rules.overspent.audience.0: rule-pack-choice-unknown'],
  ],
  [
    'somebody twice',
    inRule('overspent', { audience: ['leader', 'leader'] }),
    ['rules.overspent.audience.1: rule-pack-repeated'],
  ],
  ['a limit that no rule reads', inRule('overspent', { points: 3 }), ['rules.overspent.points: rule-pack-key-unknown']],
  ['an unknown key', changed({ days: 3 }), ['days: rule-pack-key-unknown']],
  ['1 day to answer', changed({ answerDays: 1, escalateDays: 1 }), ['answerDays: rule-pack-out-of-range']],
  ['what goes up with the deadline', changed({ escalateDays: 10 }), ['escalateDays: alert-rules-escalation-late']],
  ['a check on site at once', changed({ onSiteFrom: 1 }), ['onSiteFrom: rule-pack-out-of-range']],
  [
    '24:00',
    changed({ quietHours: { from: '24:00', until: '8:00' } }),
    ['quietHours.from: alert-rules-time-form', 'quietHours.until: alert-rules-time-form'],
  ],
  [
    'quiet all day',
    changed({ quietHours: { from: '08:00', until: '08:00' } }),
    ['quietHours.until: alert-rules-quiet-all-day'],
  ],
];

describe('refuses', () => {
  it.each(FAULTS)('%s', (_, set, faults) => {
    expect(checkAlertRuleSet(set).map(({ path, code }) => `${path}: ${code}`)).toEqual(faults);
  });

  it('in a whole sentence of either language, for every code of its own', () => {
    const problems = FAULTS.flatMap(([, set]) => checkAlertRuleSet(set));
    const codes = problems.map(({ code }) => code);
    expect(Object.keys(ALERT_RULE_PROBLEM_SENTENCES).filter((code) => !codes.includes(code))).toEqual([]);
    for (const problem of problems) {
      expect(alertRuleProblemMessage(problem, 'zh')).toMatch(/^[^{}—]*。$/);
      expect(alertRuleProblemMessage(problem, 'en')).toMatch(/^[^{}—]*\.$/);
    }
  });

  it('says the figures', () => {
    const [late] = checkAlertRuleSet(changed({ escalateDays: 12 }));
    expect(late && alertRuleProblemMessage(late, 'zh')).toBe('逾期上报的 12 个工作日应少于回应期限的 10 个工作日。');
    expect(alertRuleProblemMessage({ path: 'x', code: 'constructor' }, 'en')).toBe('Please check (constructor).');
  });
});
