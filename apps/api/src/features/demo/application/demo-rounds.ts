import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { LockWhenComputed, RequestRecompute } from '../../monitoring/index.js';
import {
  OpenRound,
  ReportRepository,
  RoundRepository,
  SaveBulkReports,
  type MonitoringRound,
} from '../../reporting/index.js';
import { TargetRepository } from '../../targets/index.js';
import { UNITS } from '../county/people.js';
import type { DemoMonth, DemoUnit, DemoYear } from '../county/demo-types.js';
import { DemoAlerts } from './demo-alerts.js';
import { DemoGoals } from './demo-goals.js';
import { DemoPeople } from './demo-people.js';
import { DemoSteps } from './demo-steps.js';
import { projectsOf } from './document-text.js';
import { projectCode } from './project-code.js';
import { reportedFigures } from './reported-figures.js';

/** The round that is still open; every earlier one is locked. */
export const OPEN_ROUND = { year: 2026, month: 9 } as const;
const DEADLINE_DAY = 20;
/** A slow machine takes longer to judge a round than a person would wait for its lock. */
const LOCK_PATIENCE_MS = 120_000;

export const isOpenRound = (year: number, month: number): boolean =>
  year === OPEN_ROUND.year && month === OPEN_ROUND.month;

/** Rounds as they went: opened, reported by each unit's clerk, checked and accepted, computed, and locked where they are over. */
@Injectable()
export class DemoRounds {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: DemoPeople,
    private readonly rounds: RoundRepository,
    private readonly reports: ReportRepository,
    private readonly targets: TargetRepository,
    private readonly openRound: OpenRound,
    private readonly saveReports: SaveBulkReports,
    private readonly goals: DemoGoals,
    private readonly steps: DemoSteps,
    private readonly alerts: DemoAlerts,
    private readonly recompute: RequestRecompute,
    private readonly lockRound: LockWhenComputed,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Does what is still missing of a round: it may have been interrupted anywhere. */
  async run(year: DemoYear, month: DemoMonth): Promise<void> {
    const finance = await this.people.person('finance');
    const found = await this.rounds.find(this.uow.reader, year, month);
    if (found?.status === 'locked') return;
    if (found === null) await this.openRound.run(finance, windowOf(year, month, this.clock.today()));
    const round = await this.rounds.require(this.uow.reader, year, month);
    if (isOpenRound(year, month)) await this.alerts.begin(year, month);
    for (const unit of UNITS) await this.report(unit, round, year, month);
    await this.goals.run(year, month);
    await this.steps.run({ year, month }, isOpenRound(year, month));
    if (!isOpenRound(year, month)) {
      await this.lockRound.run(finance, year, month, { patienceMs: LOCK_PATIENCE_MS });
      return;
    }
    const { jobId } = await this.recompute.run(finance, { year, month });
    const status = await this.jobs.settled(jobId);
    if (status !== 'succeeded') throw new Error(`Computing the lights of ${year}-${month} ended as ${status}`);
  }

  private async report(unit: DemoUnit, round: MonitoringRound, year: DemoYear, month: DemoMonth): Promise<void> {
    const clerk = await this.people.clerkOf(unit.code);
    const stored = await this.targets.below(this.uow.reader, year, scopeOf(clerk, 'reports.write'));
    const idOf = new Map(stored.map(({ project }) => [project.code, project.id]));
    const reported = await this.reports.ofRound(this.uow.reader, round.id, [...idOf.values()]);
    const missing = projectsOf(unit, year).flatMap((project) => {
      const code = projectCode(unit, project, year);
      const run = project.years[year];
      const figures = run ? reportedFigures({ project, run, year, month }) : null;
      if (figures === null || reported.has(idOf.get(code) ?? '')) return [];
      return [{ ...figures, code, name: project.name }];
    });
    if (missing.length > 0) await this.saveReports.run(clerk, { year, month }, { projects: missing });
  }
}

/** Open from the first day after the period until the 20th; from today where that is earlier, for it is reported into at once. */
function windowOf(year: DemoYear, month: DemoMonth, today: string) {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  const day = (number: number): string =>
    `${nextYear}-${String(nextMonth).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
  return { year, month, opensOn: today < day(1) ? today : day(1), closesOn: day(DEADLINE_DAY) };
}
