import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { MonitoringModule } from '../monitoring/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { TreasuryModule } from '../treasury/index.js';
import { CheckSnapshot } from './application/check-snapshot.js';
import { CompareWithRows } from './application/compare-with-rows.js';
import { SealListQuery } from './application/seal-list.query.js';
import { SealRound } from './application/seal-round.js';
import { SealedReports } from './application/sealed-reports.js';
import { TakeSnapshot } from './application/take-snapshot.js';
import { VerifySealsQuery } from './application/verify-seals.query.js';
import { SealsController } from './http/seals.controller.js';
import { SealRepository } from './persistence/seal.repository.js';
import { SealedProjectsQuery } from './persistence/sealed-projects.query.js';

@Module({
  imports: [AuditModule, IdentityModule, MonitoringModule, ReportingModule, TargetsModule, TreasuryModule],
  controllers: [SealsController],
  providers: [
    CheckSnapshot,
    CompareWithRows,
    SealedProjectsQuery,
    SealedReports,
    SealListQuery,
    SealRepository,
    SealRound,
    TakeSnapshot,
    VerifySealsQuery,
  ],
  exports: [VerifySealsQuery],
})
export class SealsModule {}
