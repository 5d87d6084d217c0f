import { describe, expect, it } from '@jest/globals';
import { ALERT_ACTIONS, alertObstacle, permissionForAlert, type AlertStanding } from './alert-actions.js';

const alert = (changes: Partial<AlertStanding> = {}): AlertStanding => ({
  state: 'open',
  isAcknowledged: false,
  suspension: null,
  onSiteCheck: null,
  ...changes,
});
const possible = (changes: Partial<AlertStanding>) =>
  ALERT_ACTIONS.filter((action) => alertObstacle(action, alert(changes)) === null);

describe('the life of an alert (R27)', () => {
  it('is acknowledged once and answered while it is open, by the unit', () => {
    expect(possible({})).toEqual(['acknowledge', 'answer']);
    expect(possible({ isAcknowledged: true })).toEqual(['answer']);
    expect(possible({ state: 'answered' })).toEqual([]);
    expect(permissionForAlert('answer')).toBe('alerts.answer');
  });

  it('has its suspension decided by finance, also where the unit has answered or puts it right meanwhile', () => {
    for (const state of ['answered', 'rectifying'] as const) {
      expect(possible({ state, suspension: 'proposed' })).toEqual(['decideSuspension']);
    }
    expect(possible({ state: 'closed', suspension: 'proposed' })).toEqual([]);
    expect(alertObstacle('decideSuspension', alert({ suspension: 'dropped' }))).toBe('alert-no-suspension');
    expect(permissionForAlert('decideSuspension')).toBe('alerts.decide');
  });

  it('has an on-site check that is due recorded, even when it is closed', () => {
    expect(possible({ state: 'closed', onSiteCheck: 'due' })).toEqual(['recordOnSite']);
    expect(alertObstacle('recordOnSite', alert({ onSiteCheck: 'done' }))).toBe('alert-no-on-site-check');
  });
});
