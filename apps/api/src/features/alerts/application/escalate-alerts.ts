import type { AlertStepKind, EscalationLevel } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { AlertRuleSets } from '../../alert-rules/index.js';
import { Workdays } from '../../work-calendar/index.js';
import type { Alert } from '../persistence/alert.entity.js';
import { AlertRepository } from '../persistence/alert.repository.js';
import { LateAlertsQuery } from '../persistence/late-alerts.query.js';
import { AlertNews } from './alert-news.js';
import { refOf } from './alert-ref.js';
import { alertsStepped } from './alert.events.js';
import { stepRow } from './step-row.js';

/** Alerts that move up in one transaction. */
const BATCH = 500;

const ABOVE: Readonly<Record<EscalationLevel, EscalationLevel>> = {
  unit: 'department',
  department: 'finance',
  finance: 'finance',
};

type Step = Extract<AlertStepKind, 'escalated' | 'suspension-proposed'>;

/**
 * Takes alerts that nobody has answered in time one level up, and where the days of the rules are over proposes to suspend
 * (R27). A day is over when the next one has begun.
 */
@Injectable()
export class EscalateAlerts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly late: LateAlertsQuery,
    private readonly alerts: AlertRepository,
    private readonly ruleSets: AlertRuleSets,
    private readonly workdays: Workdays,
    private readonly events: DomainEvents,
    private readonly news: AlertNews,
    private readonly clock: Clock,
  ) {}

  /** May run as often as one likes, by any number of processes, and after any downtime. */
  async run(): Promise<void> {
    for (;;) {
      const moved = await this.uow.run((manager) => this.batch(manager));
      if (moved < BATCH) return;
    }
  }

  /** @returns how many were looked at */
  private async batch(manager: EntityManager): Promise<number> {
    const today = this.clock.today();
    const ids = await this.late.ids(manager, today, BATCH);
    const held = await this.alerts.hold(manager, ids);
    const due = held.filter(
      ({ state, escalatesOn }) => state === 'open' && escalatesOn !== null && escalatesOn < today,
    );
    if (due.length === 0) return 0;
    const at = this.clock.now();
    const { set } = await this.ruleSets.current(manager);
    const nextDay = new Map<string, string>();
    for (const day of new Set(due.flatMap(({ escalatesOn }) => escalatesOn ?? []))) {
      nextDay.set(day, await this.workdays.add(manager, day, set.escalateDays));
    }
    const moved = due.map((alert) => movedUp(alert, at, today, nextDay.get(alert.escalatesOn ?? '') ?? today));
    await this.alerts.update(manager, moved);
    await this.tell(manager, moved, at);
    return ids.length;
  }

  private async tell(manager: EntityManager, moved: readonly Alert[], at: string): Promise<void> {
    await this.alerts.addSteps(
      manager,
      moved.map((alert) => stepRow(alert.id, stepOf(alert), at, { params: { level: alert.level } })),
    );
    for (const own of groupBy(moved, (alert) => `${alert.roundId} ${stepOf(alert)}`).values()) {
      const [first] = own;
      if (first === undefined) continue;
      const event = { roundId: first.roundId, step: stepOf(first), alerts: own.map(refOf), actor: null, text: null };
      await this.events.publish(manager, alertsStepped(event));
    }
    await this.news.tell(
      manager,
      moved.map(({ roundId }) => roundId),
    );
  }
}

/** What has just happened to an alert that was late: only a proposal leaves no further day. */
const stepOf = ({ escalatesOn }: Alert): Step => (escalatesOn === null ? 'suspension-proposed' : 'escalated');

/** @param next the day until which the level above has time, unless the deadline comes first */
function movedUp(alert: Alert, at: string, today: string, next: string): Alert {
  const { deadline } = alert;
  const late = { escalatedAt: at, version: alert.version + 1 };
  if (deadline === null || deadline < today) {
    return { ...alert, ...late, level: 'finance', suspension: 'proposed', escalatesOn: null };
  }
  // After a downtime more than one level may be due; the days of the level above begin where the last ones ended.
  return { ...alert, ...late, level: ABOVE[alert.level], escalatesOn: next < deadline ? next : deadline };
}
