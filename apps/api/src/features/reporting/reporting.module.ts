import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { TargetsModule } from '../targets/index.js';
import { TreasuryModule } from '../treasury/index.js';
import { EndReporting } from './application/end-reporting.js';
import { HoldOpenRounds } from './application/hold-open-rounds.js';
import { LoadAssessmentInput } from './application/load-assessment-input.js';
import { LockRound } from './application/lock-round.js';
import { OpenRound } from './application/open-round.js';
import { ReportAccess } from './application/report-access.js';
import { ReportQuery } from './application/report.query.js';
import { RoundsQuery } from './application/rounds.query.js';
import { SaveBulkReports } from './application/save-bulk-reports.js';
import { SaveReport } from './application/save-report.js';
import { StoreReports } from './application/store-reports.js';
import { SubmitReport } from './application/submit-report.js';
import { TreasuryDifferencesQuery } from './application/treasury-differences.query.js';
import { WithdrawReport } from './application/withdraw-report.js';
import { ReportsController } from './http/reports.controller.js';
import { RoundsController } from './http/rounds.controller.js';
import { TreasuryDifferencesController } from './http/treasury-differences.controller.js';
import { ReportRepository } from './persistence/report.repository.js';
import { RoundRepository } from './persistence/round.repository.js';

@Module({
  imports: [AuditModule, TargetsModule, TreasuryModule],
  controllers: [RoundsController, ReportsController, TreasuryDifferencesController],
  providers: [
    EndReporting,
    HoldOpenRounds,
    LoadAssessmentInput,
    LockRound,
    OpenRound,
    ReportAccess,
    ReportQuery,
    ReportRepository,
    RoundRepository,
    RoundsQuery,
    SaveBulkReports,
    SaveReport,
    StoreReports,
    SubmitReport,
    TreasuryDifferencesQuery,
    WithdrawReport,
  ],
  exports: [
    EndReporting,
    LockRound,
    OpenRound,
    ReportRepository,
    RoundRepository,
    RoundsQuery,
    SaveBulkReports,
    SaveReport,
    SubmitReport,
    WithdrawReport,
  ],
})
export class ReportingModule {}
