import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { AdjustBudget } from './application/adjust-budget.js';
import { ConfirmDirection } from './application/confirm-direction.js';
import { CheckUndo } from './application/check-undo.js';
import { ChangeProjectFlags } from './application/change-project-flags.js';
import { FiscalYearsQuery } from './application/fiscal-years.query.js';
import { NameProjects } from './application/name-projects.js';
import { ProjectAccess } from './application/project-access.query.js';
import { ProjectDetailQuery } from './application/project-detail.query.js';
import { RecordAdjustment } from './application/record-adjustment.js';
import { ReplaceDepartmentGoals } from './application/replace-department-goals.js';
import { SaveTargets } from './application/save-targets.js';
import { TargetVersionsQuery } from './application/target-versions.query.js';
import { UndoTargets } from './application/undo-targets.js';
import { VersionDifferencesQuery } from './application/version-differences.query.js';
import { FiscalYearsController } from './http/fiscal-years.controller.js';
import { ProjectsController } from './http/projects.controller.js';
import { DepartmentGoalRepository } from './persistence/department-goal.repository.js';
import { FiscalYearRepository } from './persistence/fiscal-year.repository.js';
import { JudgedTargetQuery } from './persistence/judged-target.query.js';
import { RoundTargetRepository } from './persistence/round-target.repository.js';
import { SuccessionRepository } from './persistence/succession.repository.js';
import { UndoRepository } from './persistence/undo.repository.js';
import { TargetRepository } from './persistence/target.repository.js';
import { CarryOutChange } from './application/carry-out-change.js';
import { ProjectDocuments } from './application/project-documents.js';
import { ProposeChange } from './application/propose-change.js';
import { StepApprovals } from './application/step-approvals.js';
import { StepChange } from './application/step-change.js';
import { TargetApprovalsQuery } from './application/target-approvals.query.js';
import { TargetChangeQuery } from './application/target-change.query.js';
import { TargetChangesQuery } from './application/target-changes.query.js';
import { TargetRemarksQuery } from './application/target-remarks.query.js';
import { TargetApprovalRepository } from './persistence/target-approval.repository.js';
import { TargetChangeRepository } from './persistence/target-change.repository.js';
import { TargetProgressQuery } from './persistence/target-progress.query.js';
import { UnapprovedTargetsQuery } from './persistence/unapproved-targets.query.js';
import { TargetApprovalsController } from './http/target-approvals.controller.js';
import { TargetChangesController } from './http/target-changes.controller.js';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [ProjectsController, FiscalYearsController, TargetChangesController, TargetApprovalsController],
  providers: [
    AdjustBudget,
    CarryOutChange,
    ChangeProjectFlags,
    CheckUndo,
    ConfirmDirection,
    DepartmentGoalRepository,
    FiscalYearRepository,
    FiscalYearsQuery,
    NameProjects,
    ProjectAccess,
    JudgedTargetQuery,
    ProjectDetailQuery,
    ProjectDocuments,
    ProposeChange,
    RecordAdjustment,
    ReplaceDepartmentGoals,
    RoundTargetRepository,
    SaveTargets,
    StepApprovals,
    StepChange,
    SuccessionRepository,
    TargetApprovalRepository,
    TargetApprovalsQuery,
    TargetChangeQuery,
    TargetChangeRepository,
    TargetChangesQuery,
    TargetProgressQuery,
    TargetRemarksQuery,
    TargetRepository,
    TargetVersionsQuery,
    UnapprovedTargetsQuery,
    UndoRepository,
    UndoTargets,
    VersionDifferencesQuery,
  ],
  exports: [
    AdjustBudget,
    ChangeProjectFlags,
    DepartmentGoalRepository,
    FiscalYearRepository,
    ProjectAccess,
    JudgedTargetQuery,
    ProjectDetailQuery,
    RecordAdjustment,
    ReplaceDepartmentGoals,
    RoundTargetRepository,
    SaveTargets,
    StepApprovals,
    SuccessionRepository,
    TargetApprovalRepository,
    TargetProgressQuery,
    TargetRepository,
    UnapprovedTargetsQuery,
    UndoTargets,
  ],
})
export class TargetsModule {}
