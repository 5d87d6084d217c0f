import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import type { AlertPage, AlertQuery } from '../http/alerts.dto.js';
import { AlertSearch } from '../persistence/alert-search.query.js';
import { AlertScopes } from './alert-scopes.js';
import { AlertViews } from './alert-views.js';

/** The alerts of all that a person sees, a page at a time (预警中心). */
@Injectable()
export class AlertListQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: AlertScopes,
    private readonly search: AlertSearch,
    private readonly views: AlertViews,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async run(user: CurrentUser, { organisationId, ...query }: AlertQuery, locale: Locale): Promise<AlertPage> {
    const manager = this.uow.reader;
    const scope = await this.scopes.of(user, organisationId);
    const { ids, total } = await this.search.page(manager, scope, query, this.clock.today());
    const { page, size } = query;
    return { items: await this.views.of(manager, user, ids, locale), total, page, size };
  }
}
