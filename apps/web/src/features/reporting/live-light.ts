import {
  adjustedBudget,
  assessProject,
  expenditureInForce,
  type ExplainedReport,
  gapsToFill,
  type IndicatorAnswer,
  type IndicatorTarget,
  lastDayOf,
  type ProjectAssessment,
  remarkRulesOf,
  type ReportedExpenditure,
  type ReportGap,
  reportGaps,
  type ReportRemark,
  reportRemarks,
  type RulePack,
  treasuryDifference,
} from '@jixiao/domain';
import type { Indicator, ProjectDetail, Report, ReportInput, Round } from '../../shared/api/schema.gen.js';

type ResultInput = ReportInput['results'][number];

/** The answer that the lights are judged by; null for a blank, which is not zero (R28). */
export function answerOf(result: ResultInput | undefined): IndicatorAnswer | null {
  if (!result) return null;
  if (result.noData) return { type: 'noData', why: result.noData };
  if (result.notDone) return { type: 'notDone' };
  if (result.outcome) return { type: 'outcome', outcome: result.outcome, text: result.text ?? null };
  if (result.doneOn) return { type: 'doneOn', doneOn: result.doneOn };
  return typeof result.value === 'number' ? { type: 'value', value: result.value } : null;
}

/** A direction was inferred exactly where no operator was printed (R17b). */
const targetOf = (indicator: Indicator): IndicatorTarget => ({
  ...indicator,
  gate: null,
  operatorPrinted: !indicator.directionInferred,
});

/** A locked round stays as it was: what finance adjusted afterwards is not part of it (R49). */
const adjustmentsOf = ({ adjustments }: ProjectDetail, { lockedAt }: Round): ProjectDetail['adjustments'] =>
  lockedAt === null ? adjustments : adjustments.filter(({ recordedAt }) => recordedAt <= lockedAt);

/** The unit's own expenditure as it stands in the form; null where it is blank. */
export const reportedIn = ({ expenditureFen, fiscalFen, otherFen }: ReportInput): ReportedExpenditure | null =>
  typeof expenditureFen !== 'number'
    ? null
    : { expenditureFen, fiscalFen: fiscalFen ?? expenditureFen, otherFen: otherFen ?? 0 };

/** The light of what stands in the form, by the same rules as the server's (R23): shown as one types, stored nowhere. */
export function liveAssessment(
  project: ProjectDetail,
  round: Round,
  rulePack: RulePack,
  input: ReportInput,
  treasury: Report['treasury'],
): ProjectAssessment {
  const period = { year: round.year, month: round.month };
  const spent = expenditureInForce(reportedIn(input), treasury);
  const results = new Map(input.results.map((result) => [result.indicatorId, result]));
  return assessProject({
    period,
    rulePack,
    deadlinePassed: round.deadlinePassed,
    exempt: project.personnel,
    startMonth: project.startMonth,
    adjustedBudgetFen: adjustedBudget(project.initialBudgetFen, adjustmentsOf(project, round), lastDayOf(period)),
    schedule: project.schedule,
    expenditureFen: spent.expenditureFen,
    expenditureSource: spent.source,
    indicators: project.indicators.map((indicator) => ({
      id: indicator.id,
      target: targetOf(indicator),
      answer: answerOf(results.get(indicator.id)),
      directionConfirmed: indicator.directionConfirmed,
    })),
  });
}

/** Whether the form's expenditure differs from the treasury's without saying why: such a report is not taken. */
export const isUnexplained = (input: ReportInput, treasury: Report['treasury']): boolean =>
  !input.differenceNote && treasuryDifference(reportedIn(input), treasury) !== null;

/** The parts of the form that reasons, explanations and notes are looked for in (R24–R26). */
const explainedIn = ({ reasons, reasonNote, results }: ReportInput): ExplainedReport => ({
  reasons: reasons ?? [],
  reasonNote: reasonNote ?? null,
  results: new Map(
    results.map((result) => [
      result.indicatorId,
      {
        reasons: result.reasons ?? [],
        reasonNote: result.reasonNote ?? null,
        likelihood: result.likelihood ?? null,
        note: result.note ?? null,
      },
    ]),
  ),
});

/**
 * The answers, reasons, explanations and notes that are due and blank: none where the report may be submitted (R24–R26, R28).
 * @param only the one indicator that was reopened; null where the whole report may be written
 */
export const gapsIn = (
  assessment: ProjectAssessment,
  input: ReportInput,
  rulePack: RulePack,
  only: string | null,
): readonly ReportGap[] => gapsToFill(reportGaps(assessment, explainedIn(input), remarkRulesOf(rulePack)), only);

/** What is worth a second look and hinders nothing. */
export const adviceIn = (
  assessment: ProjectAssessment,
  input: ReportInput,
  rulePack: RulePack,
): readonly ReportRemark[] =>
  reportRemarks(assessment, explainedIn(input), remarkRulesOf(rulePack)).filter(({ required }) => !required);
