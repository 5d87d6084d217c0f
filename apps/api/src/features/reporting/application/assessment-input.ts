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
import type { JudgedIndicator, JudgedTarget } from '../../targets/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { NOTHING_REPORTED, type Reported } from './stored-report.js';

export interface AssessmentSources {
  readonly round: Pick<MonitoringRound, 'year' | 'month'>;
  /** Whether the deadline of the project's own unit has passed (R28): `UnitDeadlines` tells. */
  readonly deadlinePassed: boolean;
  readonly rulePack: RulePack;
  readonly target: JudgedTarget;
  readonly adjustments: readonly BudgetAdjustment[];
  readonly report: Reported | undefined;
  /** Of exactly the round's month; what the treasury gives counts before what the unit reports. */
  readonly treasury: TreasuryFigures | undefined;
}

/** Everything a project's lights depend on, put together from what is stored; the one place that does so (R49). */
export function assessmentInput({
  round,
  deadlinePassed,
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
    deadlinePassed,
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
  report: Reported = NOTHING_REPORTED,
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

/** Named one by one: what else is stored of an indicator is no part of what it is judged by. */
const indicatorToAssess = (indicator: JudgedIndicator, report: Reported): IndicatorToAssess => ({
  id: indicator.lineageId,
  target: {
    level1: indicator.level1,
    level2: indicator.level2,
    name: indicator.name,
    description: indicator.description,
    rawValue: indicator.rawValue,
    operator: indicator.operator,
    number: indicator.number,
    unit: indicator.unit,
    dueDate: indicator.dueDate,
    gate: indicator.gate,
    operatorPrinted: indicator.operatorPrinted,
    direction: indicator.direction,
    directionInferred: indicator.directionInferred,
    basis: indicator.basis,
    kind: indicator.kind,
    assessedFrom: indicator.assessedFrom,
  },
  answer: report.results.get(indicator.lineageId)?.answer ?? null,
  directionConfirmed: indicator.directionConfirmed,
});
