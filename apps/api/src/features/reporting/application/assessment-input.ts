import {
  adjustedBudget,
  expenditureInForce,
  lastDayOf,
  type AssessmentInput,
  type BudgetAdjustment,
  type IndicatorToAssess,
  type RulePack,
  type TreasuryFigures,
} from '@jixiao/domain';
import type { StoredIndicator, StoredTarget } from '../../targets/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { isDeadlinePassed } from './round-view.js';
import { NOTHING_REPORTED, type ReportContent } from './stored-report.js';

export interface AssessmentSources {
  readonly round: Pick<MonitoringRound, 'year' | 'month' | 'closesOn' | 'reportingEndedAt'>;
  /** ISO day on which the assessment is made: decides whether the deadline has passed (R28). */
  readonly today: string;
  readonly rulePack: RulePack;
  readonly target: StoredTarget;
  readonly adjustments: readonly BudgetAdjustment[];
  readonly report: ReportContent | undefined;
  /** Of exactly the round's month; what the treasury gives counts before what the unit reports. */
  readonly treasury: TreasuryFigures | undefined;
}

/** Everything a project's lights depend on, put together from what is stored; the one place that does so (R49). */
export function assessmentInput({
  round,
  today,
  rulePack,
  target,
  adjustments,
  report = NOTHING_REPORTED,
  treasury,
}: AssessmentSources): AssessmentInput {
  const period = { year: round.year, month: round.month };
  const spent = expenditureInForce(report.expenditure, treasury ?? null);
  return {
    period,
    rulePack,
    deadlinePassed: isDeadlinePassed(round, today),
    exempt: target.project.personnel,
    startMonth: target.project.startMonth,
    adjustedBudgetFen: adjustedBudget(target.content.initialBudgetFen, adjustments, lastDayOf(period)),
    schedule: target.content.schedule,
    expenditureFen: spent.expenditureFen,
    expenditureSource: spent.source,
    releasedFen: treasury?.releasedFen ?? null,
    receivedFen: treasury?.receivedFen ?? null,
    indicators: target.content.indicators.map((indicator) => indicatorToAssess(indicator, report)),
  };
}

/**
 * What a reopened project of a locked round is judged by: everything as it was when the round was locked, but for what the
 * report says now. Targets, budget, plan and rules that have changed since are no part of it (R49).
 * @param judged what the stored lights of the project were judged by
 * @param treasury the treasury's figures as they were known at the lock
 */
export function reopenedInput(
  judged: AssessmentInput,
  report: ReportContent = NOTHING_REPORTED,
  treasury: TreasuryFigures | undefined,
): AssessmentInput {
  const spent = expenditureInForce(report.expenditure, treasury ?? null);
  return {
    ...judged,
    expenditureFen: spent.expenditureFen,
    expenditureSource: spent.source,
    indicators: judged.indicators.map((indicator) => ({
      ...indicator,
      answer: report.results.get(indicator.id)?.answer ?? null,
    })),
  };
}

function indicatorToAssess(
  { lineageId, directionConfirmed, sourceAt: _at, weight: _weight, corrected: _corrected, ...target }: StoredIndicator,
  report: ReportContent,
): IndicatorToAssess {
  return { id: lineageId, target, answer: report.results.get(lineageId)?.answer ?? null, directionConfirmed };
}
