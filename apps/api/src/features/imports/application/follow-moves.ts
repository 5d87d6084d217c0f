import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { organisationMoved } from '../../organisations/index.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';

/** Uploads keep by paths what their uploader may do; where an organisation is moved, they go with it. */
@Injectable()
export class FollowMoves implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly batches: ImportBatchRepository,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(organisationMoved, async (manager, { from, to }) => {
      const moved = (path: string): string => (path.startsWith(from) ? `${to}${path.slice(from.length)}` : path);
      for (const { id, reach } of await this.batches.uploadsReaching(manager, from)) {
        const followed = { imports: reach.imports.map(moved), manages: reach.manages.map(moved) };
        await this.batches.updateUpload(manager, id, { reach: followed });
      }
    });
  }
}
