export { DepartmentGoalsModule } from './department-goals.module.js';
export { departmentGoalsMessages } from './messages.js';
export { LinkProject } from './application/link-project.js';
export { SaveGoalResult } from './application/save-goal-result.js';
export { isGoalMiscomputed } from './application/result-row.js';
export { UnitGoalsQuery } from './application/unit-goals.query.js';
export type { GoalsOfUnit } from './http/department-goals.dto.js';
export type { DepartmentGoalResult } from './persistence/department-goal-result.entity.js';
export { GoalResultRepository } from './persistence/goal-result.repository.js';
