import { ALERT_KINDS, ALERT_SEVERITIES, ALERT_STATES } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import type { AlertSummary, AlertSummaryQuery as Query } from '../http/alerts.dto.js';
import { AlertSearch, type AlertCount } from '../persistence/alert-search.query.js';
import { AlertScopes } from './alert-scopes.js';

/** How many alerts there are of each kind, and how many wait for the caller. */
@Injectable()
export class AlertSummaryQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: AlertScopes,
    private readonly search: AlertSearch,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async run(user: CurrentUser, { organisationId, ...filters }: Query): Promise<AlertSummary> {
    const manager = this.uow.reader;
    const scope = await this.scopes.of(user, organisationId);
    const counts = await this.search.counts(manager, scope, filters, this.clock.today());
    return { ...summaryOf(counts), waitingForMe: await this.search.waiting(manager, scope) };
  }
}

function summaryOf(counts: readonly AlertCount[]): Omit<AlertSummary, 'waitingForMe'> {
  const sum = (of: (count: AlertCount) => number, among = counts): number =>
    among.reduce((total, count) => total + of(count), 0);
  const alerts = ({ alerts: number }: AlertCount): number => number;
  const active = counts.filter(({ state }) => state !== 'closed');
  const states = ALERT_STATES.map((state) => [
    state,
    sum(
      alerts,
      counts.filter((count) => count.state === state),
    ),
  ]);
  const severities = ALERT_SEVERITIES.map((severity) => [
    severity,
    sum(
      alerts,
      active.filter((count) => count.severity === severity),
    ),
  ]);
  return {
    total: sum(alerts),
    states: Object.fromEntries(states) as AlertSummary['states'],
    severities: Object.fromEntries(severities) as AlertSummary['severities'],
    kinds: ALERT_KINDS.flatMap((kind) => {
      const own = counts.filter((count) => count.kind === kind);
      if (own.length === 0) return [];
      const red = own.filter(({ severity }) => severity === 'red');
      const open = own.filter(({ state }) => state !== 'closed');
      return [{ kind, total: sum(alerts, own), active: sum(alerts, open), red: sum(alerts, red) }];
    }),
    overdue: sum(({ overdue }) => overdue),
    suspensionsProposed: sum(({ suspensionsProposed }) => suspensionsProposed),
    onSiteDue: sum(({ onSiteDue }) => onSiteDue),
  };
}
