import { type Light, worstOf } from '@jixiao/domain';
import type { OverviewUnit } from '../../shared/api/schema.gen.js';

/** A department with its units, or a unit. Money in 分. */
export interface Area {
  readonly id: string;
  readonly name: string;
  readonly budgetFen: number;
  readonly lagFen: number;
  readonly projects: number;
  readonly light: Light;
  /** Of a department; a unit has none. */
  readonly units: readonly Area[];
}

const largestFirst = (a: Area, b: Area): number => b.budgetFen - a.budgetFen || a.name.localeCompare(b.name);
const sum = (areas: readonly Area[], figure: 'budgetFen' | 'lagFen' | 'projects'): number =>
  areas.reduce((all, area) => all + area[figure], 0);

const unitArea = ({ organisationId: id, name, budgetFen, lagFen, projects, light }: OverviewUnit): Area => ({
  id,
  name,
  budgetFen,
  lagFen,
  projects,
  light,
  units: [],
});

/** The units by department, the largest budget first; those that stand below none, or alone below one, by themselves. */
export function areasOf(units: readonly OverviewUnit[]): Area[] {
  const groups = new Map<string, OverviewUnit[]>();
  for (const unit of units) {
    const id = unit.departmentId ?? unit.organisationId;
    groups.set(id, [...(groups.get(id) ?? []), unit]);
  }
  return [...groups].map(([id, members]) => areaOf(id, members)).sort(largestFirst);
}

function areaOf(id: string, members: readonly OverviewUnit[]): Area {
  const units = members.map(unitArea).sort(largestFirst);
  const [only] = units;
  if (only && units.length === 1) return only;
  return {
    id,
    // A department with projects of its own is one of the members, too.
    name: members.find((one) => one.departmentName !== null)?.departmentName ?? '',
    budgetFen: sum(units, 'budgetFen'),
    lagFen: sum(units, 'lagFen'),
    projects: sum(units, 'projects'),
    light: worstOf(units.map(({ light }) => light)),
    units,
  };
}

/** Who owes most of what the plans wanted spent by now; null where nobody is behind. */
export function furthestBehind(units: readonly OverviewUnit[]): Area | null {
  const departments = areasOf(units);
  // Inside one department the answer is one of its units.
  const candidates = departments.length === 1 ? (departments[0]?.units ?? []) : departments;
  const [worst] = [...candidates].sort((a, b) => b.lagFen - a.lagFen);
  return worst && worst.lagFen > 0 ? worst : null;
}
