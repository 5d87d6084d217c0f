import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belowPaths } from '../../organisations/index.js';

/** Whose alerts of which rounds. */
export interface CardScope {
  readonly year: number;
  readonly month?: number;
  readonly paths: readonly string[];
}

/** How many alerts of a unit there are of each sort. */
export interface UnitAlerts {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly raised: number;
  readonly red: number;
  readonly toAnswer: number;
  readonly answered: number;
  readonly answeredInTime: number;
  readonly open: number;
  readonly overdue: number;
  readonly rectifying: number;
  readonly recovered: number;
  readonly rectified: number;
  readonly waived: number;
  readonly suspensions: number;
  readonly onSiteDue: number;
  readonly onSiteDone: number;
}

/** How many answers of a unit took so many working days. */
export interface UnitResponses {
  readonly organisationId: string;
  readonly days: number;
  readonly answers: number;
}

const FROM = `
  from alert a
  join monitoring_round r on r.id = a.round_id
  join organisation o on o.id = a.organisation_id`;

const COUNTED: Readonly<Record<Exclude<keyof UnitAlerts, 'organisationId' | 'organisationName' | 'raised'>, string>> = {
  red: `a.severity = 'red'`,
  toAnswer: 'a.deadline is not null',
  answered: 'a.deadline is not null and a.answered_at is not null',
  answeredInTime: 'a.in_time = 1',
  open: `a.state = 'open'`,
  overdue: `a.state = 'open' and a.deadline < ?`,
  rectifying: `a.state = 'rectifying'`,
  recovered: `a.closing = 'recovered'`,
  rectified: `a.closing = 'rectified'`,
  waived: `a.closing = 'waived'`,
  suspensions: `a.suspension in ('proposed', 'confirmed')`,
  onSiteDue: `a.on_site_check = 'due'`,
  onSiteDone: `a.on_site_check = 'done'`,
};

const SUMS = Object.entries(COUNTED)
  .map(([name, condition]) => `sum(case when ${condition} then 1 else 0 end) as ${name}`)
  .join(', ');

/** Sums up the alerts of units in the database. */
@Injectable()
export class UnitAlertsQuery {
  async counts(manager: EntityManager, scope: CardScope, today: string): Promise<readonly UnitAlerts[]> {
    const where = conditionOf(scope);
    const sql = `select o.id as organisationId, o.name as organisationName, count(*) as raised, ${SUMS}
                 ${FROM} where ${where.sql} group by o.id, o.name`;
    const rows = await manager.query<UnitAlerts[]>(sql, [today, ...where.params]);
    return rows.map((row) => {
      const { organisationId, organisationName, ...counts } = row;
      const numbers = Object.entries(counts).map(([name, count]) => [name, Number(count)]);
      return { organisationId, organisationName, ...Object.fromEntries(numbers) } as UnitAlerts;
    });
  }

  async responses(manager: EntityManager, scope: CardScope): Promise<readonly UnitResponses[]> {
    const where = conditionOf(scope);
    const sql = `select o.id as organisationId, a.response_days as days, count(*) as answers ${FROM}
                 where ${where.sql} and a.response_days is not null group by o.id, a.response_days`;
    const rows = await manager.query<UnitResponses[]>(sql, [...where.params]);
    return rows.map(({ organisationId, days, answers }) => ({
      organisationId,
      days: Number(days),
      answers: Number(answers),
    }));
  }
}

function conditionOf({ year, month, paths }: CardScope): { sql: string; params: (string | number)[] } {
  const scope = belowPaths('o.path', paths);
  const ofMonth = month === undefined ? [] : [month];
  const sql = ['r.year = ?', ...ofMonth.map(() => 'r.month = ?'), scope.sql].join(' and ');
  return { sql, params: [year, ...ofMonth, ...scope.params] };
}
