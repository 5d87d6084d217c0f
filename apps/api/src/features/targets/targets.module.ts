import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AdjustBudget } from './application/adjust-budget.js';
import { ConfirmDirection } from './application/confirm-direction.js';
import { CheckUndo } from './application/check-undo.js';
import { ChangeProjectFlags } from './application/change-project-flags.js';
import { DepartmentGoalsQuery } from './application/department-goals.query.js';
import { FiscalYearsQuery } from './application/fiscal-years.query.js';
import { ProjectAccess } from './application/project-access.query.js';
import { ProjectDetailQuery } from './application/project-detail.query.js';
import { ReplaceDepartmentGoals } from './application/replace-department-goals.js';
import { SaveTargets } from './application/save-targets.js';
import { TargetVersionsQuery } from './application/target-versions.query.js';
import { UndoTargets } from './application/undo-targets.js';
import { VersionDifferencesQuery } from './application/version-differences.query.js';
import { FiscalYearsController } from './http/fiscal-years.controller.js';
import { ProjectsController } from './http/projects.controller.js';
import { DepartmentGoalRepository } from './persistence/department-goal.repository.js';
import { FiscalYearRepository } from './persistence/fiscal-year.repository.js';
import { RoundTargetRepository } from './persistence/round-target.repository.js';
import { UndoRepository } from './persistence/undo.repository.js';
import { TargetRepository } from './persistence/target.repository.js';

@Module({
  imports: [AuditModule],
  controllers: [ProjectsController, FiscalYearsController],
  providers: [
    AdjustBudget,
    ChangeProjectFlags,
    CheckUndo,
    ConfirmDirection,
    DepartmentGoalRepository,
    DepartmentGoalsQuery,
    FiscalYearRepository,
    FiscalYearsQuery,
    ProjectAccess,
    ProjectDetailQuery,
    ReplaceDepartmentGoals,
    RoundTargetRepository,
    SaveTargets,
    TargetRepository,
    TargetVersionsQuery,
    UndoRepository,
    UndoTargets,
    VersionDifferencesQuery,
  ],
  exports: [
    AdjustBudget,
    ChangeProjectFlags,
    FiscalYearRepository,
    ProjectAccess,
    ReplaceDepartmentGoals,
    RoundTargetRepository,
    SaveTargets,
    TargetRepository,
    UndoTargets,
  ],
})
export class TargetsModule {}
