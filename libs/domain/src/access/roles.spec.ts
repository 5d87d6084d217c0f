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
    expect(permissionsOf('admin')).toEqual(['users.manage', 'settings.manage', 'jobs.manage']);
  });

  it('only the administrator manages people and settings', () => {
    expect(rolesWith('users.manage')).toEqual(['admin']);
    expect(rolesWith('settings.manage')).toEqual(['admin']);
  });

  it('an auditor changes nothing, and a leader only comments and decides', () => {
    expect(permissionsOf('auditor')).toEqual(['lights.read', 'audit.read']);
    expect(permissionsOf('leader')).toEqual(['lights.read', 'comments.write', 'measures.decide']);
  });

  it('who enters figures does not approve them, and who approves does not accept them', () => {
    expect(rolesWith('reports.write')).toEqual(['clerk']);
    expect(rolesWith('reports.submit')).toEqual(['clerk']);
    expect(rolesWith('reports.approve')).toEqual(['unitReviewer', 'departmentReviewer']);
    expect(rolesWith('reports.accept')).toEqual(['financeReviewer']);
  });

  it('units propose targets, departments review them, and finance alone approves', () => {
    expect(rolesWith('targets.propose')).toEqual(['clerk']);
    expect(rolesWith('targets.review')).toEqual(['departmentReviewer', 'financeReviewer']);
    expect(rolesWith('targets.approve')).toEqual(['financeReviewer']);
  });

  it('budgets, target flags, rounds and verified results belong to finance', () => {
    for (const permission of [
      'budgets.adjust',
      'targets.manage',
      'rounds.manage',
      'rules.manage',
      'results.verify',
    ] as const) {
      expect(rolesWith(permission)).toEqual(['financeReviewer']);
    }
  });

  it('units answer alerts and put things right; departments and finance check that, and finance alone waives an alert', () => {
    expect(rolesWith('alerts.answer')).toEqual(['clerk', 'unitReviewer']);
    expect(rolesWith('rectifications.write')).toEqual(['clerk', 'unitReviewer']);
    expect(rolesWith('rectifications.review')).toEqual(['departmentReviewer', 'financeReviewer']);
    expect(rolesWith('alerts.decide')).toEqual(['financeReviewer']);
  });

  it('finance proposes what is done with the money of a bad round, and finance or a leader decides', () => {
    expect(rolesWith('measures.propose')).toEqual(['financeReviewer']);
    expect(rolesWith('measures.decide')).toEqual(['financeReviewer', 'leader']);
  });

  it('a self-evaluation is written by the unit and checked on three levels, each by other people', () => {
    expect(rolesWith('evaluations.write')).toEqual(['clerk']);
    expect(rolesWith('evaluations.approve')).toEqual(['unitReviewer']);
    expect(rolesWith('evaluations.review')).toEqual(['departmentReviewer']);
    expect(rolesWith('evaluations.accept')).toEqual(['financeReviewer']);
    expect(rolesWith('evaluations.manage')).toEqual(['financeReviewer']);
  });

  it('official reports are written by units, departments and finance, and sealed by reviewers', () => {
    expect(rolesWith('papers.write')).toEqual(['clerk', 'departmentReviewer', 'financeReviewer']);
    expect(rolesWith('papers.seal')).toEqual(['unitReviewer', 'departmentReviewer', 'financeReviewer']);
  });

  it('the audit trail is for the auditor alone', () => {
    expect(rolesWith('audit.read')).toEqual(['auditor']);
  });
});
