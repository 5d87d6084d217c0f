import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { MonitoringModule } from '../monitoring/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { DecideDirection } from './application/decide-direction.js';
import { FollowRemovals } from './application/follow-removals.js';
import { GoalSummaryQuery } from './application/goal-summary.query.js';
import { LinkedProjects } from './application/linked-projects.js';
import { LinkProject } from './application/link-project.js';
import { LoadGoals } from './application/load-goals.js';
import { SaveGoalResult } from './application/save-goal-result.js';
import { SettleGoals } from './application/settle-goals.js';
import { GoalsOfUnitsQuery } from './application/goals-of-units.query.js';
import { UnitGoalsQuery } from './application/unit-goals.query.js';
import { DepartmentGoalsController } from './http/department-goals.controller.js';
import { GoalDirectionRepository } from './persistence/goal-direction.repository.js';
import { GoalLinkRepository } from './persistence/goal-link.repository.js';
import { GoalResultRepository } from './persistence/goal-result.repository.js';
import { UnitProjectsQuery } from './persistence/unit-projects.query.js';

@Module({
  imports: [AuditModule, IdentityModule, MonitoringModule, ReportingModule, TargetsModule],
  controllers: [DepartmentGoalsController],
  providers: [
    DecideDirection,
    FollowRemovals,
    GoalDirectionRepository,
    GoalLinkRepository,
    GoalResultRepository,
    GoalSummaryQuery,
    LinkedProjects,
    LinkProject,
    LoadGoals,
    SaveGoalResult,
    SettleGoals,
    GoalsOfUnitsQuery,
    UnitGoalsQuery,
    UnitProjectsQuery,
  ],
  exports: [GoalResultRepository, GoalsOfUnitsQuery, LinkProject, SaveGoalResult, UnitGoalsQuery],
})
export class DepartmentGoalsModule {}
