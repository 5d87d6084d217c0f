import {
  ALERT_KINDS,
  checkAlertRuleSet,
  type AlertAudience,
  type AlertKind,
  type AlertRuleProblem,
  type AlertSeverity,
} from '@jixiao/domain';
import type { AlertRulesContent } from './alert-rules.api.js';

/** The limits of each rule in the order in which they are asked for. */
export const LIMITS_OF = {
  overspent: [],
  'spend-lagging': ['points', 'redFrom'],
  'nothing-spent': ['plannedFrom'],
  'spend-goal-mismatch': [],
  worsening: ['rounds'],
  'forecast-below': ['percent', 'fromMonth'],
  impossible: [],
  'not-reported': [],
  'year-end-rush': ['december', 'fourthQuarter'],
} as const satisfies Readonly<Record<AlertKind, readonly string[]>>;
export type LimitName = (typeof LIMITS_OF)[AlertKind][number];

/** May be left empty. */
const OPTIONAL: ReadonlySet<string> = new Set<LimitName>(['redFrom']);

export interface RuleTexts {
  on: boolean;
  severity: AlertSeverity;
  audience: AlertAudience[];
  limits: Partial<Record<LimitName, string>>;
}

/** Alert rules as they are typed: every figure as text, the quiet hours kept where they are switched off. */
export interface AlertRuleForm {
  rules: Record<AlertKind, RuleTexts>;
  answerDays: string;
  escalateDays: string;
  onSiteFrom: string;
  isQuiet: boolean;
  quietFrom: string;
  quietUntil: string;
}

const USUAL_HOURS = { from: '20:00', until: '08:00' };

export function formOf(content: AlertRulesContent): AlertRuleForm {
  const hours = content.quietHours ?? USUAL_HOURS;
  const rules = ALERT_KINDS.map((kind) => [kind, textsOf(content, kind)] as const);
  return {
    rules: Object.fromEntries(rules) as AlertRuleForm['rules'],
    answerDays: String(content.answerDays),
    escalateDays: String(content.escalateDays),
    onSiteFrom: String(content.onSiteFrom),
    isQuiet: content.quietHours !== null,
    quietFrom: hours.from,
    quietUntil: hours.until,
  };
}

function textsOf({ rules }: AlertRulesContent, kind: AlertKind): RuleTexts {
  const { on, severity, audience, ...limits } = rules[kind];
  const figures: Readonly<Record<string, number | null>> = limits;
  const texts = LIMITS_OF[kind].map((name): [LimitName, string] => [name, String(figures[name] ?? '')]);
  return { on, severity, audience: [...audience], limits: Object.fromEntries(texts) };
}

export interface ReadForm {
  readonly content: AlertRulesContent;
  /** Faults by the path of the field, as the server would name them; the first one of each. */
  readonly faults: ReadonlyMap<string, AlertRuleProblem>;
}

/** What is typed as alert rules, and what is wrong with it; figures that are none are `NaN`, which is a fault. */
export function readForm(form: AlertRuleForm): ReadForm {
  const content = {
    rules: Object.fromEntries(ALERT_KINDS.map((kind) => [kind, ruleOf(kind, form.rules[kind])])),
    answerDays: figure(form.answerDays),
    escalateDays: figure(form.escalateDays),
    onSiteFrom: figure(form.onSiteFrom),
    quietHours: form.isQuiet ? { from: form.quietFrom.trim(), until: form.quietUntil.trim() } : null,
  } as AlertRulesContent;
  const problems = checkAlertRuleSet(content);
  return { content, faults: new Map(problems.reverse().map((problem) => [problem.path, problem])) };
}

function ruleOf(kind: AlertKind, { on, severity, audience, limits }: RuleTexts) {
  const figures = LIMITS_OF[kind].map((name): [LimitName, number | null] => [name, limitOf(name, limits[name] ?? '')]);
  return { on, severity, audience: [...audience], ...Object.fromEntries(figures) };
}

const limitOf = (name: LimitName, text: string): number | null =>
  OPTIONAL.has(name) && text.trim() === '' ? null : figure(text);

/** Also with a per cent sign, as it may be pasted; anything else is no figure. */
function figure(text: string): number {
  const plain = text.trim().replace(/[%％]$/, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** Whether two sets of rules say the same, in whatever order their keys stand. */
export function sameAlertRules(one: AlertRulesContent, other: AlertRulesContent): boolean {
  const essence = (content: AlertRulesContent): string => JSON.stringify(readForm(formOf(content)).content);
  return essence(one) === essence(other);
}
