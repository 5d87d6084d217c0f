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
  'comments.write',
  'reports.write',
  'reports.submit',
  'reports.approve',
  'reports.accept',
  'results.verify',
  'targets.import',
  'targets.propose',
  'targets.review',
  'targets.approve',
  'targets.manage',
  'budgets.adjust',
  'rounds.manage',
  'rules.manage',
  'alerts.answer',
  'alerts.decide',
  'rectifications.write',
  'rectifications.review',
  'measures.propose',
  'measures.decide',
  'evaluations.write',
  'evaluations.approve',
  'evaluations.review',
  'evaluations.accept',
  'evaluations.manage',
  'papers.write',
  'papers.seal',
  'treasury.write',
  'jobs.manage',
  'audit.read',
  'users.manage',
  'settings.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What a machine may be given: it reads and brings figures. Handing in, checking, deciding and managing are for people. */
export const TOKEN_PERMISSIONS = [
  'lights.read',
  'reports.write',
  'targets.import',
  'treasury.write',
] as const satisfies readonly Permission[];
export type TokenPermission = (typeof TOKEN_PERMISSIONS)[number];

export const isForTokens = (permission: Permission): permission is TokenPermission =>
  TOKEN_PERMISSIONS.some((each) => each === permission);

/**
 * Least privilege per role. An administrator sees no business data, a reader changes none, and who enters figures is not
 * who approves them (separation of duties).
 */
const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  clerk: [
    'lights.read',
    'reports.write',
    'reports.submit',
    'targets.import',
    'targets.propose',
    'alerts.answer',
    'rectifications.write',
    'evaluations.write',
    'papers.write',
  ],
  unitReviewer: [
    'lights.read',
    'reports.approve',
    'alerts.answer',
    'rectifications.write',
    'evaluations.approve',
    'papers.seal',
  ],
  departmentReviewer: [
    'lights.read',
    'reports.approve',
    'targets.review',
    'rectifications.review',
    'evaluations.review',
    'papers.write',
    'papers.seal',
  ],
  financeReviewer: [
    'lights.read',
    'reports.accept',
    'results.verify',
    'targets.import',
    'targets.review',
    'targets.approve',
    'targets.manage',
    'budgets.adjust',
    'rounds.manage',
    'rules.manage',
    'alerts.decide',
    'rectifications.review',
    'measures.propose',
    'measures.decide',
    'evaluations.accept',
    'evaluations.manage',
    'papers.write',
    'papers.seal',
    'treasury.write',
    'jobs.manage',
  ],
  leader: ['lights.read', 'comments.write', 'measures.decide'],
  auditor: ['lights.read', 'audit.read'],
  admin: ['users.manage', 'settings.manage', 'jobs.manage'],
};

export const permissionsOf = (role: Role): readonly Permission[] => GRANTS[role];
