import { addTallies, BACK_TEST_RULES, backTestOf, type BackTested, type ForecastMethod } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { AccessibleProject } from '../../../targets/index.js';
import type { PastError } from '../../http/time-series.dto.js';
import { BackTestRepository } from '../../persistence/back-test.repository.js';
import { twoPlaces } from './back-test.query.js';

/**
 * How wrong the forecasts of a project's unit were at the same month of earlier years, or of its department where the unit
 * alone has few cases; and which method was better there. Whoever sees the project learns the mean of the department, as of
 * its interval.
 */
@Injectable()
export class PastErrorQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly repository: BackTestRepository,
  ) {}

  /** @returns null where nothing was tested at that month, as of 人员类 projects, which are not monitored */
  async run(
    { project, organisation }: AccessibleProject,
    month: number,
    method: ForecastMethod,
  ): Promise<PastError | null> {
    if (project.personnel) return null;
    const unit = await this.tested(organisation.path, month);
    const parent = parentPath(organisation.path);
    if ((unit?.compared?.count ?? 0) >= BACK_TEST_RULES.minCommonCases || parent === null)
      return unit && errorIn(unit, 'unit', month, method);
    const department = await this.tested(parent, month);
    return department && errorIn(department, 'department', month, method);
  }

  private async tested(path: string, month: number): Promise<BackTested | null> {
    const units = await this.repository.below(this.uow.reader, [path]);
    const { months } = backTestOf(addTallies(units.flatMap((unit) => unit.months)));
    return months.find((each) => each.month === month) ?? null;
  }
}

function errorIn(
  { compared, methods, best }: BackTested,
  level: PastError['level'],
  month: number,
  method: ForecastMethod,
): PastError | null {
  const errors = compared?.errors ?? [];
  const common = errors.find((each) => each.method === method);
  const own = methods[method];
  if (compared === null || (common === undefined && own === null)) return null;
  const better = common && best !== method ? errors.find((each) => each.method === best) : undefined;
  return {
    month,
    level,
    cases: common ? compared.count : (own?.count ?? 0),
    meanAbsolute: twoPlaces(common?.meanAbsolute ?? own?.meanAbsolute ?? 0),
    better: better ? { method: better.method, meanAbsolute: twoPlaces(better.meanAbsolute) } : null,
  };
}

/** The path of the department; null for what stands directly below the whole county, or is it. */
function parentPath(path: string): string | null {
  const ids = path.split('/').filter((id) => id !== '');
  return ids.length < 3 ? null : `/${ids.slice(0, -1).join('/')}/`;
}
