import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PeopleNames } from '../../identity/index.js';
import { LightRepository } from '../../monitoring/index.js';
import { ReportRepository, RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import { SealRepository } from '../../seals/index.js';
import { TargetRepository } from '../../targets/index.js';
import { TreasuryRepository } from '../../treasury/index.js';
import type { ProjectToWrite } from '../persistence/export-projects.query.js';
import type { RoundState } from './export-kinds.js';
import type { FormSource, GatheredForm } from './form-source.js';
import { monitoringForm } from './monitoring-form.js';

/** The monitoring forms of a round, by a handful of statements for some hundred projects. */
@Injectable()
export class MonitoringForms {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly reports: ReportRepository,
    private readonly treasury: TreasuryRepository,
    private readonly lights: LightRepository,
    private readonly seals: SealRepository,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `round-not-found` */
  async open(manager: EntityManager, year: number, month: number): Promise<FormSource> {
    const round = await this.rounds.require(manager, year, month);
    const roundState = await this.stateOf(manager, round);
    return { roundState, of: (reader, projects) => this.gather(reader, round, projects) };
  }

  private async stateOf(manager: EntityManager, { id, status, lockedAt }: MonitoringRound): Promise<RoundState> {
    const seal = (await this.seals.ofRound(manager, id)).at(-1);
    return { locked: status === 'locked', lockedAt, sealVersion: seal?.version ?? null, sealHash: seal?.hash ?? null };
  }

  private async gather(
    manager: EntityManager,
    round: MonitoringRound,
    projects: readonly ProjectToWrite[],
  ): Promise<readonly GatheredForm[]> {
    const ids = projects.map(({ id }) => id);
    const targets = new Map(
      (await this.targets.ofProjects(manager, ids, round.id)).map((each) => [each.project.id, each]),
    );
    const adjustments = await this.targets.adjustmentsOf(manager, ids);
    const reports = await this.reports.ofRound(manager, round.id, ids);
    const paid = await this.treasury.ofMonth(manager, ids, round.month, round.lockedAt);
    const locked = round.status === 'locked';
    const lights = locked ? await this.lights.ofProjects(manager, round.id, ids) : new Map<string, never>();
    const people = [...reports.values()].flatMap(({ row }) => [row.submittedBy, row.approvedBy]);
    const nameOf = await this.names.of(manager, people);
    return projects.flatMap((project) => {
      const target = targets.get(project.id);
      if (target === undefined) return [];
      const data = monitoringForm({
        round,
        project,
        target,
        adjustments: adjustments.get(project.id) ?? [],
        report: reports.get(project.id),
        treasury: paid.get(project.id)?.figures,
        lights: lights.get(project.id),
        nameOf,
      });
      return [{ project, data, evaluationState: null }];
    });
  }
}
