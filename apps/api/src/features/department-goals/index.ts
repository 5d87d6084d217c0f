export { DepartmentGoalsModule } from './department-goals.module.js';
export { departmentGoalsMessages } from './messages.js';
