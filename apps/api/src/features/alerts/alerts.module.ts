import { Module } from '@nestjs/common';
import { AlertRulesModule } from '../alert-rules/index.js';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
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
import { StepAlert } from './application/step-alert.js';
import { TakeAlertSteps } from './application/take-alert-steps.js';
import { AlertStepsController } from './http/alert-steps.controller.js';
import { AlertsController } from './http/alerts.controller.js';
import { AlertSearch } from './persistence/alert-search.query.js';
import { AlertRepository } from './persistence/alert.repository.js';
import { UnitAlertsQuery } from './persistence/scorecard.query.js';

/** 预警: what the rules say of projects, round by round, and what becomes of it (R27). */
@Module({
  imports: [
    AlertRulesModule,
    AuditModule,
    IdentityModule,
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
    AlertRepository,
    AlertScopes,
    AlertScorecardQuery,
    AlertSearch,
    AlertSummaryQuery,
    AlertViews,
    StepAlert,
    TakeAlertSteps,
    UnitAlertsQuery,
  ],
  exports: [AlertLife, AlertRepository],
})
export class AlertsModule {}
