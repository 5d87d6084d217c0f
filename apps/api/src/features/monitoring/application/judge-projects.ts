import { setImmediate as nextTurn } from 'node:timers/promises';
import { assessProject, projectStanding } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import { TargetRepository } from '../../targets/index.js';
import { inChunks } from '../jobs/recompute.jobs.js';
import { LightRepository, type JudgedLights } from '../persistence/light.repository.js';
import type { TouchedUnit } from '../persistence/previous-light.repository.js';
import { JudgementInputs } from './judgement-inputs.js';
import { lightRows, type ProjectToJudge } from './light-rows.js';
import { lightsJudged } from './lights-judged.event.js';
import { SummaryRequests } from './overview/summary-requests.js';

/** Projects read, judged and written at once: few enough that the garbage collector need not move what is held of them. */
const STEP = 250;

/** Computes and stores the lights of some projects of a round in one transaction. May run again at any time with the same result. */
@Injectable()
export class JudgeProjects {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly inputs: JudgementInputs,
    private readonly lights: LightRepository,
    private readonly events: DomainEvents,
    private readonly summaries: SummaryRequests,
    private readonly liveEvents: LiveEvents,
    private readonly clock: Clock,
  ) {}

  async run(roundId: string, projectIds: readonly string[]): Promise<void> {
    await this.uow.run(async (manager) => {
      const round = await this.rounds.holdById(manager, roundId, 'shared');
      // From here on nobody else judges or changes these projects, so an older judgement never overwrites a newer one.
      await this.targets.lockProjects(manager, projectIds);
      const judged: ProjectToJudge['project'][] = [];
      const touched: TouchedUnit[] = [];
      for (const ids of inChunks(projectIds, STEP)) {
        const rows = await this.judge(manager, round, ids);
        touched.push(...(await this.lights.replace(manager, roundId, rows)));
        // The embedded database answers without waiting, so that requests would have to wait for all steps.
        await nextTurn();
        judged.push(...rows.map(({ project }) => ({ id: project.projectId, organisationId: project.organisationId })));
      }
      if (judged.length > 0) await this.events.publish(manager, lightsJudged({ roundId, projects: judged }));
      await this.summaries.judged(manager, roundId, touched);
      await this.announce(manager, round, judged);
    });
  }

  private async judge(
    manager: EntityManager,
    round: MonitoringRound,
    ids: readonly string[],
  ): Promise<readonly JudgedLights[]> {
    const toJudge = await this.inputs.of(manager, round, ids);
    const computedAt = this.clock.now();
    return toJudge.map((each) => {
      const assessment = assessProject(each.input);
      const standing = projectStanding(assessment, each.input, each.input.rulePack);
      return { ...lightRows({ ...each, roundId: round.id, assessment }, computedAt), standing };
    });
  }

  /** One project is named to open pages; of more than one they only hear that the round changed. */
  private async announce(
    manager: EntityManager,
    { year, month }: MonitoringRound,
    judged: readonly ProjectToJudge['project'][],
  ): Promise<void> {
    const [only] = judged;
    if (only === undefined) return;
    const organisationPath = await this.lights.organisationPath(manager, only.organisationId);
    const projects = judged.length === 1 ? [{ id: only.id, organisationPath }] : [];
    this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects }));
  }
}
