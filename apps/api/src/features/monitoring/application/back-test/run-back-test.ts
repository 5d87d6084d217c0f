import { setImmediate as othersFirst } from 'node:timers/promises';
import { casesByMonth, tallyCases, type BackTestCase } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { Clock } from '../../../../platform/runtime/clock.js';
import { newId } from '../../../../platform/runtime/ids.js';
import { RoundRepository, type MonitoringRound } from '../../../reporting/index.js';
import { BackTestRepository } from '../../persistence/back-test.repository.js';
import type { ForecastBackTest, TestedRound } from '../../persistence/forecast-back-test.entity.js';
import { PastSpendingRepository } from '../../persistence/past-spending.repository.js';
import { pastProjects, poolsOf, type LocksByYear } from './past-projects.js';

const DECEMBER = 12;

interface Past {
  readonly years: readonly number[];
  readonly rounds: readonly TestedRound[];
  readonly locks: LocksByYear;
  readonly now: string;
}

/**
 * Tests the forecasts on all years that are over (R45), by what was known at each month: a year is over once its December is
 * locked, or where it has none, once it has passed. One department after the other is read, for no pool is wider; the result
 * of each unit is kept, and they replace the ones before in one transaction.
 */
@Injectable()
export class RunBackTest {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly past: PastSpendingRepository,
    private readonly repository: BackTestRepository,
    private readonly clock: Clock,
  ) {}

  async run(progress: (done: number, total: number) => Promise<void>): Promise<void> {
    const past = await this.whatIsOver();
    const groups = await this.departments();
    const rows: ForecastBackTest[] = [];
    for (const [place, organisationIds] of groups.entries()) {
      rows.push(...(await this.test(organisationIds, past)));
      await progress(place + 1, groups.length);
    }
    await this.uow.run((manager) => this.repository.replace(manager, rows));
  }

  private async whatIsOver(): Promise<Past> {
    const manager = this.uow.reader;
    const rounds = await this.rounds.list(manager);
    const thisYear = Number(this.clock.today().slice(0, 4));
    const isOver = (year: number): boolean => {
      const december = rounds.find((round) => round.year === year && round.month === DECEMBER);
      return december === undefined ? year < thisYear : december.status === 'locked';
    };
    const years = (await this.past.years(manager)).filter(isOver);
    const locked = rounds.filter(({ year, status }) => status === 'locked' && years.includes(year)).reverse();
    return {
      years,
      rounds: locked.map(({ year, month }) => ({ year, month })),
      locks: new Map(years.map((year) => [year, locksOf(locked.filter((round) => round.year === year))])),
      now: this.clock.now(),
    };
  }

  /** The organisations with projects, together with those that share a pool with them. */
  private async departments(): Promise<readonly (readonly string[])[]> {
    const groups = new Map<string, string[]>();
    for (const { id, path } of await this.past.organisations(this.uow.reader)) {
      const department = poolsOf(path).at(-1) ?? '';
      groups.set(department, [...(groups.get(department) ?? []), id]);
    }
    return [...groups.values()];
  }

  private async test(organisationIds: readonly string[], past: Past): Promise<readonly ForecastBackTest[]> {
    if (past.years.length === 0) return [];
    const rows = await this.past.read(this.uow.reader, { organisationIds, years: past.years });
    const byUnit = new Map<string, BackTestCase[]>();
    for (const cases of casesByMonth(pastProjects(rows, past.locks, past.now))) {
      for (const one of cases) {
        const known = byUnit.get(one.pool);
        if (known) known.push(one);
        else byUnit.set(one.pool, [one]);
      }
      await othersFirst();
    }
    return [...byUnit].map(([organisationId, cases]) => ({
      id: newId(),
      organisationId,
      computedAt: past.now,
      rounds: past.rounds,
      years: [...new Set(cases.map(({ year }) => year))].sort((a, b) => a - b),
      months: tallyCases(cases),
    }));
  }
}

const locksOf = (rounds: readonly MonitoringRound[]): ReadonlyMap<number, string> =>
  new Map(rounds.flatMap(({ month, lockedAt }) => (lockedAt === null ? [] : [[month, lockedAt] as const])));
