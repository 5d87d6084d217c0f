import { explainAlert, type AlertKind, type AlertReason, type AlertSeverity } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { requireWholeCounty } from '../../reporting/index.js';
import type { AlertTrialAlertPage, AlertTrialAlertsQuery } from '../http/alert-trials.dto.js';
import { AlertRuleTrialRepository } from '../persistence/alert-rule-trial.repository.js';
import type { AlertTurn } from './alert-turns.js';

interface Row {
  readonly year: number;
  readonly month: number;
  readonly projectId: string;
  readonly code: string | null;
  readonly name: string;
  readonly organisationName: string;
  readonly kind: AlertKind;
  readonly severity: AlertSeverity;
  readonly turn: AlertTurn;
  readonly reason: string;
}

const FROM = `
  from alert_rule_trial_alert a
  join project p on p.id = a.project_id
  join organisation o on o.id = p.organisation_id`;

/** The projects that tried alert rules would warn of, and no longer, what changes first, a page at a time. */
@Injectable()
export class AlertTrialAlertsOf {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trials: AlertRuleTrialRepository,
  ) {}

  /** @throws DomainError `forbidden`, `not-found` */
  async run(
    user: CurrentUser,
    id: string,
    { year, month, kind, turn, page, size }: AlertTrialAlertsQuery,
    locale: Locale,
  ): Promise<AlertTrialAlertPage> {
    requireWholeCounty(user, 'rules.manage');
    const { reader } = this.uow;
    if ((await this.trials.finished(reader, id)) === null) throw new DomainError('not-found');
    const wanted = [
      { sql: 'a.trial_id = ?', value: id },
      { sql: 'a.year = ?', value: year },
      { sql: 'a.month = ?', value: month },
      { sql: 'a.kind = ?', value: kind },
      { sql: 'a.turn = ?', value: turn },
    ].filter(({ value }) => value !== undefined);
    const where = wanted.map(({ sql }) => sql).join(' and ');
    const params = wanted.map(({ value }) => value);
    const countSql = `select count(*) as total ${FROM} where ${where}`;
    const [count] = await reader.query<{ total: number | string }[]>(countSql, params);
    const sql = `
      select a.year as year, a.month as month, p.id as projectId, p.code as code, p.name as name,
             o.name as organisationName, a.kind as kind, a.severity as severity, a.turn as turn, a.reason as reason
      ${FROM} where ${where}
      order by a.alert_rank, a.year desc, a.month desc, a.kind, o.name, p.name, p.id
      limit ? offset ?`;
    const rows = await reader.query<Row[]>(sql, [...params, size, (page - 1) * size]);
    const items = rows.map(({ reason, ...row }) => ({
      ...row,
      explanation: explainAlert(JSON.parse(reason) as AlertReason, locale),
    }));
    return { items, total: Number(count?.total ?? 0), page, size };
  }
}
