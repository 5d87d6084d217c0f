import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { AuditModule } from '../audit/index.js';
import { DepartmentGoalsModule } from '../department-goals/index.js';
import { IdentityModule } from '../identity/index.js';
import { MonitoringModule } from '../monitoring/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { TreasuryModule } from '../treasury/index.js';
import { CheckSeals } from './application/check-seals.js';
import { CheckSnapshot } from './application/check-snapshot.js';
import { CompareGoals } from './application/compare-goals.js';
import { CompareWithRows } from './application/compare-with-rows.js';
import { RequestSealCheck } from './application/request-seal-check.js';
import { SealCheckQuery } from './application/seal-check.query.js';
import { SealListQuery } from './application/seal-list.query.js';
import { SealRound } from './application/seal-round.js';
import { SealedReports } from './application/sealed-reports.js';
import { TakeSnapshot } from './application/take-snapshot.js';
import { VerifySealsQuery } from './application/verify-seals.query.js';
import { SealsController } from './http/seals.controller.js';
import { SealCheckHandler } from './jobs/seal-check.handler.js';
import { sealCheckJob } from './jobs/seal-check.jobs.js';
import { SealCheckRepository } from './persistence/seal-check.repository.js';
import { SealChainRepository } from './persistence/seal-chain.repository.js';
import { SealRepository } from './persistence/seal.repository.js';
import { SealedProjectsQuery } from './persistence/sealed-projects.query.js';

@Module({
  imports: [
    AuditModule,
    DepartmentGoalsModule,
    IdentityModule,
    MonitoringModule,
    ReportingModule,
    TargetsModule,
    TreasuryModule,
  ],
  controllers: [SealsController],
  providers: [
    CheckSeals,
    CheckSnapshot,
    CompareGoals,
    CompareWithRows,
    RequestSealCheck,
    SealCheckHandler,
    SealCheckQuery,
    SealCheckRepository,
    SealedProjectsQuery,
    SealedReports,
    SealChainRepository,
    SealListQuery,
    SealRepository,
    SealRound,
    TakeSnapshot,
    VerifySealsQuery,
  ],
  exports: [SealChainRepository, SealRepository, VerifySealsQuery],
})
export class SealsModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly check: SealCheckHandler,
  ) {}

  onModuleInit(): void {
    this.registry.declare(sealCheckJob).register(this.check);
  }
}
