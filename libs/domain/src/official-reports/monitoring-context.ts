import type { MonitoredProject, MonitoringReportFacts, ReportPlace } from './monitoring-facts.js';
import type { SentenceSource } from './report-content.js';
import { countLights, sumsOf, unitsOf, worstFirst, type LightCounts, type ProjectSums, type UnitSums } from './sums.js';
import { monthsTo } from './official-words.js';

/** How a report calls those whose report it is. */
export const SELF: Readonly<Record<ReportPlace['kind'], string>> = {
  unit: '本单位',
  department: '本部门',
  county: '全县',
};

/** The facts of a report with what several of its sections need of them. */
export interface MonitoringContext {
  readonly facts: MonitoringReportFacts;
  readonly self: string;
  /** Projects that are monitored, worst first. */
  readonly projects: readonly MonitoredProject[];
  /** Projects of personnel, which are not. */
  readonly exempt: readonly MonitoredProject[];
  readonly sums: ProjectSums;
  readonly lights: LightCounts;
  readonly spendLights: LightCounts;
  readonly goalLights: LightCounts;
  readonly units: readonly UnitSums[];
  readonly place: SentenceSource;
  readonly round: SentenceSource;
}

export function monitoringContext(facts: MonitoringReportFacts): MonitoringContext {
  const { place, round } = facts;
  const projects = worstFirst(facts.projects.filter(({ exempt }) => !exempt));
  return {
    facts,
    self: SELF[place.kind],
    projects,
    exempt: facts.projects.filter(({ exempt }) => exempt),
    sums: sumsOf(projects),
    lights: countLights(projects, ({ light }) => light),
    spendLights: countLights(projects, ({ spendLight }) => spendLight),
    goalLights: countLights(projects, ({ goalLight }) => goalLight),
    units: unitsOf(projects),
    place: { kind: 'unit', id: place.id, label: place.name },
    round: { kind: 'round', id: round.id, label: `${round.year}年${monthsTo(round.month)}监控期` },
  };
}
