import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/**
 * Notes that no request waits for, such as when a session was last used: where transactions run one at a time, an
 * import of half a minute would hold every page up. One that fails is logged and missed by nobody.
 */
@Injectable()
export class BackgroundWrites implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Identity');
  private readonly pending = new Set<Promise<void>>();

  constructor(private readonly uow: UnitOfWork) {}

  begin(work: (manager: EntityManager) => Promise<void>): void {
    const write = this.uow
      .apart(() => this.uow.run(work))
      .catch((error: unknown) => this.logger.warn(`A note of use was not stored: ${String(error)}`))
      .finally(() => this.pending.delete(write));
    this.pending.add(write);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.pending);
  }
}
