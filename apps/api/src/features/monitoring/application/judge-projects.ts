import { assessProject } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import {
  assessmentInput,
  ReportRepository,
  RoundRepository,
  UnitDeadlines,
  type MonitoringRound,
} from '../../reporting/index.js';
import { FiscalYearRepository, TargetRepository } from '../../targets/index.js';
import { TreasuryRepository } from '../../treasury/index.js';
import { LightRepository } from '../persistence/light.repository.js';
import { JudgeReopened } from './judge-reopened.js';
import { lightRows, type LightRows } from './light-rows.js';

/**
 * Computes and stores the lights of some projects of a round in one transaction: a score of statements however many there
 * are. May run again at any time with the same result. Of a locked round only what was reopened is judged, by what it keeps.
 */
@Injectable()
export class JudgeProjects {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly years: FiscalYearRepository,
    private readonly reports: ReportRepository,
    private readonly treasury: TreasuryRepository,
    private readonly deadlines: UnitDeadlines,
    private readonly lights: LightRepository,
    private readonly reopened: JudgeReopened,
    private readonly liveEvents: LiveEvents,
    private readonly clock: Clock,
  ) {}

  async run(roundId: string, projectIds: readonly string[]): Promise<void> {
    await this.uow.run(async (manager) => {
      const round = await this.rounds.holdById(manager, roundId, 'shared');
      // From here on nobody else judges or changes these projects, so an older judgement never overwrites a newer one.
      await this.targets.lockProjects(manager, projectIds);
      const rows =
        round.status === 'locked'
          ? await this.reopened.run(manager, round, projectIds)
          : await this.judge(manager, round, projectIds);
      await this.lights.replace(manager, roundId, rows);
      await this.announce(manager, round, rows);
    });
  }

  private async judge(
    manager: EntityManager,
    round: MonitoringRound,
    projectIds: readonly string[],
  ): Promise<readonly LightRows[]> {
    const all = await this.targets.ofProjects(manager, projectIds, round.id);
    const targets = all.filter(({ project }) => project.year === round.year && project.startMonth <= round.month);
    const adjustments = await this.targets.adjustmentsOf(manager, projectIds);
    const reports = await this.reports.ofRound(manager, round.id, projectIds);
    const paid = await this.treasury.ofMonth(manager, projectIds, round.month);
    const rulePack = await this.years.rulePack(manager, round.rulePackRef);
    const units = targets.map(({ project }) => project.organisationId);
    const deadlines = await this.deadlines.of(manager, round, units);
    const computedAt = this.clock.now();
    return targets.map((target) => {
      const { project, version } = target;
      const input = assessmentInput({
        round,
        deadlinePassed: deadlines(project.organisationId).passed,
        rulePack,
        target,
        adjustments: adjustments.get(project.id) ?? [],
        report: reports.get(project.id)?.content,
        treasury: paid.get(project.id)?.figures,
      });
      return lightRows(
        { roundId: round.id, project, targetVersion: version.version, input, assessment: assessProject(input) },
        computedAt,
      );
    });
  }

  /** One project is named to open pages; of more than one they only hear that the round changed. */
  private async announce(
    manager: EntityManager,
    { year, month }: MonitoringRound,
    rows: readonly LightRows[],
  ): Promise<void> {
    const [only] = rows;
    if (only === undefined) return;
    const organisationPath = await this.lights.organisationPath(manager, only.project.organisationId);
    const projects = rows.length === 1 ? [{ id: only.project.projectId, organisationPath }] : [];
    this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects }));
  }
}
