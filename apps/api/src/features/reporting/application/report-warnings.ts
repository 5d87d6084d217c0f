import {
  assessProject,
  remarkRulesOf,
  reportRemarks,
  wanFromFen,
  type AssessmentInput,
  type ReportRemark,
} from '@jixiao/domain';
import type { ReportContent } from './stored-report.js';

/**
 * What a person should look at again; nothing of it hinders saving. Missing reasons and notes (R24–R26) are required before
 * submitting; cumulative figures below those of the last round are only pointed out.
 */
export function reportWarnings(
  input: AssessmentInput,
  report: ReportContent,
  previous: ReportContent | null,
): readonly ReportRemark[] {
  return [
    ...(previous === null ? [] : [...spendingBelow(report, previous), ...resultsBelow(input, report, previous)]),
    ...reportRemarks(assessProject(input), report, remarkRulesOf(input.rulePack)),
  ];
}

function spendingBelow({ expenditure }: ReportContent, previous: ReportContent): readonly ReportRemark[] {
  if (expenditure === null || previous.expenditure === null) return [];
  if (expenditure.expenditureFen >= previous.expenditure.expenditureFen) return [];
  const valueWan = wanFromFen(expenditure.expenditureFen);
  const previousWan = wanFromFen(previous.expenditure.expenditureFen);
  return [
    { indicatorId: null, code: 'expenditure-below-previous', params: { valueWan, previousWan }, required: false },
  ];
}

/** Only what is counted from January on cannot fall; a rate or a level may. */
const resultsBelow = (
  input: AssessmentInput,
  report: ReportContent,
  previous: ReportContent,
): readonly ReportRemark[] =>
  input.indicators.flatMap(({ id, target: { kind, name: indicator } }) => {
    const now = report.results.get(id)?.answer;
    const before = previous.results.get(id)?.answer;
    if (kind !== 'cumulative' || now?.type !== 'value' || before?.type !== 'value' || now.value >= before.value)
      return [];
    const params = { indicator, value: now.value, previous: before.value };
    return [{ indicatorId: id, code: 'result-below-previous', params, required: false }];
  });
