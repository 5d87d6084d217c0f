import { Module, type OnModuleInit } from '@nestjs/common';
import { HOUR_MS, MINUTE_MS, RepeatedWork } from '../../platform/jobs/repeated-work.js';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { PeopleModule } from '../people/index.js';
import { TargetsModule } from '../targets/index.js';
import { TreasuryModule } from '../treasury/index.js';
import { AdoptTargets } from './application/adopt-targets.js';
import { ChangeWindow } from './application/change-window.js';
import { CloseReopening } from './application/close-reopening.js';
import { DeadlinesQuery } from './application/deadlines.query.js';
import { EndReporting } from './application/end-reporting.js';
import { ExceptionsQuery } from './application/exceptions.query.js';
import { FollowRemovals } from './application/follow-removals.js';
import { GrantException } from './application/grant-exception.js';
import { HandoverWorkQuery } from './application/handover-work.query.js';
import { HoldOpenRounds } from './application/hold-open-rounds.js';
import { KeepReportingUnits } from './application/keep-reporting-units.js';
import { LoadAssessmentInput } from './application/load-assessment-input.js';
import { LockRound } from './application/lock-round.js';
import { MakeReportWorkbook } from './application/make-report-workbook.js';
import { OpenRound } from './application/open-round.js';
import { OwingQuery } from './application/owing.query.js';
import { PlanReportFile } from './application/plan-report-file.js';
import { PreviousReports } from './application/previous-reports.js';
import { ReopenReport } from './application/reopen-report.js';
import { ReopeningsQuery } from './application/reopenings.query.js';
import { ReportAccess } from './application/report-access.js';
import { ReportAttachments } from './application/report-attachments.js';
import { ReportChangesQuery } from './application/report-changes.query.js';
import { ReportProgressQuery } from './application/report-progress.query.js';
import { ReportUploads } from './application/report-uploads.js';
import { ReportWorkbookQuery } from './application/report-workbook.query.js';
import { ReportQuery } from './application/report.query.js';
import { ResumeReporting } from './application/resume-reporting.js';
import { RoundsQuery } from './application/rounds.query.js';
import { SaveBulkReports } from './application/save-bulk-reports.js';
import { SaveReport } from './application/save-report.js';
import { SheetQuery } from './application/sheet.query.js';
import { StampCheck } from './application/stamp-check.js';
import { StepReport } from './application/step-report.js';
import { StoreReports } from './application/store-reports.js';
import { SubmissionCheck } from './application/submission-check.js';
import { TakeReportFile } from './application/take-report-file.js';
import { TakeSteps } from './application/take-steps.js';
import { TreasuryDifferencesQuery } from './application/treasury-differences.query.js';
import { UnitDeadlines } from './application/unit-deadlines.js';
import { WithdrawException } from './application/withdraw-exception.js';
import { WritableReports } from './application/writable-reports.js';
import { AttachmentsController } from './http/attachments.controller.js';
import { HandoverWorkController } from './http/handover-work.controller.js';
import { OwingController } from './http/owing.controller.js';
import { ReopeningsController } from './http/reopenings.controller.js';
import { ReportFilesController } from './http/report-files.controller.js';
import { ReportsController } from './http/reports.controller.js';
import { RoundsController } from './http/rounds.controller.js';
import { SheetController } from './http/sheet.controller.js';
import { StepsController } from './http/steps.controller.js';
import { TreasuryDifferencesController } from './http/treasury-differences.controller.js';
import { WindowsController } from './http/windows.controller.js';
import { JudgedInputQuery } from './persistence/judged-input.query.js';
import { LiveReopeningsQuery } from './persistence/live-reopenings.query.js';
import { OpenDutiesQuery } from './persistence/open-duties.query.js';
import { RemovalRepository } from './persistence/removal.repository.js';
import { ReopeningRepository } from './persistence/reopening.repository.js';
import { ReportAttachmentRepository } from './persistence/report-attachment.repository.js';
import { ReportCandidatesQuery } from './persistence/report-candidates.query.js';
import { ReportStatesQuery } from './persistence/report-states.query.js';
import { ReportStepRepository } from './persistence/report-step.repository.js';
import { ReportUploadRepository } from './persistence/report-upload.repository.js';
import { ReportRepository } from './persistence/report.repository.js';
import { ReportedQuery } from './persistence/reported.query.js';
import { RoundExceptionRepository } from './persistence/round-exception.repository.js';
import { RoundRepository } from './persistence/round.repository.js';

@Module({
  imports: [AuditModule, IdentityModule, PeopleModule, TargetsModule, TreasuryModule],
  controllers: [
    AttachmentsController,
    HandoverWorkController,
    OwingController,
    ReopeningsController,
    ReportFilesController,
    ReportsController,
    RoundsController,
    SheetController,
    StepsController,
    TreasuryDifferencesController,
    WindowsController,
  ],
  providers: [
    AdoptTargets,
    ChangeWindow,
    CloseReopening,
    DeadlinesQuery,
    EndReporting,
    ExceptionsQuery,
    FollowRemovals,
    GrantException,
    HandoverWorkQuery,
    HoldOpenRounds,
    JudgedInputQuery,
    KeepReportingUnits,
    LiveReopeningsQuery,
    LoadAssessmentInput,
    LockRound,
    MakeReportWorkbook,
    OpenDutiesQuery,
    OpenRound,
    OwingQuery,
    PlanReportFile,
    PreviousReports,
    RemovalRepository,
    ReopenReport,
    ReopeningRepository,
    ReopeningsQuery,
    ReportAccess,
    ReportAttachmentRepository,
    ReportAttachments,
    ReportCandidatesQuery,
    ReportChangesQuery,
    ReportProgressQuery,
    ReportQuery,
    ReportRepository,
    ReportStatesQuery,
    ReportedQuery,
    ReportStepRepository,
    ReportUploadRepository,
    ReportUploads,
    ReportWorkbookQuery,
    ResumeReporting,
    RoundExceptionRepository,
    RoundRepository,
    RoundsQuery,
    SaveBulkReports,
    SaveReport,
    SheetQuery,
    StampCheck,
    StepReport,
    StoreReports,
    SubmissionCheck,
    TakeReportFile,
    TakeSteps,
    TreasuryDifferencesQuery,
    UnitDeadlines,
    WithdrawException,
    WritableReports,
  ],
  exports: [
    CloseReopening,
    EndReporting,
    LockRound,
    MakeReportWorkbook,
    OpenRound,
    PreviousReports,
    ReopenReport,
    ReopeningRepository,
    ReportProgressQuery,
    ReportAttachmentRepository,
    ReportRepository,
    ReportStatesQuery,
    ReportedQuery,
    ReportUploads,
    ResumeReporting,
    RoundExceptionRepository,
    RoundRepository,
    RoundsQuery,
    SaveBulkReports,
    SaveReport,
    TakeReportFile,
    TakeSteps,
    UnitDeadlines,
  ],
})
export class ReportingModule implements OnModuleInit {
  constructor(
    private readonly repeated: RepeatedWork,
    private readonly uploads: ReportUploads,
    private readonly reopenings: CloseReopening,
  ) {}

  onModuleInit(): void {
    this.repeated.every(HOUR_MS, 'Deleting expired uploads', () => this.uploads.purge());
    this.repeated.every(MINUTE_MS, 'Ending expired reopenings', () => this.reopenings.expire());
  }
}
