import type { AlertAudience } from './alert-kinds.js';
import type { AlertRuleSet } from './alert-rule-set.js';

const REVIEWERS: readonly AlertAudience[] = ['unitReviewer', 'departmentReviewer'];
const WITH_FINANCE: readonly AlertAudience[] = [...REVIEWERS, 'financeReviewer'];

/**
 * What an authority begins with. Ten working days to answer and three rounds in a row to an on-site check are R27's; the
 * limits of the other rules are usual ones, made to be tried on past rounds and changed.
 */
export const DEFAULT_ALERT_RULES: AlertRuleSet = {
  rules: {
    overspent: { on: true, severity: 'red', audience: WITH_FINANCE },
    'spend-lagging': { on: true, severity: 'yellow', audience: REVIEWERS, points: 10, redFrom: 20 },
    'nothing-spent': { on: true, severity: 'red', audience: WITH_FINANCE, plannedFrom: 25 },
    'spend-goal-mismatch': { on: true, severity: 'yellow', audience: REVIEWERS },
    worsening: { on: true, severity: 'yellow', audience: REVIEWERS, rounds: 2 },
    'forecast-below': { on: true, severity: 'yellow', audience: REVIEWERS, percent: 80, fromMonth: 6 },
    impossible: { on: true, severity: 'red', audience: WITH_FINANCE },
    'not-reported': { on: true, severity: 'yellow', audience: REVIEWERS },
    'year-end-rush': { on: true, severity: 'yellow', audience: WITH_FINANCE, december: 30, fourthQuarter: 50 },
  },
  answerDays: 10,
  escalateDays: 5,
  onSiteFrom: 3,
  quietHours: { from: '20:00', until: '08:00' },
};
