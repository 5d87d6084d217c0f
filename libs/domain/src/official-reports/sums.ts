import type { Fen } from '../kernel/money.js';
import { LIGHTS, type Light } from '../monitoring/assessment-types.js';
import { LIGHT_RANK } from '../monitoring/project-light.js';
import { percentOf, pointsBetween } from './official-words.js';
import type { MonitoredProject } from './monitoring-facts.js';

/** What projects add up to. */
export interface ProjectSums {
  readonly projects: number;
  readonly initialFen: Fen;
  readonly budgetFen: Fen;
  readonly spentFen: Fen;
  /** Projects whose expenditure is not known. */
  readonly unknown: number;
  /** Of the projects with a budget and a known expenditure; null where there are none. */
  readonly execution: ExecutionSums | null;
}

export interface ExecutionSums {
  readonly rate: number;
  readonly planned: number;
  readonly gap: number;
  readonly forecastRate: number | null;
}

const total = <T>(items: readonly T[], of: (item: T) => number | null): number =>
  items.reduce((sum, item) => sum + (of(item) ?? 0), 0);

/** R7 over several projects: what is not known counts neither as spent nor as budget. */
export function sumsOf(projects: readonly MonitoredProject[]): ProjectSums {
  const compared = projects.filter(
    ({ budgetFen, spentFen }) => budgetFen !== null && budgetFen > 0 && spentFen !== null,
  );
  return {
    projects: projects.length,
    initialFen: total(projects, ({ initialBudgetFen }) => initialBudgetFen),
    budgetFen: total(projects, ({ budgetFen }) => budgetFen),
    spentFen: total(projects, ({ spentFen }) => spentFen),
    unknown: projects.filter(({ spentFen }) => spentFen === null).length,
    execution: executionOf(compared),
  };
}

function executionOf(compared: readonly MonitoredProject[]): ExecutionSums | null {
  const budget = total(compared, ({ budgetFen }) => budgetFen);
  const spent = total(compared, ({ spentFen }) => spentFen);
  const planned = total(compared, ({ plannedFen }) => plannedFen);
  const rate = percentOf(spent, budget);
  const plannedRate = percentOf(planned, budget);
  if (rate === null || plannedRate === null) return null;
  const isForecast = compared.every(({ forecastFen }) => forecastFen !== null);
  const forecast = total(compared, ({ forecastFen }) => forecastFen);
  return {
    rate,
    planned: plannedRate,
    gap: pointsBetween(spent, planned, budget),
    forecastRate: isForecast ? percentOf(forecast, budget) : null,
  };
}

export type LightCounts = Readonly<Record<Light, number>>;

export const countLights = <T>(items: readonly T[], lightOf: (item: T) => Light): LightCounts =>
  Object.fromEntries(
    LIGHTS.map((light) => [light, items.filter((item) => lightOf(item) === light).length]),
  ) as LightCounts;

export const addLights = (counts: readonly LightCounts[]): LightCounts =>
  Object.fromEntries(LIGHTS.map((light) => [light, total(counts, (each) => each[light])])) as LightCounts;

/** Worst first: by light, then by how far behind the plan, then by money. */
export const worstFirst = (projects: readonly MonitoredProject[]): readonly MonitoredProject[] =>
  [...projects].sort(
    (a, b) =>
      LIGHT_RANK[a.light] - LIGHT_RANK[b.light] ||
      (a.gapToPlan ?? Infinity) - (b.gapToPlan ?? Infinity) ||
      (b.budgetFen ?? 0) - (a.budgetFen ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );

/** The units of some projects with what each adds up to, those furthest behind the plan first. */
export interface UnitSums {
  readonly id: string;
  readonly name: string;
  readonly projects: readonly MonitoredProject[];
  readonly sums: ProjectSums;
  readonly lights: LightCounts;
}

export function unitsOf(projects: readonly MonitoredProject[]): readonly UnitSums[] {
  const units = new Map<string, MonitoredProject[]>();
  for (const project of projects) {
    const own = units.get(project.unitId);
    if (own === undefined) units.set(project.unitId, [project]);
    else own.push(project);
  }
  return [...units]
    .map(([id, own]) => ({
      id,
      name: own[0]?.unitName ?? '',
      projects: own,
      sums: sumsOf(own),
      lights: countLights(own, ({ light }) => light),
    }))
    .sort((a, b) => gapOf(a) - gapOf(b) || (a.id < b.id ? -1 : 1));
}

const gapOf = ({ sums }: UnitSums): number => sums.execution?.gap ?? Number.MAX_VALUE;
