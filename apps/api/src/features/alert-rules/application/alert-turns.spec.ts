import type { AlertKind, AlertSeverity, RaisedAlert } from '@jixiao/domain';
import { expect, it } from '@jest/globals';
import { alertRank, turnsOf } from './alert-turns.js';
import { TrialCounts } from './trial-summary.js';

const alert = (kind: AlertKind, severity: AlertSeverity): RaisedAlert => ({
  kind,
  severity,
  reason: { kind: 'not-reported' },
});
const current = [alert('overspent', 'red'), alert('worsening', 'yellow'), alert('not-reported', 'yellow')];
const tried = [alert('overspent', 'yellow'), alert('not-reported', 'yellow'), alert('impossible', 'red')];

it('tried rules raise new alerts, no longer others, some in another colour and the rest the same', () => {
  const turns = turnsOf(current, tried);
  expect(turns.map((each) => `${each.alert.kind} ${each.alert.severity} ${each.turn}`)).toEqual([
    'overspent yellow severity',
    'not-reported yellow same',
    'impossible red new',
    'worsening yellow gone',
  ]);
  const ranked = [...turns].sort((a, b) => alertRank(a) - alertRank(b));
  expect(ranked.map(({ turn }) => turn)).toEqual(['new', 'gone', 'severity', 'same']);
});

it('are added up by round and rule, those without any left out', () => {
  const counts = new TrialCounts({ year: 2023, month: 6 });
  for (const turn of turnsOf(current, tried)) counts.add(turn);
  counts.addProjects(3);
  expect(counts.result()).toEqual({
    year: 2023,
    month: 6,
    projects: 3,
    kinds: [
      { kind: 'overspent', red: 0, yellow: 1, turns: { new: 0, gone: 0, severity: 1, same: 0 } },
      { kind: 'worsening', red: 0, yellow: 0, turns: { new: 0, gone: 1, severity: 0, same: 0 } },
      { kind: 'impossible', red: 1, yellow: 0, turns: { new: 1, gone: 0, severity: 0, same: 0 } },
      { kind: 'not-reported', red: 0, yellow: 1, turns: { new: 0, gone: 0, severity: 0, same: 1 } },
    ],
  });
});
