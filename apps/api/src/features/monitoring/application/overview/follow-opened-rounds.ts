import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../../platform/events/domain-events.js';
import { roundOpened } from '../../../reporting/index.js';
import { PreviousLights } from '../../persistence/previous-light.repository.js';
import { SummaryRequests } from './summary-requests.js';

/** A round that is opened between two others is the one that the later one is compared with from now on. */
@Injectable()
export class FollowOpenedRounds implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly previous: PreviousLights,
    private readonly summaries: SummaryRequests,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(roundOpened, async (manager, { roundId }) => {
      const nextId = await this.previous.forget(manager, roundId);
      if (nextId !== null) await this.summaries.whole(manager, nextId);
    });
  }
}
