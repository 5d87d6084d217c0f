import type { ProjectAssessment } from '../monitoring/assessment-types.js';
import { REMARK_RULES, type RemarkRules } from './remark-rules.js';
import { reportRemarks, type ExplainedReport, type ReportRemark } from './report-remarks.js';

/** What a report lacks; `indicatorId` is null for the expenditure. */
export interface MissingAnswer {
  readonly indicatorId: string | null;
  readonly code: 'expenditure-missing' | 'answer-missing';
}

/**
 * What still has to be entered before a report can be submitted (R28): the expenditure, and for every indicator due a
 * result, "not done yet", or "no data" with a reason. Read off the assessment, so that submitting asks for exactly what
 * the lights take as due.
 */
export function missingAnswers({ missing, goals }: Pick<ProjectAssessment, 'missing' | 'goals'>): MissingAnswer[] {
  const blanks = goals.indicators.filter((indicator) => indicator.missing === 'answer');
  return [
    ...(missing.expenditure ? [{ indicatorId: null, code: 'expenditure-missing' } as const] : []),
    ...blanks.map(({ id }) => ({ indicatorId: id, code: 'answer-missing' }) as const),
  ];
}

/** What keeps a report from being submitted: an answer, or a reason, explanation or note that is missing. */
export type ReportGap = MissingAnswer | ReportRemark;

/**
 * Everything that a report still needs before it can be submitted: the answers that are due (R28), and the reasons,
 * explanations and notes that its lights, its results over target and its likelihoods ask for (R24–R26).
 */
export const reportGaps = (
  assessment: ProjectAssessment,
  report: ExplainedReport,
  rules: RemarkRules = REMARK_RULES,
): readonly ReportGap[] => [
  ...missingAnswers(assessment),
  ...reportRemarks(assessment, report, rules).filter(({ required }) => required),
];

/**
 * Of these, what must be filled before a reopened report is handed in again: where only one indicator was reopened, what was
 * locked with gaps beside it cannot be filled now and is not asked for.
 * @param indicatorId the one that was reopened; null where the whole report may be written
 */
export const gapsToFill = (gaps: readonly ReportGap[], indicatorId: string | null): readonly ReportGap[] =>
  indicatorId === null ? gaps : gaps.filter((gap) => gap.indicatorId === indicatorId);
