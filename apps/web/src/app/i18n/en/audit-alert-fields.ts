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
};

export const alertSlices: Record<keyof typeof slices, string> = {
  'alert-rules': 'Alert rules',
  'work-calendar': 'Work calendar',
  alerts: 'Alerts',
};
