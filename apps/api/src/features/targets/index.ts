export { TargetsModule } from './targets.module.js';
export { targetsMessages } from './messages.js';
export { AdjustBudget } from './application/adjust-budget.js';
export { ChangeProjectFlags } from './application/change-project-flags.js';
export { carryCorrections } from './application/carry-corrections.js';
export {
  compareIdentity,
  compareTargets,
  type Difference,
  type ProjectIdentity,
} from './application/compare-targets.js';
export { matchLineage } from './application/match-lineage.js';
export { ProjectAccess, type AccessibleProject, type ProjectPlace } from './application/project-access.query.js';
export { ProjectDetailQuery } from './application/project-detail.query.js';
export {
  beforeProjectsRemoved,
  beforeTargetsUndone,
  projectsRemoved,
  type UndoObstacle,
} from './application/removal.events.js';
export { RecordAdjustment } from './application/record-adjustment.js';
export { ReplaceDepartmentGoals } from './application/replace-department-goals.js';
export { SaveTargets, type TargetToSave } from './application/save-targets.js';
export type { StoredIndicator, StoredTarget } from './application/stored-target.js';
export {
  contentHash,
  CORRECTABLE_FIELDS,
  type CorrectableField,
  type IndicatorContent,
  type TargetContent,
} from './application/target-content.js';
export { targetsChanged } from './application/targets-changed.event.js';
export { approvalsMoved, budgetAdjusted, changeStepped, type ProjectOfYear } from './application/target-work.events.js';
export { StepApprovals } from './application/step-approvals.js';
export { UndoTargets, type UndoneTargets } from './application/undo-targets.js';
export { ProjectDetail } from './http/targets.dto.js';
export { DepartmentGoal } from './persistence/department-goal.entity.js';
export { DepartmentGoalRepository } from './persistence/department-goal.repository.js';
export type { BudgetAdjustment } from './persistence/budget-adjustment.entity.js';
export { JudgedTargetQuery, type JudgedIndicator, type JudgedTarget } from './persistence/judged-target.query.js';
export { rulePackView, RulePackView } from './http/rule-pack.dto.js';
export { FiscalYear } from './persistence/fiscal-year.entity.js';
export { FiscalYearRepository } from './persistence/fiscal-year.repository.js';
export { RulePackVersion } from './persistence/rule-pack-version.entity.js';
export { Project, type TransferLevel } from './persistence/project.entity.js';
export { approvedVersion, TargetApprovalRepository } from './persistence/target-approval.repository.js';
export { UnapprovedTargetsQuery } from './persistence/unapproved-targets.query.js';
export { RoundTargetRepository } from './persistence/round-target.repository.js';
export { SuccessionRepository } from './persistence/succession.repository.js';
export {
  TargetProgressQuery,
  type ApprovalProgress,
  type ChangeProgress,
} from './persistence/target-progress.query.js';
export { TargetRepository } from './persistence/target.repository.js';
