import type { AlertKind, AlertReason, AlertSeverity, AlertStepKind, EscalationLevel } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { chinaDayEnd, startOfChinaDay } from '../../../platform/runtime/clock.js';

/** What people are told of alerts. */
export const ALERT_OCCASIONS = [
  'raised',
  'worsened',
  'escalated',
  'suspension-proposed',
  'suspension-confirmed',
  'suspension-dropped',
  'answered',
  'on-site-due',
] as const satisfies readonly ('raised' | AlertStepKind)[];
export type AlertOccasion = (typeof ALERT_OCCASIONS)[number];

/** An alert with which something happened, and what its notice is made of. */
export interface AlertHappening {
  readonly alertId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** Of the unit. */
  readonly path: string;
  readonly kind: AlertKind;
  readonly severity: AlertSeverity;
  readonly level: EscalationLevel;
  readonly reason: AlertReason;
  readonly deadline: string | null;
  readonly consecutive: number;
  readonly recurrences: number;
  /** What the person wrote who did it; null where nobody did. */
  readonly text: string | null;
}

type Row = Omit<AlertHappening, 'reason'> & { readonly reason: string };

const FIELDS = `
  a.id as alertId, a.project_id as projectId, p.name as projectName, a.organisation_id as organisationId,
  o.name as organisationName, o.path as path, a.kind as kind, a.severity as severity, a.level as level,
  a.reason as reason, a.deadline as deadline, a.consecutive as consecutive, a.recurrences as recurrences`;
const JOINS = `
  join project p on p.id = a.project_id
  join organisation o on o.id = a.organisation_id`;

const RAISED = `
  select ${FIELDS}, null as text from alert a ${JOINS}
  where a.round_id = ? and a.raised_on = ? and a.state = 'open' and a.deadline is not null
  order by a.severity, a.id`;

const STEPPED = `
  select ${FIELDS}, s.text as text from alert a ${JOINS} join alert_step s on s.alert_id = a.id
  where a.round_id = ? and s.step = ? and s.at between ? and ?
  order by a.severity, a.id, s.at desc`;

/** What happened to the alerts of a round on a day, for those who tell people of it. */
@Injectable()
export class AlertOccasionsQuery {
  /** Each alert once, the worse ones first. What is answered already is not told to have been raised. */
  async ofDay(
    manager: EntityManager,
    roundId: string,
    occasion: AlertOccasion,
    day: string,
  ): Promise<readonly AlertHappening[]> {
    const rows =
      occasion === 'raised'
        ? await manager.query<Row[]>(RAISED, [roundId, day])
        : await manager.query<Row[]>(STEPPED, [roundId, occasion, startOfChinaDay(day), chinaDayEnd(day)]);
    const found = new Map<string, AlertHappening>();
    for (const row of rows) {
      if (found.has(row.alertId)) continue;
      const [consecutive, recurrences] = [Number(row.consecutive), Number(row.recurrences)];
      found.set(row.alertId, { ...row, consecutive, recurrences, reason: JSON.parse(row.reason) as AlertReason });
    }
    return [...found.values()];
  }
}
