import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS, permissionsOf, ROLES } from './roles.js';

const rolesWith = (permission: (typeof PERMISSIONS)[number]) =>
  ROLES.filter((role) => permissionsOf(role).includes(permission));

describe('permissions of roles', () => {
  it('every permission is granted to some role, and no role has one twice', () => {
    expect(PERMISSIONS.filter((permission) => rolesWith(permission).length === 0)).toEqual([]);
    for (const role of ROLES) expect(new Set(permissionsOf(role)).size).toBe(permissionsOf(role).length);
  });

  it('an administrator sees no business data and touches none', () => {
    expect(permissionsOf('admin')).toEqual(['users.manage', 'jobs.manage']);
  });

  it('only the administrator manages people', () => {
    expect(rolesWith('users.manage')).toEqual(['admin']);
  });

  it('leaders, department reviewers and auditors change nothing', () => {
    const reading = ['lights.read', 'audit.read'];
    for (const role of ['leader', 'departmentReviewer', 'auditor'] as const) {
      expect(permissionsOf(role).filter((permission) => !reading.includes(permission))).toEqual([]);
    }
  });

  it('only the unit enters figures; finance, which accepts them, does not', () => {
    expect(rolesWith('reports.write')).toEqual(['clerk']);
    expect(rolesWith('reports.submit')).toEqual(['clerk', 'unitReviewer']);
  });

  it('budgets, target flags and rounds belong to finance', () => {
    for (const permission of ['budgets.adjust', 'targets.manage', 'rounds.manage'] as const) {
      expect(rolesWith(permission)).toEqual(['financeReviewer']);
    }
  });

  it('the audit trail is for the auditor alone', () => {
    expect(rolesWith('audit.read')).toEqual(['auditor']);
  });
});
