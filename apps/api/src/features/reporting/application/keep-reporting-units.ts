import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { organisationClosing } from '../../organisations/index.js';
import { OpenDutiesQuery } from '../persistence/open-duties.query.js';

/** A unit that has something to report in a round under way is not closed before the round is locked. */
@Injectable()
export class KeepReportingUnits implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly duties: OpenDutiesQuery,
  ) {}

  /** The subscriber throws DomainError `organisation-reports`. */
  onModuleInit(): void {
    this.events.subscribe(organisationClosing, async (manager, { organisationId, name }) => {
      if (await this.duties.hasOpen(manager, organisationId)) {
        throw new DomainError('organisation-reports', { organisation: name });
      }
    });
  }
}
