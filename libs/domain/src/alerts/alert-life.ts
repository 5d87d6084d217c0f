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

/** 恢复正常, 整改见效, 财政书面免除, 规则不再适用, 项目不再监控. */
export const ALERT_CLOSINGS = ['recovered', 'rectified', 'waived', 'rule-off', 'project-gone'] as const;
export type AlertClosing = (typeof ALERT_CLOSINGS)[number];
