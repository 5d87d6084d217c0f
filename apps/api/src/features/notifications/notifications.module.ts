import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { HOUR_MS, MINUTE_MS, RepeatedWork } from '../../platform/jobs/repeated-work.js';
import { AlertRulesModule } from '../alert-rules/index.js';
import { AlertsModule } from '../alerts/index.js';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { MonitoringModule } from '../monitoring/index.js';
import { RectificationModule } from '../rectification/index.js';
import { ReportingModule } from '../reporting/index.js';
import { SelfEvaluationModule } from '../self-evaluation/index.js';
import { TargetsModule } from '../targets/index.js';
import { WorkCalendarModule } from '../work-calendar/index.js';
import { AlertRecipients } from './application/alert-recipients.js';
import { AnnounceRound } from './application/announce-round.js';
import { FollowAccounts } from './application/follow-accounts.js';
import { FollowAlerts } from './application/follow-alerts.js';
import { FollowApprovals } from './application/follow-approvals.js';
import { FollowBalances } from './application/follow-balances.js';
import { FollowBudgets } from './application/follow-budgets.js';
import { FollowChanges } from './application/follow-changes.js';
import { FollowReports } from './application/follow-reports.js';
import { FollowRounds } from './application/follow-rounds.js';
import { FollowMeasures } from './application/follow-ups/follow-measures.js';
import { FollowRectifications } from './application/follow-ups/follow-rectifications.js';
import { FollowSupervisions } from './application/follow-ups/follow-supervisions.js';
import { FollowUpPeople } from './application/follow-ups/follow-up-people.js';
import { WatchFollowUps } from './application/follow-ups/watch-deadlines.js';
import { MarkRead } from './application/mark-read.js';
import { NotificationPageQuery } from './application/notification-page.query.js';
import { Notify } from './application/notify.js';
import { PurgeNotifications } from './application/purge-notifications.js';
import { RemindersQuery } from './application/reminders.query.js';
import { RemindUnits } from './application/remind-units.js';
import { TellAlerts } from './application/tell-alerts.js';
import { WaitingWork } from './application/waiting-work.js';
import { WatchCalendar } from './application/watch-calendar.js';
import { AnnounceEvaluations } from './application/year-end/announce-evaluations.js';
import { FollowEvaluationYears } from './application/year-end/follow-evaluation-years.js';
import { FollowEvaluations } from './application/year-end/follow-evaluations.js';
import { FollowOfficialReports } from './application/year-end/follow-official-reports.js';
import { WatchEvaluations } from './application/year-end/watch-evaluations.js';
import { NotificationsController } from './http/notifications.controller.js';
import { RemindersController } from './http/reminders.controller.js';
import { TellAlertRoundHandler } from './jobs/tell-alert-round.handler.js';
import { tellAlertRoundJob } from './jobs/tell-alert-round.job.js';
import { NotificationRepository } from './persistence/notification.repository.js';

/** What people are told in the program. It hears of everything by events, and nothing else knows of it. */
@Module({
  imports: [
    AlertRulesModule,
    AlertsModule,
    AuditModule,
    IdentityModule,
    MonitoringModule,
    RectificationModule,
    ReportingModule,
    SelfEvaluationModule,
    TargetsModule,
    WorkCalendarModule,
  ],
  controllers: [NotificationsController, RemindersController],
  providers: [
    AlertRecipients,
    AnnounceEvaluations,
    AnnounceRound,
    FollowAccounts,
    FollowAlerts,
    FollowApprovals,
    FollowBalances,
    FollowBudgets,
    FollowChanges,
    FollowEvaluations,
    FollowEvaluationYears,
    FollowMeasures,
    FollowOfficialReports,
    FollowRectifications,
    FollowReports,
    FollowRounds,
    FollowSupervisions,
    FollowUpPeople,
    MarkRead,
    NotificationPageQuery,
    NotificationRepository,
    Notify,
    PurgeNotifications,
    RemindersQuery,
    RemindUnits,
    TellAlertRoundHandler,
    TellAlerts,
    WaitingWork,
    WatchCalendar,
    WatchEvaluations,
    WatchFollowUps,
  ],
  exports: [NotificationRepository],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly tellAlerts: TellAlertRoundHandler,
    private readonly repeated: RepeatedWork,
    private readonly calendar: WatchCalendar,
    private readonly followUps: WatchFollowUps,
    private readonly evaluations: WatchEvaluations,
    private readonly old: PurgeNotifications,
  ) {}

  onModuleInit(): void {
    this.registry.declare(tellAlertRoundJob).register(this.tellAlerts);
    this.repeated.every(10 * MINUTE_MS, 'Telling what a day brings', () => this.calendar.run());
    this.repeated.every(HOUR_MS, 'Telling what is due', () => this.followUps.run());
    this.repeated.every(HOUR_MS, 'Telling what is due of self-evaluations', () => this.evaluations.run());
    this.repeated.every(HOUR_MS, 'Deleting old notifications', () => this.old.run());
  }
}
