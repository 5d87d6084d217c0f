import { Module, type DynamicModule } from '@nestjs/common';
import type { AppConfig } from './config/app-config.js';
import { ConfigModule } from './config/config.module.js';
import { ENTITIES } from './entities.js';
import { AlertRulesModule } from './features/alert-rules/index.js';
import { AlertsModule } from './features/alerts/index.js';
import { AnalysisModule } from './features/analysis/index.js';
import { AuditModule } from './features/audit/index.js';
import { ChannelsModule } from './features/channels/index.js';
import { CommentsModule } from './features/comments/index.js';
import { DepartmentGoalsModule } from './features/department-goals/index.js';
import { DemoModule } from './features/demo/index.js';
import { ExportsModule } from './features/exports/index.js';
import { IdentityModule } from './features/identity/index.js';
import { ImportsModule } from './features/imports/index.js';
import { JobsModule } from './features/jobs/index.js';
import { MonitoringModule } from './features/monitoring/index.js';
import { NotificationsModule } from './features/notifications/index.js';
import { OpenDataModule } from './features/open-data/index.js';
import { OfficialReportsModule } from './features/official-reports/index.js';
import { OrganisationsModule } from './features/organisations/index.js';
import { PeopleModule } from './features/people/index.js';
import { RectificationModule } from './features/rectification/index.js';
import { ReportingModule } from './features/reporting/index.js';
import { ReviewModule } from './features/review/index.js';
import { RulesModule } from './features/rules/index.js';
import { SealsModule } from './features/seals/index.js';
import { SelfEvaluationModule } from './features/self-evaluation/index.js';
import { TargetsModule } from './features/targets/index.js';
import { TreasuryModule } from './features/treasury/index.js';
import { WorkCalendarModule } from './features/work-calendar/index.js';
import { messageCatalogue } from './messages.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { FilesModule } from './platform/files/files.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { QueueModule } from './platform/jobs/queue.module.js';
import { RuntimeModule } from './platform/runtime/runtime.module.js';
import { SecretsModule } from './platform/secrets/secrets.module.js';

/** The whole program: the platform for the given configuration, and the slices upon it. */
@Module({})
export class AppModule {
  static of(config: AppConfig, runJobs: boolean): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        RuntimeModule,
        SecretsModule,
        DatabaseModule.of(ENTITIES),
        FilesModule,
        QueueModule.of(config, runJobs),
        HttpModule.of(messageCatalogue),
        AuditModule,
        IdentityModule,
        OrganisationsModule,
        WorkCalendarModule,
        PeopleModule,
        JobsModule,
        TargetsModule,
        TreasuryModule,
        ReportingModule,
        CommentsModule,
        MonitoringModule,
        AnalysisModule,
        ReviewModule,
        RulesModule,
        DepartmentGoalsModule,
        SealsModule,
        ImportsModule,
        AlertRulesModule,
        AlertsModule,
        RectificationModule,
        OpenDataModule,
        ExportsModule,
        OfficialReportsModule,
        SelfEvaluationModule,
        NotificationsModule,
        ChannelsModule,
        DemoModule,
      ],
    };
  }
}
