import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveEvents } from '../../../platform/events/live-events.js';

/** Tells whoever goes on answering somebody, such as an open stream of events, to look again at what he may do. */
@Injectable()
export class AccessNews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly liveEvents: LiveEvents,
  ) {}

  /**
   * Call in the transaction that ends sessions, closes an account, or gives or takes roles. Best effort, as all live events:
   * who must not miss it looks again by himself now and then, which also finds what only time changes.
   * @param userIds of accounts, or ids of tokens
   */
  changed(...userIds: readonly string[]): void {
    this.uow.afterCommit(() => this.liveEvents.publish({ type: 'access', userIds }));
  }
}
