import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { organisationMoved } from '../../organisations/index.js';
import {
  actualReported,
  deadlineChanged,
  reportingEnded,
  roundLocking,
  RoundExceptionRepository,
  roundOpened,
  RoundRepository,
  rulePackChanged,
} from '../../reporting/index.js';
import { targetsChanged } from '../../targets/index.js';
import { RecomputeJobRepository } from '../persistence/recompute-job.repository.js';
import { RecomputeRequests } from './recompute-requests.js';
import { StaleLights } from './stale-lights.js';

/**
 * Keeps the lights up with what they depend on: each subscriber stores its job in the transaction of the change, so that
 * no change is without its lights and no job without its change.
 */
@Injectable()
export class FollowChanges implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly requests: RecomputeRequests,
    private readonly jobs: RecomputeJobRepository,
    private readonly rounds: RoundRepository,
    private readonly exceptions: RoundExceptionRepository,
    private readonly stale: StaleLights,
  ) {}

  onModuleInit(): void {
    for (const event of [roundOpened, reportingEnded]) {
      this.events.subscribe(event, async (manager, { roundId, actor }) => {
        await this.requests.round(manager, roundId, actor);
      });
    }

    this.events.subscribe(rulePackChanged, async (manager, { roundId, actor, jobIds }) => {
      jobIds.push(await this.requests.round(manager, roundId, actor));
    });

    this.events.subscribe(deadlineChanged, async (manager, { roundId, organisationId, actor }) => {
      if (organisationId === null) await this.requests.round(manager, roundId, actor);
      else await this.requests.below(manager, roundId, organisationId, actor);
    });

    this.events.subscribe(actualReported, async (manager, { roundId, projectIds, actor, jobIds }) => {
      jobIds.push(...(await this.requests.projects(manager, roundId, projectIds, actor)));
    });

    this.events.subscribe(targetsChanged, async (manager, { projectIds, actor }) => {
      const byRound = new Map<string, string[]>();
      for (const { roundId, projectId } of await this.jobs.openRoundsOf(manager, projectIds)) {
        const ids = byRound.get(roundId);
        if (ids) ids.push(projectId);
        else byRound.set(roundId, [projectId]);
      }
      for (const [roundId, ids] of byRound) {
        // Held, so that a round is not locked between this look and the commit, on lights without the change.
        const { status } = await this.rounds.holdById(manager, roundId, 'shared');
        if (status === 'open') await this.requests.projects(manager, roundId, ids, actor);
      }
    });

    // Other exceptions count at another place: until when its projects are reported may be another day (R28).
    this.events.subscribe(organisationMoved, async (manager, { organisationId, actor }) => {
      for (const { id } of await this.rounds.list(manager)) {
        if ((await this.exceptions.ofRound(manager, id)).length === 0) continue;
        const { status } = await this.rounds.holdById(manager, id, 'shared');
        if (status === 'open') await this.requests.below(manager, id, organisationId, actor);
      }
    });

    // Lights that are not what the round is locked with would be frozen with it.
    this.events.subscribe(roundLocking, async (manager, { roundId, pace }) => {
      const round = await this.rounds.holdById(manager, roundId, 'exclusive');
      const isBusy = (await this.jobs.underWay(manager, roundId)) > 0;
      if (isBusy || (await this.stale.of(manager, round, pace)).length > 0) throw new DomainError('round-busy');
    });
  }
}
