import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { MINUTE_MS, RepeatedWork } from '../../platform/jobs/repeated-work.js';
import { AlertRulesModule } from '../alert-rules/index.js';
import { AnalysisModule } from '../analysis/index.js';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { MonitoringModule } from '../monitoring/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { WorkCalendarModule } from '../work-calendar/index.js';
import { AlertDetailQuery } from './application/alert-detail.query.js';
import { AlertLife } from './application/alert-life.js';
import { AlertListQuery } from './application/alert-list.query.js';
import { AlertNews } from './application/alert-news.js';
import { AlertScopes } from './application/alert-scopes.js';
import { AlertScorecardQuery } from './application/alert-scorecard.query.js';
import { AlertSummaryQuery } from './application/alert-summary.query.js';
import { AlertViews } from './application/alert-views.js';
import { AskEvaluation } from './application/ask-evaluation.js';
import { EscalateAlerts } from './application/escalate-alerts.js';
import { EvaluateUnits } from './application/evaluate-units.js';
import { FollowAnalysis } from './application/follow-analysis.js';
import { MarkRound } from './application/mark-round.js';
import { StepAlert } from './application/step-alert.js';
import { StoreOutcome } from './application/store-outcome.js';
import { TakeAlertSteps } from './application/take-alert-steps.js';
import { WatchRounds } from './application/watch-rounds.js';
import { AlertStepsController } from './http/alert-steps.controller.js';
import { AlertsController } from './http/alerts.controller.js';
import { ALERT_JOBS } from './jobs/alerts.jobs.js';
import { EvaluateRoundHandler } from './jobs/evaluate-round.handler.js';
import { EvaluateUnitsHandler } from './jobs/evaluate-units.handler.js';
import { AlertOccasionsQuery } from './persistence/alert-occasions.query.js';
import { AlertRemoval } from './persistence/alert-removal.repository.js';
import { AlertRoundRepository } from './persistence/alert-round.repository.js';
import { AlertSearch } from './persistence/alert-search.query.js';
import { AlertRepository } from './persistence/alert.repository.js';
import { LateAlertsQuery } from './persistence/late-alerts.query.js';
import { ProjectAlerts } from './persistence/project-alerts.query.js';
import { UnitAlertsQuery } from './persistence/scorecard.query.js';
import { UnitsToEvaluate } from './persistence/units-to-evaluate.query.js';

/** 预警: what the rules say of projects, round by round, and what becomes of it (R27). */
@Module({
  imports: [
    AlertRulesModule,
    AnalysisModule,
    AuditModule,
    IdentityModule,
    MonitoringModule,
    OrganisationsModule,
    ReportingModule,
    TargetsModule,
    WorkCalendarModule,
  ],
  controllers: [AlertsController, AlertStepsController],
  providers: [
    AlertDetailQuery,
    AlertLife,
    AlertListQuery,
    AlertNews,
    AlertOccasionsQuery,
    AlertRemoval,
    AlertRepository,
    AlertRoundRepository,
    AlertScopes,
    AlertScorecardQuery,
    AlertSearch,
    AlertSummaryQuery,
    AlertViews,
    AskEvaluation,
    EscalateAlerts,
    EvaluateRoundHandler,
    EvaluateUnits,
    EvaluateUnitsHandler,
    FollowAnalysis,
    LateAlertsQuery,
    MarkRound,
    ProjectAlerts,
    StepAlert,
    StoreOutcome,
    TakeAlertSteps,
    UnitAlertsQuery,
    UnitsToEvaluate,
    WatchRounds,
  ],
  exports: [
    AlertLife,
    AlertOccasionsQuery,
    AlertRepository,
    AlertRoundRepository,
    AskEvaluation,
    EscalateAlerts,
    MarkRound,
    TakeAlertSteps,
    UnitsToEvaluate,
  ],
})
export class AlertsModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly round: EvaluateRoundHandler,
    private readonly units: EvaluateUnitsHandler,
    private readonly repeated: RepeatedWork,
    private readonly rounds: WatchRounds,
    private readonly escalate: EscalateAlerts,
  ) {}

  onModuleInit(): void {
    this.registry
      .declare(...ALERT_JOBS)
      .register(this.round)
      .register(this.units);
    this.repeated.every(10 * MINUTE_MS, 'Looking for rounds whose alerts are due', () => this.rounds.run());
    this.repeated.every(10 * MINUTE_MS, 'Taking late alerts a level up', () => this.escalate.run());
  }
}
