/** 填报人, 单位审核人, 部门审核人, 财政审核人, 领导, 审计, 管理员. */
export const ROLES = [
  'clerk',
  'unitReviewer',
  'departmentReviewer',
  'financeReviewer',
  'leader',
  'auditor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** What a person may do at the organisation node of the role, and everywhere below it. */
export const PERMISSIONS = [
  'lights.read',
  'reports.write',
  'reports.submit',
  'targets.import',
  'targets.manage',
  'budgets.adjust',
  'rounds.manage',
  'treasury.write',
  'jobs.manage',
  'audit.read',
  'users.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * Least privilege per role. An administrator sees no business data and a reader changes none (separation of duties).
 */
const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  clerk: ['lights.read', 'reports.write', 'reports.submit', 'targets.import'],
  unitReviewer: ['lights.read', 'reports.submit'],
  departmentReviewer: ['lights.read'],
  financeReviewer: [
    'lights.read',
    'targets.import',
    'targets.manage',
    'budgets.adjust',
    'rounds.manage',
    'treasury.write',
    'jobs.manage',
  ],
  leader: ['lights.read'],
  auditor: ['lights.read', 'audit.read'],
  admin: ['users.manage', 'jobs.manage'],
};

export const permissionsOf = (role: Role): readonly Permission[] => GRANTS[role];
