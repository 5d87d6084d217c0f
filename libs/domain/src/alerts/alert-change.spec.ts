import { describe, expect, it } from '@jest/globals';
import { sampleFacts } from '../testing/alert-samples.js';
import {
  changeOfAlert,
  isAlertRecoverable,
  type AlertedProject,
  type AlertRoundMode,
  type PresentAlert,
} from './alert-change.js';
import { DEFAULT_ALERT_RULES } from './preset-alert-rules.js';
import type { RaisedAlert } from './raised-alert.js';

const reason = (gapToPlan: number) =>
  ({
    kind: 'spend-lagging',
    budgetFen: 100,
    expenditureFen: 10,
    executionRate: 10,
    plannedRate: 30,
    gapToPlan,
    points: 10,
  }) as const;
const found: RaisedAlert = { kind: 'spend-lagging', severity: 'yellow', reason: reason(-12) };
const alert: PresentAlert = { ...found, state: 'open', closing: null, organisationId: 'unit' };
const project: AlertedProject = { organisationId: 'unit', facts: sampleFacts({}), isReported: true };
const looked = (mode: AlertRoundMode = 'current') => ({ set: DEFAULT_ALERT_RULES, mode });
const off = {
  ...DEFAULT_ALERT_RULES,
  rules: {
    ...DEFAULT_ALERT_RULES.rules,
    'spend-lagging': { ...DEFAULT_ALERT_RULES.rules['spend-lagging'], on: false },
  },
};
const closed = (closing: PresentAlert['closing']): PresentAlert => ({ ...alert, state: 'closed', closing });

describe('R27: an alert whose rule holds still', () => {
  it('stays where nothing has changed', () => {
    expect(changeOfAlert(project, alert, found, looked())).toBeNull();
  });

  it('takes the newest figures, and the unit that has the project now', () => {
    const newer = { ...found, reason: reason(-15) };
    expect(changeOfAlert(project, alert, newer, looked())).toEqual({ what: 'figures', found: newer });
    const moved = { ...project, organisationId: 'other' };
    expect(changeOfAlert(moved, alert, found, looked())).toEqual({ what: 'figures', found });
  });

  it('is told to be worse where yellow turned red, in the round that counts', () => {
    const red = { ...found, severity: 'red' } as const;
    expect(changeOfAlert(project, alert, red, looked())).toEqual({ what: 'worsened', found: red });
    expect(changeOfAlert(project, alert, red, looked('history'))).toEqual({ what: 'figures', found: red });
    expect(changeOfAlert(project, { ...alert, severity: 'red' }, found, looked())).toEqual({ what: 'figures', found });
  });

  it('keeps its figures once a later round is looked at', () => {
    expect(changeOfAlert(project, alert, { ...found, reason: reason(-15) }, looked('past'))).toBeNull();
  });
});

describe('R27: the same rule once more', () => {
  it('opens the same alert again, unless finance has waived it or a later round is looked at', () => {
    expect(changeOfAlert(project, closed('recovered'), found, looked())).toEqual({ what: 'reopened', found });
    expect(changeOfAlert(project, closed('waived'), found, looked())).toBeNull();
    expect(changeOfAlert(project, closed('recovered'), found, looked('past'))).toBeNull();
  });

  it('opens none of a round that was over before there were alerts', () => {
    const newer = { ...found, reason: reason(-15) };
    expect(changeOfAlert(project, closed('round-over'), newer, looked('history'))).toEqual({
      what: 'figures',
      found: newer,
    });
  });
});

describe('R27: an alert whose rule holds no longer', () => {
  it('is closed where the figures tell it, and stays where they are blank', () => {
    expect(changeOfAlert(project, alert, undefined, looked())).toEqual({ what: 'closed', closing: 'recovered' });
    expect(changeOfAlert({ ...project, isReported: false }, alert, undefined, looked())).toBeNull();
  });

  it('says that its rule was switched off, or that the project is not monitored any more', () => {
    const unreported = { ...project, isReported: false };
    expect(changeOfAlert(unreported, alert, undefined, { set: off, mode: 'current' })).toEqual({
      what: 'closed',
      closing: 'rule-off',
    });
    const exempt = { ...unreported, facts: sampleFacts({ exempt: true }) };
    expect(changeOfAlert(exempt, alert, undefined, looked())).toEqual({ what: 'closed', closing: 'project-gone' });
  });

  it('goes on with its rectification, and is only counted where nobody answers', () => {
    expect(changeOfAlert(project, { ...alert, state: 'rectifying' }, undefined, looked())).toBeNull();
    expect(changeOfAlert(project, closed('recovered'), undefined, looked())).toBeNull();
    expect(changeOfAlert(project, closed('round-over'), undefined, looked('history'))).toEqual({ what: 'counted' });
    const unreported = { ...project, isReported: false };
    expect(changeOfAlert(unreported, closed('round-over'), undefined, looked('history'))).toBeNull();
  });

  it('can recover while it is open, answered, or of a round that is over', () => {
    expect(isAlertRecoverable(alert)).toBe(true);
    expect(isAlertRecoverable({ ...alert, state: 'answered' })).toBe(true);
    expect(isAlertRecoverable({ ...alert, state: 'rectifying' })).toBe(false);
    expect(isAlertRecoverable(closed('round-over'))).toBe(true);
    expect(isAlertRecoverable(closed('waived'))).toBe(false);
  });
});
