import { describe, expect, it } from '@jest/globals';
import { laggingFacts, sampleFacts } from '../testing/alert-samples.js';
import type { AlertFacts, EarlierLights } from './alert-facts.js';
import { ALERT_KINDS, type AlertKind } from './alert-kinds.js';
import type { AlertRules } from './alert-rule-set.js';
import { evaluateAlertRules } from './evaluate-alert-rules.js';
import { DEFAULT_ALERT_RULES } from './preset-alert-rules.js';

const { rules } = DEFAULT_ALERT_RULES;
const withRule = <K extends AlertKind>(kind: K, changes: Partial<AlertRules[K]>) => ({
  rules: { ...rules, [kind]: { ...rules[kind], ...changes } },
});
const raised = (changes: Partial<AlertFacts>, set = DEFAULT_ALERT_RULES as Parameters<typeof evaluateAlertRules>[1]) =>
  evaluateAlertRules(sampleFacts(changes), set).map(({ kind, severity }) => `${kind} ${severity}`);
const mismatch = { goalPercent: 54, executionRate: 65, gap: 11, indicators: 3, limit: 10 };
const at = (month: number, light: EarlierLights['light'], gapToPlan: number | null): EarlierLights => ({
  month,
  light,
  gapToPlan,
});

it('raises nothing for a project that is on its plan', () => {
  expect(raised({})).toEqual([]);
});

describe('overspent (R11)', () => {
  it('27.01 of 27.00, and not 27.00', () => {
    const budgetFen = 27_000_000;
    const [alert] = evaluateAlertRules(sampleFacts({ budgetFen, expenditureFen: 27_010_000 }), DEFAULT_ALERT_RULES);
    expect(alert).toEqual({
      kind: 'overspent',
      severity: 'red',
      reason: { kind: 'overspent', budgetFen, expenditureFen: 27_010_000, overFen: 10_000 },
    });
    expect(raised({ budgetFen, expenditureFen: budgetFen })).toEqual([]);
  });

  it('money spent without a budget of more than nothing', () => {
    expect(raised({ budgetFen: 0, expenditureFen: 1 })).toEqual(['overspent red']);
    expect(raised({ budgetFen: null, expenditureFen: 1 })).toEqual([]);
  });
});

describe('spending behind the plan (R8)', () => {
  it('25.45 % where the plan has 50 is 24.55 points behind: red from 20', () => {
    expect(evaluateAlertRules(laggingFacts(), DEFAULT_ALERT_RULES)).toEqual([
      {
        kind: 'spend-lagging',
        severity: 'red',
        reason: {
          kind: 'spend-lagging',
          budgetFen: 235_800_000,
          expenditureFen: 60_000_000,
          executionRate: 25.45,
          plannedRate: 50,
          gapToPlan: -24.55,
          points: 10,
        },
      },
    ]);
  });

  it.each([
    [-9.99, []],
    [-10, ['spend-lagging yellow']],
    [-19.99, ['spend-lagging yellow']],
    [-20, ['spend-lagging red']],
  ])('a gap of %d points', (gapToPlan, alerts) => {
    expect(raised({ spendLight: 'yellow', light: 'yellow', gapToPlan })).toEqual(alerts);
  });

  it('stays as the rule says where nothing makes it red', () => {
    expect(raised({ spendLight: 'red', gapToPlan: -60 }, withRule('spend-lagging', { redFrom: null }))).toEqual([
      'spend-lagging yellow',
    ]);
  });

  it('does not contradict a light that finds spending in order', () => {
    expect(raised({ spendLight: 'green', gapToPlan: -15 })).toEqual([]);
    expect(raised({ spendLight: 'grey', gapToPlan: -15 })).toEqual([]);
  });
});

describe('nothing spent', () => {
  it('from 25 % of the plan on, and once only: lagging is the same fact', () => {
    const nothing = { light: 'red', spendLight: 'red', expenditureFen: 0, executionRate: 0 } as const;
    expect(raised({ ...nothing, plannedRate: 50, gapToPlan: -50 })).toEqual(['nothing-spent red']);
    expect(raised({ ...nothing, plannedRate: 24.99, gapToPlan: -24.99 })).toEqual(['spend-lagging red']);
    expect(raised({ ...nothing, plannedRate: 50, gapToPlan: -50 }, withRule('nothing-spent', { on: false }))).toEqual([
      'spend-lagging red',
    ]);
  });

  it('is not said of what is not reported (R28), nor of a budget of nothing (R7)', () => {
    expect(raised({ expenditureFen: null, executionRate: null, gapToPlan: null })).toEqual([]);
    expect(raised({ budgetFen: 0, expenditureFen: 0, executionRate: null, gapToPlan: null })).toEqual([]);
  });
});

it('money and goals apart as the rule pack finds them (R15): 65 against 54, not 64', () => {
  expect(raised({ mismatch: { ...mismatch, side: 'moneyAhead' } })).toEqual(['spend-goal-mismatch yellow']);
  expect(raised({ mismatch: { ...mismatch, executionRate: 64, gap: 10, side: null } })).toEqual([]);
});

describe('worsening', () => {
  const yellow = { light: 'yellow', spendLight: 'yellow', gapToPlan: -9 } as const;

  it('two rounds in a row, by the light or by the gap', () => {
    const earlier = [at(3, 'yellow', -5), at(1, 'green', 0)];
    const [alert] = evaluateAlertRules(sampleFacts({ ...yellow, earlier }), DEFAULT_ALERT_RULES);
    expect(alert?.reason).toEqual({
      kind: 'worsening',
      rounds: 2,
      course: [at(1, 'green', 0), at(3, 'yellow', -5), at(6, 'yellow', -9)],
    });
  });

  it.each([
    ['one round only', [at(3, 'green', 0)]],
    ['no worse in between', [at(3, 'yellow', -5), at(1, 'yellow', -5)]],
    ['better in between though further behind', [at(3, 'yellow', -5), at(1, 'red', 0)]],
    ['not judged in between', [at(3, 'grey', null), at(1, 'green', 0)]],
    ['from ahead of the plan to level with it', [at(3, 'yellow', 5), at(1, 'yellow', 8)]],
  ])('not with %s', (_, earlier) => {
    expect(raised({ ...yellow, earlier })).toEqual([]);
  });

  it('not of a project that is green all the same', () => {
    expect(raised({ gapToPlan: -3, earlier: [at(3, 'green', -2), at(1, 'green', -1)] })).toEqual([]);
  });

  it('not of one that is yellow for what it has not reported (R28)', () => {
    const earlier = [at(3, 'green', -2), at(1, 'green', -1)];
    expect(raised({ light: 'yellow', gapToPlan: null, notReported: true, earlier })).toEqual(['not-reported yellow']);
    const [alert] = evaluateAlertRules(sampleFacts({ ...yellow, notReported: true, earlier }), DEFAULT_ALERT_RULES);
    expect(alert?.kind).toBe('worsening');
  });

  it('as many rounds as the rule says, and no earlier ones', () => {
    const earlier = [at(3, 'yellow', -5), at(1, 'red', -9)];
    expect(raised({ ...yellow, earlier }, withRule('worsening', { rounds: 1 }))).toEqual(['worsening yellow']);
    expect(raised({ ...yellow, earlier }, withRule('worsening', { rounds: 3 }))).toEqual([]);
  });
});

it('a forecast below 80 %, from June on (R45)', () => {
  expect(raised({ forecastPercent: 79.99 })).toEqual(['forecast-below yellow']);
  expect(raised({ forecastPercent: 80 })).toEqual([]);
  expect(raised({ forecastPercent: null })).toEqual([]);
  expect(raised({ forecastPercent: 10, period: { year: 2023, month: 5 } })).toEqual([]);
});

it('a target out of reach is red whatever the light (R26)', () => {
  expect(raised({ light: 'blue', impossible: [{ name: '办案数', note: '政策调整' }] })).toEqual(['impossible red']);
});

it('something due that is blank after the deadline (R28)', () => {
  expect(raised({ light: 'yellow', notReported: true })).toEqual(['not-reported yellow']);
});

it('more than 30 % in December, or 50 % in the fourth quarter (R48)', () => {
  const december = { year: 2023, month: 12 };
  const rush = (decemberShare: number, fourthQuarterShare: number) =>
    raised({ period: december, rush: { decemberShare, fourthQuarterShare } });
  expect(rush(30, 50)).toEqual([]);
  expect(rush(30.01, 31)).toEqual(['year-end-rush yellow']);
  expect(rush(10, 50.01)).toEqual(['year-end-rush yellow']);
});

describe('whatever the rule', () => {
  const everything = laggingFacts({
    budgetFen: 1,
    mismatch: { ...mismatch, side: 'moneyAhead' },
    earlier: [at(3, 'yellow', -5), at(1, 'green', 0)],
    forecastPercent: 60,
    impossible: [{ name: '办案数', note: '' }],
    notReported: true,
    rush: { decemberShare: 90, fourthQuarterShare: 95 },
  });

  it('each is raised once, in their order, and is JSON', () => {
    const alerts = evaluateAlertRules(everything, DEFAULT_ALERT_RULES);
    expect(alerts.map(({ kind }) => kind)).toEqual(ALERT_KINDS.filter((kind) => kind !== 'nothing-spent'));
    expect(JSON.parse(JSON.stringify(alerts))).toEqual(alerts);
  });

  it('none is raised that is off, nor for a project that is exempt', () => {
    for (const kind of ALERT_KINDS) {
      const kinds = evaluateAlertRules(everything, withRule(kind, { on: false })).map((alert) => alert.kind);
      expect(kinds).not.toContain(kind);
    }
    expect(evaluateAlertRules({ ...everything, exempt: true }, DEFAULT_ALERT_RULES)).toEqual([]);
  });
});
