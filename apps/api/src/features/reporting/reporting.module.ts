import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { TargetsModule } from '../targets/index.js';
import { TreasuryModule } from '../treasury/index.js';
import { EndReporting } from './application/end-reporting.js';
import { HoldOpenRounds } from './application/hold-open-rounds.js';
import { KeepReportingUnits } from './application/keep-reporting-units.js';
import { FollowRemovals } from './application/follow-removals.js';
import { LoadAssessmentInput } from './application/load-assessment-input.js';
import { LockRound } from './application/lock-round.js';
import { MakeReportWorkbook } from './application/make-report-workbook.js';
import { OpenRound } from './application/open-round.js';
import { PlanReportFile } from './application/plan-report-file.js';
import { PurgeTimer } from './application/purge-timer.js';
import { ReportAccess } from './application/report-access.js';
import { ReportUploads } from './application/report-uploads.js';
import { ReportWorkbookQuery } from './application/report-workbook.query.js';
import { ReportQuery } from './application/report.query.js';
import { RoundsQuery } from './application/rounds.query.js';
import { SaveBulkReports } from './application/save-bulk-reports.js';
import { SaveReport } from './application/save-report.js';
import { StampCheck } from './application/stamp-check.js';
import { StoreReports } from './application/store-reports.js';
import { SubmitReport } from './application/submit-report.js';
import { TakeReportFile } from './application/take-report-file.js';
import { TreasuryDifferencesQuery } from './application/treasury-differences.query.js';
import { WithdrawReport } from './application/withdraw-report.js';
import { ReportFilesController } from './http/report-files.controller.js';
import { ReportsController } from './http/reports.controller.js';
import { RoundsController } from './http/rounds.controller.js';
import { TreasuryDifferencesController } from './http/treasury-differences.controller.js';
import { OpenDutiesQuery } from './persistence/open-duties.query.js';
import { ReportCandidatesQuery } from './persistence/report-candidates.query.js';
import { ReportUploadRepository } from './persistence/report-upload.repository.js';
import { RemovalRepository } from './persistence/removal.repository.js';
import { ReportRepository } from './persistence/report.repository.js';
import { RoundRepository } from './persistence/round.repository.js';

@Module({
  imports: [AuditModule, TargetsModule, TreasuryModule],
  controllers: [RoundsController, ReportsController, ReportFilesController, TreasuryDifferencesController],
  providers: [
    EndReporting,
    FollowRemovals,
    KeepReportingUnits,
    OpenDutiesQuery,
    HoldOpenRounds,
    LoadAssessmentInput,
    LockRound,
    MakeReportWorkbook,
    OpenRound,
    PlanReportFile,
    PurgeTimer,
    ReportAccess,
    ReportCandidatesQuery,
    ReportQuery,
    RemovalRepository,
    ReportRepository,
    ReportUploadRepository,
    ReportUploads,
    ReportWorkbookQuery,
    RoundRepository,
    RoundsQuery,
    SaveBulkReports,
    SaveReport,
    StampCheck,
    StoreReports,
    SubmitReport,
    TakeReportFile,
    TreasuryDifferencesQuery,
    WithdrawReport,
  ],
  exports: [
    EndReporting,
    LockRound,
    MakeReportWorkbook,
    OpenRound,
    ReportRepository,
    ReportUploads,
    RoundRepository,
    RoundsQuery,
    SaveBulkReports,
    SaveReport,
    SubmitReport,
    TakeReportFile,
    WithdrawReport,
  ],
})
export class ReportingModule {}
