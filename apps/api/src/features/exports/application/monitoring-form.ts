import {
  adjustedBudget,
  expenditureInForce,
  lastDayOf,
  type MonitoringFormData,
  type MonitoringFormIndicator,
  type MonitoringFunds,
  type TreasuryFigures,
} from '@jixiao/domain';
import { chinaDay } from '../../../platform/runtime/clock.js';
import type { NameOf } from '../../identity/index.js';
import type { LightRows } from '../../monitoring/index.js';
import type { MonitoringRound, StoredReport } from '../../reporting/index.js';
import type { BudgetAdjustment, StoredIndicator, StoredTarget } from '../../targets/index.js';
import type { ProjectToWrite } from '../persistence/export-projects.query.js';
import { answerCell } from './answer-cell.js';

/** What one project's form is made of. */
export interface MonitoringSources {
  readonly round: MonitoringRound;
  readonly project: ProjectToWrite;
  readonly target: StoredTarget;
  readonly adjustments: readonly BudgetAdjustment[];
  readonly report: StoredReport | undefined;
  readonly treasury: TreasuryFigures | undefined;
  /** Of a locked round: what it was judged by stands, whatever came later (R49). */
  readonly lights: LightRows | undefined;
  readonly nameOf: NameOf;
}

/** 项目支出绩效目标执行监控表 of a project as the system says it (R29). */
export function monitoringForm(sources: MonitoringSources): MonitoringFormData {
  const { round, project, target, report, nameOf } = sources;
  const submittedAt = report?.row.submittedAt ?? null;
  return {
    form: 'monitoring',
    year: round.year,
    month: round.month,
    projectName: project.name,
    projectCode: project.code,
    departmentName: project.departmentName,
    departmentCode: project.departmentCode,
    unitName: project.organisationName,
    unitCode: project.organisationCode,
    goals: target.content.goals,
    filledBy: nameOf(report?.row.submittedBy ?? null),
    reviewedBy: nameOf(report?.row.approvedBy ?? null),
    filledOn: submittedAt === null ? null : chinaDay(new Date(submittedAt)),
    verificationCode: null,
    funds: fundsOf(sources),
    indicators: target.content.indicators.map((indicator) => indicatorOf(indicator, report)),
  };
}

function fundsOf(sources: MonitoringSources): MonitoringFormData['funds'] {
  const { target, report } = sources;
  const { initialBudgetFen, fiscalFundsFen, otherFundsFen } = target.content;
  const budget = budgetOf(sources);
  const spent = spentOf(sources);
  const part = (initialFen: number | null, adjustedFen: number | null, spentFen: number | null): MonitoringFunds => ({
    initialBudgetFen: initialFen,
    adjustedBudgetFen: adjustedFen,
    expenditureFen: spentFen,
    expectedFullYearFen: null,
  });
  return {
    total: {
      ...part(initialBudgetFen, budget.total, spent.total),
      expectedFullYearFen: report?.content.expectedFullYearFen ?? null,
    },
    fiscal: part(fiscalFundsFen, budget.fiscal, spent.fiscal),
    other: part(otherFundsFen, budget.other, spent.other),
  };
}

interface Divided {
  readonly total: number | null;
  /** Null where the parts are not known, or do not make up the total. */
  readonly fiscal: number | null;
  readonly other: number | null;
}

/** With the adjustments up to the round's last day (R6), of a locked round those that were known at its lock. */
function budgetOf({ round, target, adjustments, lights }: MonitoringSources): Divided {
  const { initialBudgetFen, fiscalFundsFen, otherFundsFen } = target.content;
  const { lockedAt } = round;
  const known = adjustments.filter(({ recordedAt }) => lockedAt === null || recordedAt <= lockedAt);
  const until = lastDayOf(round);
  const total = lights?.project.adjustedBudgetFen ?? adjustedBudget(initialBudgetFen, known, until);
  const ofFund = (initialFen: number | null, isFiscal: boolean): number =>
    adjustedBudget(
      initialFen ?? 0,
      known.filter(({ fundSource }) => (fundSource === 'fiscal') === isFiscal),
      until,
    ) ?? 0;
  const [fiscal, other] = [ofFund(fiscalFundsFen, true), ofFund(otherFundsFen, false)];
  return fiscal + other === total ? { total, fiscal, other } : { total, fiscal: null, other: null };
}

/** The treasury's division goes before the unit's. */
function spentOf({ report, treasury, lights }: MonitoringSources): Divided {
  const own = report?.content.expenditure ?? null;
  const total = lights?.project.expenditureFen ?? expenditureInForce(own, treasury ?? null).expenditureFen;
  const fiscal = treasury?.fiscalFen ?? own?.fiscalFen ?? null;
  if (total === null || fiscal === null || fiscal > total) return { total, fiscal: null, other: null };
  return { total, fiscal, other: total - fiscal };
}

function indicatorOf(indicator: StoredIndicator, report: StoredReport | undefined): MonitoringFormIndicator {
  const result = report?.content.results.get(indicator.lineageId);
  return {
    level1: indicator.level1 ?? '',
    level2: indicator.level2 ?? '',
    name: indicator.name,
    target: indicator.rawValue,
    result: result?.answer ? answerCell(result.answer, indicator.unit) : null,
    expected: result?.expected ?? null,
    reasons: result?.reasons ?? [],
    reasonNote: result?.reasonNote ?? null,
    likelihood: result?.likelihood ?? null,
    note: result?.note ?? null,
  };
}
