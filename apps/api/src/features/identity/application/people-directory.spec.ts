import { describe, expect, it } from '@jest/globals';
import { nearestHolders, type RoleHolder } from './people-directory.query.js';

const holder = (userId: string, organisationId: string): RoleHolder => ({
  userId,
  username: userId,
  displayName: userId,
  organisationId,
});
const everybody = [holder('u1', 'unit'), holder('u2', 'unit'), holder('d', 'department'), holder('r', 'root')];
const responsible = (path: string): readonly string[] => nearestHolders(everybody, path).map(({ userId }) => userId);

describe('who is responsible for a unit', () => {
  it('are all who hold the role at the unit itself', () => {
    expect(responsible('/root/department/unit/')).toEqual(['u1', 'u2']);
  });

  it('are those of the nearest organisation above it where the unit has nobody', () => {
    expect(responsible('/root/department/empty/')).toEqual(['d']);
    expect(responsible('/root/elsewhere/empty/')).toEqual(['r']);
  });

  it('is nobody where no organisation of the line has anybody', () => {
    expect(responsible('/another/')).toEqual([]);
  });
});
