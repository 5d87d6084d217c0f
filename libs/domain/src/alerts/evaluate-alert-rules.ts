import type { AlertFacts } from './alert-facts.js';
import { ALERT_KINDS, type AlertKind, type AlertSeverity } from './alert-kinds.js';
import type { AlertRules, AlertRuleSet } from './alert-rule-set.js';
import type { AlertReason, RaisedAlert } from './raised-alert.js';
import { worseningCourse } from './worsening.js';

type Reason<K extends AlertKind> = Extract<AlertReason, { kind: K }>;
type Rule<K extends AlertKind> = (facts: AlertFacts, limits: AlertRules[K]) => Reason<K> | null;

/**
 * What the rules say of one project in one round, in the order of {@link ALERT_KINDS}, each rule at most once (R27). A
 * project that is exempt from monitoring raises nothing. Where nothing was spent and that rule says so, lagging is not
 * raised as well: it is the same fact, which nobody should have to answer for twice.
 */
export function evaluateAlertRules(facts: AlertFacts, set: Pick<AlertRuleSet, 'rules'>): readonly RaisedAlert[] {
  if (facts.exempt) return [];
  const raised = ALERT_KINDS.flatMap((kind) => raise(kind, facts, set.rules[kind]));
  const isNothingSpent = raised.some(({ kind }) => kind === 'nothing-spent');
  return isNothingSpent ? raised.filter(({ kind }) => kind !== 'spend-lagging') : raised;
}

function raise<K extends AlertKind>(kind: K, facts: AlertFacts, rule: AlertRules[K]): RaisedAlert[] {
  if (!rule.on) return [];
  const judge: Rule<K> = RULES[kind];
  const reason = judge(facts, rule);
  return reason === null ? [] : [{ kind, severity: severityOf(reason, rule), reason }];
}

/** As the rule says, but red where spending lags so far that the rule calls it so. */
function severityOf(reason: AlertReason, rule: AlertRules[AlertKind]): AlertSeverity {
  if (reason.kind !== 'spend-lagging' || !('redFrom' in rule) || rule.redFrom === null) return rule.severity;
  return reason.gapToPlan <= -rule.redFrom ? 'red' : rule.severity;
}

const RULES: { readonly [K in AlertKind]: Rule<K> } = {
  /** R11. */
  overspent({ budgetFen, expenditureFen }) {
    if (budgetFen === null || expenditureFen === null || expenditureFen <= budgetFen) return null;
    return { kind: 'overspent', budgetFen, expenditureFen, overFen: expenditureFen - budgetFen };
  },

  /** R8. Only where the spend light is yellow or red, so that no alert contradicts a light that finds spending in order. */
  'spend-lagging'({ spendLight, budgetFen, expenditureFen, executionRate, plannedRate, gapToPlan }, { points }) {
    if (spendLight !== 'red' && spendLight !== 'yellow') return null;
    if (budgetFen === null || expenditureFen === null || executionRate === null || gapToPlan === null) return null;
    if (gapToPlan > -points) return null;
    return { kind: 'spend-lagging', budgetFen, expenditureFen, executionRate, plannedRate, gapToPlan, points };
  },

  /** Zero, which is not the same as not reported (R28). */
  'nothing-spent'({ budgetFen, expenditureFen, plannedRate }, { plannedFrom }) {
    if (budgetFen === null || budgetFen === 0 || expenditureFen !== 0 || plannedRate < plannedFrom) return null;
    return { kind: 'nothing-spent', budgetFen, plannedRate, plannedFrom };
  },

  /** R15; its limits are those of the rule pack. */
  'spend-goal-mismatch'({ mismatch }) {
    if (mismatch === null || mismatch.side === null) return null;
    return { kind: 'spend-goal-mismatch', mismatch };
  },

  worsening(facts, { rounds }) {
    const course = worseningCourse(facts, rounds);
    return course && { kind: 'worsening', rounds, course };
  },

  /** R45. */
  'forecast-below'({ period, forecastPercent }, { percent, fromMonth }) {
    if (period.month < fromMonth || forecastPercent === null || forecastPercent >= percent) return null;
    return { kind: 'forecast-below', forecastPercent, percent };
  },

  /** R26. */
  impossible({ impossible }) {
    return impossible.length === 0 ? null : { kind: 'impossible', indicators: impossible };
  },

  /** R28. */
  'not-reported'({ notReported }) {
    return notReported ? { kind: 'not-reported' } : null;
  },

  /** R48, by the shares that are known. */
  'year-end-rush'({ rush }, { december, fourthQuarter }) {
    if (rush === null) return null;
    if ((rush.decemberShare ?? 0) <= december && (rush.fourthQuarterShare ?? 0) <= fourthQuarter) return null;
    return { kind: 'year-end-rush', rush, december, fourthQuarter };
  },
};
