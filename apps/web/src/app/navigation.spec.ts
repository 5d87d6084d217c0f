import { type Permission, permissionsOf, type Role, ROLES } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { admission, homeFor, pagesFor } from './navigation.js';

const held = (role: Role): ReadonlySet<Permission> => new Set(permissionsOf(role));
const names = (role: Role): string[] => pagesFor(held(role)).map(({ name }) => name);

describe('who sees which pages', () => {
  it('shows an administrator no business data', () => {
    expect(names('admin')).toEqual(['settings', 'jobs']);
    expect(homeFor(held('admin'))).toBe('/settings');
  });

  it('gives everybody a first page', () => {
    for (const role of ROLES) expect(homeFor(held(role))).not.toBe('/forbidden');
    expect(homeFor(new Set())).toBe('/forbidden');
  });

  it('leads the auditor to lights and the audit trail, and the clerk to reporting', () => {
    expect(names('auditor')).toEqual(['overview', 'owing', 'treasury', 'audit']);
    expect(names('clerk')).toEqual(['overview', 'report', 'owing', 'targets', 'imports', 'treasury']);
  });
});

describe('admission to a page', () => {
  const page = { anyOf: ['rounds.manage'] } as const;

  it('asks a stranger to sign in and turns away who lacks the permission', () => {
    expect(admission(page, false, new Set())).toBe('signIn');
    expect(admission(page, true, held('clerk'))).toBe('forbidden');
    expect(admission(page, true, held('financeReviewer'))).toBe('enter');
  });

  it('opens public pages to everybody', () => {
    expect(admission({ isPublic: true }, false, new Set())).toBe('enter');
  });
});
