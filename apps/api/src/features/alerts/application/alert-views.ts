import {
  ALERT_ACTIONS,
  alertObstacle,
  alertTitle,
  explainAlert,
  permissionForAlert,
  workingDaysBetween,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { WorkCalendarQuery, type CalendarOfYears } from '../../work-calendar/index.js';
import type { AlertView } from '../http/alerts.dto.js';
import type { Alert } from '../persistence/alert.entity.js';
import { AlertRepository, type AlertPlace } from '../persistence/alert.repository.js';
import { standingOf } from './alert-standing.js';

/** Alerts as a reader sees them. */
@Injectable()
export class AlertViews {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly calendars: WorkCalendarQuery,
    private readonly clock: Clock,
  ) {}

  /** In the order of the ids, by a few statements however many. Whether the reader may see them is the caller's business. */
  async of(manager: EntityManager, user: CurrentUser, ids: readonly string[], locale: Locale): Promise<AlertView[]> {
    const alerts = await this.alerts.byIds(manager, ids);
    const places = await this.alerts.places(manager, ids);
    const today = this.clock.today();
    const years = new Set([today, ...alerts.flatMap(({ deadline }) => deadline ?? [])].map((day) => day.slice(0, 4)));
    const calendar = await this.calendars.of(manager, [...years].map(Number));
    return alerts.flatMap((alert) => {
      const place = places.get(alert.id);
      return place === undefined ? [] : [viewOf(alert, place, { user, locale, today, calendar })];
    });
  }
}

interface Reading {
  readonly user: CurrentUser;
  readonly locale: Locale;
  readonly today: string;
  readonly calendar: CalendarOfYears;
}

function viewOf(alert: Alert, place: AlertPlace, { user, locale, today, calendar }: Reading): AlertView {
  const { path, ...where } = place;
  const { deadline } = alert;
  const isAwaited = alert.state === 'open' && deadline !== null;
  return {
    ...where,
    version: alert.version,
    projectId: alert.projectId,
    organisationId: alert.organisationId,
    kind: alert.kind,
    severity: alert.severity,
    title: alertTitle(alert.kind, locale),
    explanation: explainAlert(alert.reason, locale),
    state: alert.state,
    suspension: alert.suspension,
    level: alert.level,
    raisedAt: alert.raisedAt,
    raisedOn: alert.raisedOn,
    deadline,
    daysLeft: isAwaited ? workingDaysBetween(today, deadline, calendar) : null,
    isOverdue: isAwaited && deadline < today,
    ...saidBy(alert),
    closed: alert.closedAt === null || alert.closing === null ? null : { at: alert.closedAt, closing: alert.closing },
    recurrences: alert.recurrences,
    consecutive: alert.consecutive,
    onSiteCheck: alert.onSiteCheck,
    onSiteNote: alert.onSiteNote,
    can: ALERT_ACTIONS.filter(
      (action) => holdsAt(user, permissionForAlert(action), path) && alertObstacle(action, standingOf(alert)) === null,
    ),
  };
}

function saidBy(alert: Alert): Pick<AlertView, 'acknowledged' | 'answer'> {
  const { acknowledgedAt, acknowledgedBy, acknowledgedByName, answer, answeredAt, answeredBy, answeredByName } = alert;
  return {
    acknowledged:
      acknowledgedAt === null
        ? null
        : { at: acknowledgedAt, by: acknowledgedBy ?? '', byName: acknowledgedByName ?? acknowledgedBy ?? '' },
    answer:
      answer === null || answeredAt === null
        ? null
        : {
            answer,
            text: alert.answerText ?? '',
            at: answeredAt,
            by: answeredBy ?? '',
            byName: answeredByName ?? answeredBy ?? '',
            responseDays: alert.responseDays ?? 0,
          },
  };
}
