import { Injectable } from '@nestjs/common';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type { AlertScope } from '../persistence/alert-search.query.js';

/** What of the alerts a person sees, and what of them waits for him. */
@Injectable()
export class AlertScopes {
  constructor(private readonly organisations: OrganisationAccess) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async of(user: CurrentUser, organisationId?: string): Promise<AlertScope> {
    return {
      read: await this.organisations.scope(user, 'lights.read', organisationId),
      answer: scopeOf(user, 'alerts.answer'),
      decide: scopeOf(user, 'alerts.decide'),
    };
  }
}
