import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { AuditModule } from '../audit/index.js';
import { DepartmentGoalsModule } from '../department-goals/index.js';
import { IdentityModule } from '../identity/index.js';
import { MonitoringModule } from '../monitoring/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReportingModule } from '../reporting/index.js';
import { SealsModule } from '../seals/index.js';
import { TargetsModule } from '../targets/index.js';
import { ChangeEvaluationYear } from './application/change-evaluation-year.js';
import { CorrectEvaluations } from './application/correct-evaluations.js';
import { DecemberRows } from './application/december-rows.js';
import { DraftEvaluations } from './application/draft-evaluations.js';
import { EvaluationAccess } from './application/evaluation-access.js';
import { EvaluationListsQuery } from './application/evaluation-lists.query.js';
import { EvaluationRecords } from './application/evaluation-records.query.js';
import { EvaluationRuleVersionsQuery } from './application/evaluation-rule-versions.query.js';
import { EvaluationSealsQuery } from './application/evaluation-seals.query.js';
import { EvaluationYearsQuery } from './application/evaluation-years.query.js';
import { EvaluationQuery } from './application/evaluation.query.js';
import { FinalAccountsQuery } from './application/final-accounts.query.js';
import { FollowDecember } from './application/follow-december.js';
import { FollowRemovals } from './application/follow-removals.js';
import { NameSubjects } from './application/name-subjects.js';
import { OpenEvaluationYear } from './application/open-evaluation-year.js';
import { PublishEvaluationRules } from './application/publish-evaluation-rules.js';
import { RescoreEvaluations } from './application/rescore-evaluations.js';
import { SaveEvaluation } from './application/save-evaluation.js';
import { SealEvaluations } from './application/seal-evaluations.js';
import { TakeEvaluationForms } from './application/take-evaluation-forms.js';
import { TakeEvaluationSteps } from './application/take-evaluation-steps.js';
import { TakeFinalAccounts } from './application/take-final-accounts.js';
import { UnitEvaluationsQuery } from './application/unit-evaluations.query.js';
import { VerifyEvaluations } from './application/verify-evaluations.js';
import { EvaluationRulesController } from './http/evaluation-rules.controller.js';
import { EvaluationUnitsController } from './http/evaluation-units.controller.js';
import { EvaluationYearsController } from './http/evaluation-years.controller.js';
import { EvaluationFormsController } from './http/evaluation-forms.controller.js';
import { EvaluationsController } from './http/evaluations.controller.js';
import { FinalAccountsController } from './http/final-accounts.controller.js';
import { CorrectEvaluationsHandler } from './jobs/correct-evaluations.handler.js';
import { DraftEvaluationsHandler } from './jobs/draft-evaluations.handler.js';
import { correctEvaluationsJob, draftEvaluationsJob, rescoreEvaluationsJob } from './jobs/evaluation-year.jobs.js';
import { RescoreEvaluationsHandler } from './jobs/rescore-evaluations.handler.js';
import { EvaluatedProjectsQuery } from './persistence/evaluated-projects.query.js';
import { EvaluationNames } from './persistence/evaluation-names.query.js';
import { EvaluationPlacesQuery } from './persistence/evaluation-places.query.js';
import { EvaluationProgressQuery } from './persistence/evaluation-progress.query.js';
import { EvaluationRuleRepository } from './persistence/evaluation-rule.repository.js';
import { EvaluationSealRepository } from './persistence/evaluation-seal.repository.js';
import { EvaluationSearch } from './persistence/evaluation-search.query.js';
import { EvaluationYearRows } from './persistence/evaluation-year-rows.query.js';
import { EvaluationYearRepository } from './persistence/evaluation-year.repository.js';
import { FinalAccountRows } from './persistence/final-account-rows.query.js';
import { FinalAccountRepository } from './persistence/final-account.repository.js';
import { SelfEvaluationRepository } from './persistence/self-evaluation.repository.js';

/** 绩效自评 at the year end, and the final accounts that it is scored by (R30–R40). */
@Module({
  imports: [
    AuditModule,
    DepartmentGoalsModule,
    IdentityModule,
    MonitoringModule,
    OrganisationsModule,
    ReportingModule,
    SealsModule,
    TargetsModule,
  ],
  controllers: [
    EvaluationRulesController,
    EvaluationYearsController,
    FinalAccountsController,
    EvaluationFormsController,
    EvaluationUnitsController,
    EvaluationsController,
  ],
  providers: [
    ChangeEvaluationYear,
    CorrectEvaluations,
    CorrectEvaluationsHandler,
    DecemberRows,
    DraftEvaluations,
    DraftEvaluationsHandler,
    EvaluatedProjectsQuery,
    EvaluationAccess,
    EvaluationListsQuery,
    EvaluationNames,
    EvaluationPlacesQuery,
    EvaluationProgressQuery,
    EvaluationQuery,
    EvaluationRecords,
    EvaluationRuleRepository,
    EvaluationRuleVersionsQuery,
    EvaluationSealRepository,
    EvaluationSealsQuery,
    EvaluationSearch,
    EvaluationYearRepository,
    EvaluationYearRows,
    EvaluationYearsQuery,
    FinalAccountRepository,
    FinalAccountRows,
    FinalAccountsQuery,
    FollowDecember,
    FollowRemovals,
    NameSubjects,
    OpenEvaluationYear,
    PublishEvaluationRules,
    RescoreEvaluations,
    RescoreEvaluationsHandler,
    SaveEvaluation,
    SealEvaluations,
    SelfEvaluationRepository,
    TakeEvaluationForms,
    TakeEvaluationSteps,
    TakeFinalAccounts,
    UnitEvaluationsQuery,
    VerifyEvaluations,
  ],
  exports: [
    EvaluationListsQuery,
    EvaluationProgressQuery,
    EvaluationQuery,
    EvaluationRecords,
    EvaluationYearRepository,
    OpenEvaluationYear,
    SaveEvaluation,
    TakeEvaluationSteps,
    TakeFinalAccounts,
    UnitEvaluationsQuery,
    VerifyEvaluations,
  ],
})
export class SelfEvaluationModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly draft: DraftEvaluationsHandler,
    private readonly rescore: RescoreEvaluationsHandler,
    private readonly correct: CorrectEvaluationsHandler,
  ) {}

  onModuleInit(): void {
    this.registry.declare(draftEvaluationsJob).register(this.draft);
    this.registry.declare(rescoreEvaluationsJob).register(this.rescore);
    this.registry.declare(correctEvaluationsJob).register(this.correct);
  }
}
