import {
  fault,
  faultyWords,
  notOneOf,
  outOfRange,
  unknownKeys,
  type Range,
  type RulePackProblem,
} from '../monitoring/rule-pack-problems.js';
import { ROLES } from '../access/roles.js';
import { ALERT_KINDS, ALERT_SEVERITIES, type AlertKind } from './alert-kinds.js';
import type { AlertRules, AlertRuleSet, QuietHours } from './alert-rule-set.js';

/** A fault of alert rules; `path` names the field as `rules.spend-lagging.points`, for the form to show it there. */
export type AlertRuleProblem = RulePackProblem;

const AUDIENCES = ROLES.filter((role) => role !== 'admin');
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const PERCENT: Range = { min: 0, max: 100 };
/** 0 % or 0 points would raise an alert for everybody. */
const SOME_PERCENT: Range = { ...PERCENT, above: true };

/** The limits of each rule, by the field that holds them; whole numbers count rounds or months. */
const LIMITS: Readonly<Record<AlertKind, Readonly<Record<string, Range & { readonly whole?: true }>>>> = {
  overspent: {},
  'spend-lagging': { points: SOME_PERCENT },
  'nothing-spent': { plannedFrom: SOME_PERCENT },
  'spend-goal-mismatch': {},
  // A year of twelve rounds has eleven steps.
  worsening: { rounds: { min: 1, max: 11, whole: true } },
  'forecast-below': { percent: SOME_PERCENT, fromMonth: { min: 1, max: 12, whole: true } },
  impossible: {},
  'not-reported': {},
  'year-end-rush': { december: PERCENT, fourthQuarter: PERCENT },
};
const DAYS: Range = { min: 2, max: 60 };

/**
 * What is wrong with alert rules that were made in a form, with a stable code and the path of the field; empty where they
 * may be published. Limits that raise an alert for everybody, that contradict each other, and keys that no rule reads are
 * refused. The shape (which field is a number, which a text) is for the caller's schema to have checked.
 */
export function checkAlertRuleSet(set: AlertRuleSet): AlertRuleProblem[] {
  return [
    ...unknownKeys('', set, ['rules', 'answerDays', 'escalateDays', 'onSiteFrom', 'quietHours']),
    ...unknownKeys('rules', set.rules, ALERT_KINDS),
    ...ALERT_KINDS.flatMap((kind) => ruleProblems(kind, set.rules[kind])),
    ...laggingProblems(set.rules['spend-lagging']),
    ...impossibleProblems(set.rules.impossible),
    ...rushProblems(set.rules['year-end-rush']),
    ...dayProblems(set),
    ...wholeInRange('onSiteFrom', set.onSiteFrom, { min: 2, max: 12 }),
    ...quietProblems(set.quietHours),
  ];
}

function ruleProblems(kind: AlertKind, rule: AlertRules[AlertKind]): AlertRuleProblem[] {
  const at = `rules.${kind}`;
  const limits = LIMITS[kind];
  const extra = kind === 'spend-lagging' ? ['redFrom'] : [];
  const values: Readonly<Record<string, unknown>> = { ...rule };
  return [
    ...unknownKeys(at, rule, ['on', 'severity', 'audience', ...Object.keys(limits), ...extra]),
    ...notOneOf(`${at}.severity`, rule.severity, ALERT_SEVERITIES),
    ...rule.audience.flatMap((role, index) => notOneOf(`${at}.audience.${index}`, role, AUDIENCES)),
    ...(rule.audience.length === 0 ? [] : faultyWords(`${at}.audience`, rule.audience)),
    ...Object.entries(limits).flatMap(([field, { whole, ...range }]) =>
      (whole ? wholeInRange : outOfRange)(`${at}.${field}`, values[field], range),
    ),
  ];
}

/** Red begins where yellow has begun. */
function laggingProblems({ points, redFrom }: AlertRules['spend-lagging']): AlertRuleProblem[] {
  if (redFrom === null) return [];
  const at = 'rules.spend-lagging.redFrom';
  const faults = outOfRange(at, redFrom, SOME_PERCENT);
  if (faults.length > 0 || !(redFrom < points)) return faults;
  return [fault(at, 'alert-rules-red-before-alert', { redFrom, points })];
}

/** R26: a target that is out of reach raises a red alert whatever the light. */
const impossibleProblems = ({ severity }: AlertRules['impossible']): AlertRuleProblem[] =>
  severity === 'yellow' ? [fault('rules.impossible.severity', 'alert-rules-impossible-is-red')] : [];

/** December is a part of the fourth quarter, whose share cannot be the smaller one. */
function rushProblems({ december, fourthQuarter }: AlertRules['year-end-rush']): AlertRuleProblem[] {
  if (!(fourthQuarter < december)) return [];
  return [
    fault('rules.year-end-rush.fourthQuarter', 'alert-rules-quarter-below-december', { december, fourthQuarter }),
  ];
}

/** What goes up only once the days to answer are over would never have been late before its suspension is proposed (R27). */
function dayProblems({ answerDays, escalateDays }: AlertRuleSet): AlertRuleProblem[] {
  const faults = [
    ...wholeInRange('answerDays', answerDays, DAYS),
    ...wholeInRange('escalateDays', escalateDays, { ...DAYS, min: 1 }),
  ];
  if (faults.length > 0 || escalateDays < answerDays) return faults;
  return [fault('escalateDays', 'alert-rules-escalation-late', { escalateDays, answerDays })];
}

function quietProblems(hours: QuietHours | null): AlertRuleProblem[] {
  if (hours === null) return [];
  const faults = [
    ...unknownKeys('quietHours', hours, ['from', 'until']),
    ...(['from', 'until'] as const).flatMap((end) =>
      TIME.test(hours[end]) ? [] : [fault(`quietHours.${end}`, 'alert-rules-time-form')],
    ),
  ];
  if (faults.length > 0 || hours.from !== hours.until) return faults;
  return [fault('quietHours.until', 'alert-rules-quiet-all-day')];
}

function wholeInRange(path: string, value: unknown, range: Range): AlertRuleProblem[] {
  const faults = outOfRange(path, value, range);
  return faults.length > 0 || Number.isInteger(value) ? faults : [fault(path, 'rule-pack-not-whole')];
}
