/** Why execution or an indicator deviates (R24): 经费保障, 制度保障, 人员保障, 硬件条件保障, 其他. */
export const REASONS = ['funding', 'institution', 'staff', 'hardware', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** 完成目标可能性 (R26): 确定能, 有可能, 完全不可能. */
export const LIKELIHOODS = ['certain', 'possible', 'impossible'] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];

/**
 * Why a reviewer should look at a report first: a cumulative figure falls or jumps against the last round, a result is over
 * its target (R25), the expenditure is not the treasury's, or something changed since it was last checked.
 */
export const REPORT_ANOMALIES = [
  'expenditureFalls',
  'resultFalls',
  'expenditureJumps',
  'resultJumps',
  'overTarget',
  'treasuryDiffers',
  'changed',
] as const;
export type ReportAnomaly = (typeof REPORT_ANOMALIES)[number];

/** 达成, 部分达成, 未达成 (R20). */
export const OUTCOMES = ['met', 'partly', 'unmet'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What a unit answers for one indicator in a round (R20, R21, R28). A missing answer is `null`, never zero;
 * "not done yet" and "no data, because …" are answers.
 */
export type IndicatorAnswer =
  | { readonly type: 'value'; readonly value: number }
  | { readonly type: 'outcome'; readonly outcome: Outcome; readonly text?: string | null }
  | { readonly type: 'doneOn'; readonly doneOn: string }
  | { readonly type: 'notDone' }
  | { readonly type: 'noData'; readonly why: string };

/** Cumulative expenditure of a project at the end of a round, in 分. Fiscal + other = total. */
export interface ReportedExpenditure {
  readonly expenditureFen: number;
  readonly fiscalFen: number;
  readonly otherFen: number;
}
