import { describe, expect, it } from '@jest/globals';
import type { Role } from './roles.js';
import { dutyConflicts } from './separation-of-duties.js';

const at = (role: Role, path: string) => ({ role, path });

describe('separation of duties', () => {
  it('finds nothing in roles that do not meet', () => {
    expect(dutyConflicts([])).toEqual([]);
    expect(dutyConflicts([at('clerk', '/a/b/'), at('clerk', '/a/c/'), at('leader', '/a/')])).toEqual([]);
    expect(dutyConflicts([at('clerk', '/a/b/'), at('unitReviewer', '/a/c/')])).toEqual([]);
    expect(dutyConflicts([at('admin', '/a/'), at('admin', '/a/b/')])).toEqual([]);
  });

  it.each<[Role, string]>([
    ['unitReviewer', '/a/b/'],
    ['departmentReviewer', '/a/'],
    ['financeReviewer', '/a/'],
    ['unitReviewer', '/a/b/c/'],
  ])('tells that a clerk who is also %s at %s checks what he entered', (role, path) => {
    expect(dutyConflicts([at('clerk', '/a/b/'), at(role, path)])).toEqual(['enters-and-checks']);
  });

  it('names an administrator who has business of any kind first', () => {
    expect(dutyConflicts([at('admin', '/a/'), at('auditor', '/x/')])).toEqual(['admin-with-business']);
    expect(dutyConflicts([at('admin', '/a/'), at('clerk', '/a/b/'), at('unitReviewer', '/a/b/')])).toEqual([
      'admin-with-business',
      'enters-and-checks',
    ]);
  });
});
