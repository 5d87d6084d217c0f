import { forecastPool, POOL_RULES, type PoolForecast, type PoolHistory } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { AccessibleProject } from '../../../targets/index.js';
import {
  SpendingHistoryRepository,
  type PoolMonth,
  type PoolScope,
  type PoolStart,
} from '../../persistence/spending-history.repository.js';

/** Years before the present one that are looked at: older ones say little about how money is spent today. */
const EARLIER_YEARS = 10;

export interface PoolOfProject {
  readonly pool: 'unit' | 'department';
  readonly name: string;
  readonly forecast: PoolForecast;
}

/**
 * The chain ladder of a project's unit, or of its department where the unit has no three earlier years of monthly figures
 * (R45). A month counts only where the spending of every project of the pool is known, for a blank is not zero (R28).
 * Sums of the whole pool are used even for those who see only a part of it; they learn no more than how wide the
 * interval is.
 */
@Injectable()
export class PoolForecastsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly spending: SpendingHistoryRepository,
  ) {}

  /** @returns null with too short a history @param month the last one whose figures are used of the present year */
  run({ project, organisation }: AccessibleProject, month: number, knownAt: string): Promise<PoolOfProject | null> {
    return this.ofUnit(organisation, project.year, month, knownAt);
  }

  /** The same for any project of a unit and a year. */
  async ofUnit(
    unit: { readonly path: string; readonly name: string },
    year: number,
    month: number,
    knownAt: string,
  ): Promise<PoolOfProject | null> {
    const forecast = async (path: string): Promise<PoolForecast | null> => {
      const scope = { path, fromYear: year - EARLIER_YEARS, toYear: year, knownAt };
      const history = await this.history(scope, month);
      return history && forecastPool(history);
    };
    const own = await forecast(unit.path);
    if (own !== null) return { pool: 'unit', name: unit.name, forecast: own };
    const above = parentPath(unit.path);
    if (above === null) return null;
    const shared = await forecast(above);
    return shared && { pool: 'department', name: await this.nameOf(above), forecast: shared };
  }

  /** @returns null where there are not even projects of years enough, as summing up what those of a department spent takes long */
  private async history(scope: PoolScope, month: number): Promise<PoolHistory | null> {
    const manager = this.uow.reader;
    const starts = await this.spending.poolStarts(manager, scope);
    const begun = new Set(starts.map(({ year }) => year).filter((year) => year < scope.toYear));
    if (begun.size < POOL_RULES.minYears) return null;
    const complete = (await this.spending.poolMonths(manager, scope)).filter((one) => isComplete(one, starts));
    const years = [...new Set(complete.map(({ year }) => year))].filter((year) => year < scope.toYear);
    return {
      earlierYears: years.map((year) => complete.filter((one) => one.year === year)),
      currentYear: complete.filter((one) => one.year === scope.toYear && one.month <= month),
    };
  }

  private async nameOf(path: string): Promise<string> {
    const [row] = await this.uow.reader.query<{ name: string }[]>('select name from organisation where path = ?', [
      path,
    ]);
    return row?.name ?? '';
  }
}

function isComplete({ year, month, projects }: PoolMonth, starts: readonly PoolStart[]): boolean {
  const begun = starts.filter((one) => one.year === year && one.startMonth <= month);
  return projects >= begun.reduce((sum, one) => sum + one.projects, 0);
}

/** The path of the organisation above, which is a department for a unit; null where that is the whole county. */
function parentPath(path: string): string | null {
  const ids = path.split('/').filter((id) => id !== '');
  return ids.length < 3 ? null : `/${ids.slice(0, -1).join('/')}/`;
}
