import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReportingModule } from '../reporting/index.js';
import { SelfEvaluationModule } from '../self-evaluation/index.js';
import { DraftContent } from './application/drafted-content.js';
import { DraftOrAsk } from './application/draft-or-ask.js';
import { DraftReport } from './application/draft-report.js';
import { EditReport } from './application/edit-report.js';
import { FillDraft } from './application/fill-draft.js';
import { GiveOutReport } from './application/give-out-report.js';
import { LoadEvaluationFacts } from './application/load-evaluation-facts.js';
import { LoadMonitoringFacts } from './application/load-monitoring-facts.js';
import { NameSubjects } from './application/name-subjects.js';
import { NewVersion } from './application/new-version.js';
import { OfficialReportAccess } from './application/official-report-access.js';
import { OfficialReportsQuery } from './application/official-reports.query.js';
import { RedraftQuery } from './application/redraft.query.js';
import { RenderReport } from './application/render-report.js';
import { ReportPapers } from './application/report-papers.js';
import { ReportVersionsQuery } from './application/report-versions.query.js';
import { SealObstacle } from './application/seal-obstacle.js';
import { SealReport } from './application/seal-report.js';
import { StepReport } from './application/step-report.js';
import { VersionViews } from './application/version-views.js';
import { OfficialReportsController } from './http/official-reports.controller.js';
import { DraftReportHandler } from './jobs/draft-report.handler.js';
import { draftReportJob } from './jobs/draft-report.jobs.js';
import { DraftingJobs } from './persistence/drafting-jobs.query.js';
import { EvaluationSurroundings } from './persistence/evaluation-surroundings.query.js';
import { MonitoredProjectsQuery } from './persistence/monitored-projects.query.js';
import { MonitoringSurroundings } from './persistence/monitoring-surroundings.query.js';
import { OfficialReportList } from './persistence/official-report-list.query.js';
import { OfficialReportNames } from './persistence/official-report-names.query.js';
import { OfficialReportRepository } from './persistence/official-report.repository.js';
import { ReportPaperRepository } from './persistence/report-paper.repository.js';
import { ReportedProjects } from './persistence/reported-projects.query.js';

/** The official reports of units, departments and the county: 绩效运行监控报告, 绩效自评报告. */
@Module({
  imports: [AuditModule, IdentityModule, OrganisationsModule, ReportingModule, SelfEvaluationModule],
  controllers: [OfficialReportsController],
  providers: [
    DraftContent,
    DraftOrAsk,
    DraftReport,
    DraftReportHandler,
    DraftingJobs,
    EditReport,
    EvaluationSurroundings,
    FillDraft,
    GiveOutReport,
    LoadEvaluationFacts,
    LoadMonitoringFacts,
    MonitoredProjectsQuery,
    MonitoringSurroundings,
    NameSubjects,
    NewVersion,
    OfficialReportAccess,
    OfficialReportList,
    OfficialReportNames,
    OfficialReportRepository,
    OfficialReportsQuery,
    RedraftQuery,
    RenderReport,
    ReportedProjects,
    ReportPaperRepository,
    ReportPapers,
    ReportVersionsQuery,
    SealObstacle,
    SealReport,
    StepReport,
    VersionViews,
  ],
  exports: [ReportPapers],
})
export class OfficialReportsModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly draft: DraftReportHandler,
  ) {}

  onModuleInit(): void {
    this.registry.declare(draftReportJob).register(this.draft);
  }
}
