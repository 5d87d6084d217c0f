import {
  expandIndicator,
  indicatorType,
  LIGHTS,
  type AssessedIndicator,
  type CompactIndicator,
  type Light,
  type MissedIndicator,
  type MonitoredProject,
  type Reason,
} from '@jixiao/domain';
import { answerText, type StoredProjectAssessment } from '../../monitoring/index.js';
import type { MonitoredRow, RemarkRow } from '../persistence/monitored-projects.query.js';

/** By the lineage of the indicator. */
type Remarks = Pick<ReadonlyMap<string, RemarkRow>, 'get'>;

/** A project as a report tells of it, made of its stored light and of what its unit reported. */
export function monitoredProject(row: MonitoredRow, remarks: Remarks): MonitoredProject {
  const { spend } = JSON.parse(row.assessment) as StoredProjectAssessment;
  const indicators = (JSON.parse(row.indicators) as readonly (CompactIndicator | AssessedIndicator)[]).map(
    expandIndicator,
  );
  return {
    id: row.id,
    name: row.name,
    unitId: row.unitId,
    unitName: row.unitName,
    exempt: Boolean(row.exempt),
    initialBudgetFen: fenOf(row.initialBudgetFen),
    budgetFen: fenOf(row.budgetFen),
    spentFen: fenOf(row.spentFen),
    plannedFen: fenOf(row.plannedFen),
    executionRate: spend.executionRate,
    plannedRate: spend.plannedRate,
    gapToPlan: spend.gapToPlan,
    light: row.light,
    spendLight: row.spendLight,
    goalLight: row.goalLight,
    previousLight: row.previousLight,
    notReported: Boolean(row.notReported),
    mismatch: row.mismatch,
    why: { reasons: row.reasons === null ? [] : (JSON.parse(row.reasons) as Reason[]), note: row.reasonNote },
    expectedFen: fenOf(row.expectedFen),
    forecastFen: fenOf(row.forecastFen),
    indicators: Object.fromEntries(
      LIGHTS.map((light) => [light, indicators.filter(({ assessment }) => assessment.light === light).length]),
    ) as Record<Light, number>,
    missed: indicators.flatMap((indicator) => missedIndicator(indicator, remarks.get(indicator.assessment.id))),
  };
}

function missedIndicator({ assessment, inputs }: AssessedIndicator, remark: RemarkRow | undefined): MissedIndicator[] {
  const { id, name, light, completion } = assessment;
  const isOff = light === 'red' || light === 'yellow';
  if (!isOff && remark?.likelihood !== 'impossible') return [];
  const { target, answer } = inputs;
  // The rate that is filled in from the money (R17) has no answer of its own.
  const filled = assessment.result === null ? null : ({ type: 'value', value: assessment.result } as const);
  return [
    {
      id,
      name,
      type: indicatorType(target),
      light,
      target: target.rawValue,
      result: answerText(answer ?? filled, target.unit, 'zh'),
      completion,
      why: { reasons: remark?.reasons ?? [], note: remark?.reasonNote ?? null },
      likelihood: remark?.likelihood ?? null,
      note: remark?.note ?? null,
    },
  ];
}

/** Money comes as text from MySQL. */
const fenOf = (value: number | string | null): number | null => (value === null ? null : Number(value));
