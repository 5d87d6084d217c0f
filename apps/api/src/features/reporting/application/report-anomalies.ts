import {
  assessProject,
  isJump,
  isOverTarget,
  remarkRulesOf,
  REPORT_ANOMALIES,
  type AssessmentInput,
  type ProjectAssessment,
  type ReportAnomaly,
} from '@jixiao/domain';
import type { PreviousReport } from './previous-reports.js';
import { reportWarnings } from './report-warnings.js';
import type { ReportContent } from './stored-report.js';

export interface ReportToReview {
  readonly input: AssessmentInput;
  readonly content: ReportContent;
  readonly previous: PreviousReport | null;
  /** Whether the unit's expenditure is another than the treasury's. */
  readonly differs: boolean;
  /** Fields that differ from what was last approved, accepted or returned; null where nothing was before. */
  readonly changedFields: number | null;
}

/** Warnings that are worth a reviewer's first look. */
const OF_WARNING: Readonly<Record<string, ReportAnomaly>> = {
  'expenditure-below-previous': 'expenditureFalls',
  'result-below-previous': 'resultFalls',
};

/** Why a reviewer should look at a report first, in the order of their weight. */
export function reportAnomalies(report: ReportToReview): readonly ReportAnomaly[] {
  const { input, content, previous, differs, changedFields } = report;
  const assessment = assessProject(input);
  const found = new Set<ReportAnomaly>(
    reportWarnings(input, content, previous?.content ?? null).flatMap(({ code }) => OF_WARNING[code] ?? []),
  );
  if (previous !== null && spendingJumps(input, content, previous)) found.add('expenditureJumps');
  if (previous !== null && anyResultJumps(input, content, previous)) found.add('resultJumps');
  if (anyOverTarget(assessment, input)) found.add('overTarget');
  if (differs) found.add('treasuryDiffers');
  if (changedFields !== null && changedFields > 0) found.add('changed');
  return REPORT_ANOMALIES.filter((anomaly) => found.has(anomaly));
}

const anyOverTarget = ({ goals }: ProjectAssessment, { rulePack }: AssessmentInput): boolean =>
  goals.indicators.some((indicator) => isOverTarget(indicator, remarkRulesOf(rulePack)));

function spendingJumps(input: AssessmentInput, content: ReportContent, previous: PreviousReport): boolean {
  const now = content.expenditure?.expenditureFen;
  const before = previous.content.expenditure?.expenditureFen;
  if (now === undefined || before === undefined) return false;
  const { month } = input.period;
  return isJump({ month: previous.month, value: before }, { month, value: now }, input.adjustedBudgetFen);
}

/** Only what is counted from January on has a pace. */
const anyResultJumps = (input: AssessmentInput, content: ReportContent, previous: PreviousReport): boolean =>
  input.indicators.some(({ id, target: { kind, number } }) => {
    const now = content.results.get(id)?.answer;
    const before = previous.content.results.get(id)?.answer;
    if (kind !== 'cumulative' || now?.type !== 'value' || before?.type !== 'value') return false;
    const { month } = input.period;
    return isJump({ month: previous.month, value: before.value }, { month, value: now.value }, number);
  });
