/** 待回应, 已回应, 整改中, 已关闭 (R27). */
export const ALERT_STATES = ['open', 'answered', 'rectifying', 'closed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** 继续执行, 调剂预算, 取消项目 (R27). */
export const ALERT_ANSWERS = ['continue', 'reallocate', 'cancel'] as const;
export type AlertAnswer = (typeof ALERT_ANSWERS)[number];

/** What became of an alert that nobody answered in time (R27). */
export const SUSPENSIONS = ['proposed', 'confirmed', 'dropped'] as const;
export type Suspension = (typeof SUSPENSIONS)[number];

/** Who has to see to an alert: it goes up where it is late. */
export const ESCALATION_LEVELS = ['unit', 'department', 'finance'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

/**
 * 恢复正常, 整改见效, 财政书面免除, 规则不再适用, 项目不再监控, 监控期已过: the last of rounds that were over before there were
 * alerts, in which nobody had to answer.
 */
export const ALERT_CLOSINGS = ['recovered', 'rectified', 'waived', 'rule-off', 'project-gone', 'round-over'] as const;
export type AlertClosing = (typeof ALERT_CLOSINGS)[number];

/** What happened to an alert after it was raised. */
export const ALERT_STEPS = [
  'acknowledged',
  'answered',
  'escalated',
  'suspension-proposed',
  'suspension-confirmed',
  'suspension-dropped',
  'on-site-due',
  'on-site-done',
  'rectifying',
  'closed',
  'reopened',
  'worsened',
] as const;
export type AlertStepKind = (typeof ALERT_STEPS)[number];

/** 待现场核查, 已现场核查: after the same rule in several rounds in a row (R27). */
export const ON_SITE_CHECKS = ['due', 'done'] as const;
export type OnSiteCheck = (typeof ON_SITE_CHECKS)[number];
