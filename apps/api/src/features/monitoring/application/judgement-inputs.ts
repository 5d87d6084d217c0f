import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  assessmentInput,
  reopenedInput,
  ReopeningRepository,
  ReportedQuery,
  UnitDeadlines,
  type MonitoringRound,
} from '../../reporting/index.js';
import { FiscalYearRepository, JudgedTargetQuery, TargetRepository } from '../../targets/index.js';
import { TreasuryRepository } from '../../treasury/index.js';
import { LightRepository } from '../persistence/light.repository.js';
import { judgedInput, type ProjectToJudge } from './light-rows.js';

/**
 * Reads what projects of a round are judged by: a score of statements however many there are. Of an open round that is what
 * is stored now; of a locked one only what was reopened is judged, by what the lock keeps.
 */
@Injectable()
export class JudgementInputs {
  constructor(
    private readonly targets: TargetRepository,
    private readonly judgedTargets: JudgedTargetQuery,
    private readonly years: FiscalYearRepository,
    private readonly reported: ReportedQuery,
    private readonly treasury: TreasuryRepository,
    private readonly deadlines: UnitDeadlines,
    private readonly reopenings: ReopeningRepository,
    private readonly lights: LightRepository,
  ) {}

  /** Ids of all projects that are to be judged in a round at present. */
  projectIds(manager: EntityManager, { id, status, year, month }: MonitoringRound): Promise<readonly string[]> {
    return status === 'locked'
      ? this.reopenings.projectIds(manager, id)
      : this.targets.idsOfRound(manager, year, month);
  }

  /** @returns those of the projects that are to be judged in this round */
  of(
    manager: EntityManager,
    round: MonitoringRound,
    projectIds: readonly string[],
  ): Promise<readonly ProjectToJudge[]> {
    return round.status === 'locked'
      ? this.reopened(manager, round, projectIds)
      : this.stored(manager, round, projectIds);
  }

  private async stored(
    manager: EntityManager,
    round: MonitoringRound,
    projectIds: readonly string[],
  ): Promise<readonly ProjectToJudge[]> {
    const targets = await this.judgedTargets.run(manager, round, projectIds);
    const reports = await this.reported.run(manager, round.id, projectIds);
    const paid = await this.treasury.ofMonth(manager, projectIds, round.month);
    const rulePack = await this.years.rulePack(manager, round.rulePackRef);
    const units = new Set(targets.map(({ project }) => project.organisationId));
    const deadlines = await this.deadlines.of(manager, round, [...units]);
    return targets.map((target) => {
      const { project, version, adjustments } = target;
      const input = assessmentInput({
        round,
        deadlinePassed: deadlines(project.organisationId).passed,
        rulePack,
        target,
        adjustments,
        report: reports.get(project.id),
        treasury: paid.get(project.id)?.figures,
      });
      return { project, targetVersion: version, input };
    });
  }

  /**
   * By the targets, the budget, the rules and the treasury's figures of the lock, with only the report as it is now (R49).
   * A reopening that has ended counts as well: what was put back must be judged as it was.
   */
  private async reopened(
    manager: EntityManager,
    round: MonitoringRound,
    projectIds: readonly string[],
  ): Promise<readonly ProjectToJudge[]> {
    const reopened = await this.reopenings.everOf(manager, round.id, projectIds);
    const stored = await this.lights.ofProjects(manager, round.id, [...reopened]);
    const ids = [...stored.keys()];
    const reports = await this.reported.run(manager, round.id, ids);
    const paid = await this.treasury.ofMonth(manager, ids, round.month, round.lockedAt);
    const rulePack = await this.years.rulePack(manager, round.rulePackRef);
    return [...stored].map(([id, rows]) => {
      const { organisationId, targetVersion } = rows.project;
      const input = reopenedInput(judgedInput(rows, rulePack), reports.get(id), paid.get(id)?.figures);
      return { project: { id, organisationId }, targetVersion, input };
    });
  }
}
