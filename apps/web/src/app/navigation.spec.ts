import { type Permission, permissionsOf, type Role, ROLES } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { admission, homeFor, menuFor, pagesFor } from './navigation.js';

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
    expect(names('auditor')).toEqual([
      'overview',
      'analysis',
      'alerts',
      'rectification',
      'selfEvaluation',
      'departmentGoals',
      'owing',
      'outputs',
      'treasury',
      'audit',
    ]);
    expect(names('clerk')).toEqual([
      'overview',
      'analysis',
      'report',
      'alerts',
      'rectification',
      'selfEvaluation',
      'departmentGoals',
      'owing',
      'outputs',
      'targets',
      'imports',
      'treasury',
    ]);
  });
});

describe('how the pages stand in the header', () => {
  const menu = (...roles: readonly Role[]): readonly string[][] => {
    const { beside, more } = menuFor(new Set(roles.flatMap(permissionsOf)));
    return [beside, more].map((pages) => pages.map(({ name }) => name));
  };

  it('puts few side by side', () => {
    const rareOfClerk = ['selfEvaluation', 'departmentGoals', 'outputs', 'targets', 'imports', 'treasury'];
    expect(menu('clerk')).toEqual([
      ['overview', 'analysis', 'report', 'alerts', 'rectification', 'owing'],
      rareOfClerk,
    ]);
    expect(menu('clerk', 'unitReviewer')[1]).toEqual(rareOfClerk);
  });

  it('keeps what finance needs every day in sight, and the rest under one heading', () => {
    const rare = [
      'selfEvaluation',
      'departmentGoals',
      'outputs',
      'targets',
      'imports',
      'treasury',
      'verification',
      'rules',
      'jobs',
    ];
    expect(menu('financeReviewer')).toEqual([
      ['overview', 'analysis', 'review', 'alerts', 'rectification', 'owing', 'rounds'],
      rare,
    ]);
  });

  it('leaves no page of anybody out', () => {
    for (const role of ROLES) expect(menu(role).flat().sort()).toEqual([...names(role)].sort());
    expect(menu(...ROLES).flat()).toHaveLength(19);
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
