import type { alertFields as fields, alertSlices as slices } from '../zh/audit-alert-fields.js';

export const alertFields: Record<keyof typeof fields, string> = {
  answerDays: 'answer within (working days)',
  escalateDays: 'goes up after (working days)',
  onSiteFrom: 'on-site check from (rounds)',
  quietHours: 'quiet hours',
  until: 'until',
  on: 'on',
  severity: 'severity',
  audience: 'also told',
  points: 'points',
  redFrom: 'red from',
  plannedFrom: 'planned from',
  fromMonth: 'from month',
  december: 'share of December',
  fourthQuarter: 'share of the fourth quarter',
  rules: 'rules',
  days: 'days',
  day: 'day',
  rounds: 'rounds',
  alert: 'Alert',
  alertState: 'State of the alert',
  suspension: 'Suspension',
  alertAnswer: 'Answer',
  decision: 'Decision',
};

export const alertSlices: Record<keyof typeof slices, string> = {
  'alert-rules': 'Alert rules',
  'work-calendar': 'Work calendar',
  alerts: 'Alerts',
};

/** What values of these fields are called. */
export const alertValues = {
  alert: {
    overspent: 'Overspent',
    'spend-lagging': 'Spending behind plan',
    'nothing-spent': 'Nothing spent',
    'spend-goal-mismatch': 'Money and goals apart',
    worsening: 'Getting worse',
    'forecast-below': 'Low forecast',
    impossible: 'Target out of reach',
    'not-reported': 'Not reported in time',
    'year-end-rush': 'Year-end rush',
  },
  alertState: {
    open: 'open',
    answered: 'answered',
    rectifying: 'being put right',
    closed: 'closed',
  },
  suspension: {
    proposed: 'proposed',
    confirmed: 'confirmed',
    dropped: 'dropped',
  },
  alertAnswer: {
    continue: 'go on',
    reallocate: 'reallocate the budget',
    cancel: 'cancel the project',
  },
  decision: {
    confirm: 'confirmed',
    drop: 'dropped',
  },
};
