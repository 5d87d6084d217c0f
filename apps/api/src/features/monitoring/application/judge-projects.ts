import { assessProject } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import { TargetRepository } from '../../targets/index.js';
import { LightRepository } from '../persistence/light.repository.js';
import { JudgementInputs } from './judgement-inputs.js';
import { lightRows, type LightRows } from './light-rows.js';

/** Computes and stores the lights of some projects of a round in one transaction. May run again at any time with the same result. */
@Injectable()
export class JudgeProjects {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly inputs: JudgementInputs,
    private readonly lights: LightRepository,
    private readonly liveEvents: LiveEvents,
    private readonly clock: Clock,
  ) {}

  async run(roundId: string, projectIds: readonly string[]): Promise<void> {
    await this.uow.run(async (manager) => {
      const round = await this.rounds.holdById(manager, roundId, 'shared');
      // From here on nobody else judges or changes these projects, so an older judgement never overwrites a newer one.
      await this.targets.lockProjects(manager, projectIds);
      const toJudge = await this.inputs.of(manager, round, projectIds);
      const computedAt = this.clock.now();
      const rows = toJudge.map((each) =>
        lightRows({ ...each, roundId, assessment: assessProject(each.input) }, computedAt),
      );
      await this.lights.replace(manager, roundId, rows);
      await this.announce(manager, round, rows);
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
