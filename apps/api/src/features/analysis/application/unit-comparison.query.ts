import { LIGHTS } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { UnitComparison, UnitsQuery } from '../http/comparisons.dto.js';
import { addUp } from './outlook-figures.js';
import { OutlooksQuery, refOf, type OutlookOfUnit } from './outlooks.query.js';
import { moneyView, percentOf } from './shares.js';

/** Units of a level side by side: money against the plan, lights, reporting on time. */
@Injectable()
export class UnitComparisonQuery {
  constructor(private readonly outlooks: OutlooksQuery) {}

  /** @throws DomainError `round-not-found`, `not-found` */
  async run(user: CurrentUser, query: UnitsQuery): Promise<UnitComparison> {
    const { asOf, units } = await this.outlooks.run(user, query);
    const compared = query.level === 'department' ? byDepartment(units) : units;
    return { asOf, units: compared.map(viewOf).sort((a, b) => b.lagFen - a.lagFen) };
  }
}

/** A unit without a department, as one of the finance bureau's own, stands for itself. */
function byDepartment(units: readonly OutlookOfUnit[]): readonly OutlookOfUnit[] {
  const found = new Map<string, OutlookOfUnit>();
  for (const unit of units) {
    const [id, name] = [unit.departmentId ?? unit.organisationId, unit.departmentName ?? unit.name];
    const present = found.get(id);
    const figures = present === undefined ? unit.figures : addUp(present.figures, unit.figures);
    const isDepartment = unit.departmentId !== null || unit.isDepartment;
    found.set(id, { organisationId: id, name, departmentId: null, departmentName: null, isDepartment, figures });
  }
  return [...found.values()];
}

function viewOf(unit: OutlookOfUnit): UnitComparison['units'][number] {
  const { figures } = unit;
  const { onTime, late, missing, awaited } = figures.reporting;
  return {
    ...refOf(unit),
    ...moneyView(figures.money),
    allProjects: figures.projects,
    allBudgetFen: figures.budgetFen,
    lights: LIGHTS.map((light) => ({ light, ...figures.lights[light] })),
    redShare: percentOf(figures.lights.red.budgetFen, figures.budgetFen),
    onTime,
    late,
    missing,
    awaited,
    onTimeRate: percentOf(onTime, onTime + late + missing),
  };
}
