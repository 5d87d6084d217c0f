import { ratio, roundHalfAway } from '../kernel/exact.js';
import type {
  EvaluationReportFacts,
  ReportedEvaluation,
  ReportedLeaf,
} from '../official-reports/evaluation-report-facts.js';
import type { MonitoredProject, MonitoringReportFacts } from '../official-reports/monitoring-facts.js';

const BUDGET = 235_800_000;

/** A project of 235.8 万元, half of which is planned by June; its rate and gap follow from what is spent. */
export function monitoredProject(id: string, name: string, fields: Partial<MonitoredProject> = {}): MonitoredProject {
  const { budgetFen = BUDGET, spentFen = BUDGET / 2 } = fields;
  const rate = budgetFen === null || spentFen === null ? null : ratio(spentFen, budgetFen).mul(100);
  return {
    ...{ id, name, unitId: 'u1', unitName: '法院', exempt: false },
    ...{ initialBudgetFen: budgetFen, budgetFen, spentFen, plannedFen: budgetFen === null ? null : budgetFen / 2 },
    executionRate: rate === null ? null : roundHalfAway(rate, 2),
    plannedRate: 50,
    gapToPlan: rate === null ? null : roundHalfAway(rate.sub(50), 2),
    ...{ light: 'green', spendLight: 'green', goalLight: 'green', previousLight: null },
    ...{ notReported: false, mismatch: null, why: { reasons: [], note: null }, expectedFen: null, forecastFen: null },
    indicators: { red: 0, yellow: 0, green: 2, blue: 0, grey: 0 },
    missed: [],
    ...fields,
  };
}

/** June 2026 of a court with one project that is on its plan. */
export const monitoringFacts: MonitoringReportFacts = {
  place: { id: 'u1', name: '法院', kind: 'unit' },
  round: {
    ...{ id: 'r1', year: 2026, month: 6, opensOn: '2026-07-01', closesOn: '2026-07-10' },
    ...{ lockedOn: '2026-07-20', rulePack: 'ratio@1' },
  },
  projects: [monitoredProject('1', '信息化运维')],
  months: [],
  alerts: [],
  rectifications: [],
  measures: [],
};

export const reportedLeaf = (id: string, name: string, fields: Partial<ReportedLeaf> = {}): ReportedLeaf => ({
  ...{ id, name, part: 'output', target: '≥50个', result: '50个', weight: 50, points: 50 },
  ...{ notApplicableWhy: null, explanation: null, reviewReason: null },
  ...fields,
});

/** 37.24 of 43.2 万元, accepted, with one indicator that was reached. */
export const reportedEvaluation = (
  id: string,
  projectName: string,
  fields: Partial<ReportedEvaluation> = {},
): ReportedEvaluation => ({
  ...{ id: `e${id}`, projectId: id, projectName, unitId: 'u1', unitName: '法院', accepted: true },
  ...{ initialFen: 43_200_000, budgetFen: 43_200_000, spentFen: 37_240_000, spentSource: 'round' as const },
  ...{ roundSpentFen: 37_240_000, receivedFen: null, achievedGoal: null, executionPoints: 8.62, executionWeight: 10 },
  ...{ total: null, grade: null, alerts: [], leaves: [reportedLeaf(`l${id}`, '办案数量')] },
  ...fields,
});

/** 2026 of a court with one accepted self-evaluation. */
export const evaluationFacts: EvaluationReportFacts = {
  place: { id: 'u1', name: '法院', kind: 'unit' },
  ...{ year: 2026, roundId: 'r12', submitBy: '2027-02-28' },
  rules: { gradesFrom: { excellent: 90, good: 80, fair: 60 } },
  evaluations: [reportedEvaluation('1', '办案业务', { total: 98.62, grade: 'excellent' })],
  ...{ goals: [], rectifications: [], measures: [] },
};
