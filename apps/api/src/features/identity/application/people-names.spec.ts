import { describe, expect, it } from '@jest/globals';
import { nameIn, withNames } from './people-names.js';

const nameOf = nameIn(new Map([['wang', '王芳']]));

describe('Names of people', () => {
  it('calls a person by name, and whoever is unknown by the username', () => {
    expect(nameOf('wang')).toBe('王芳');
    expect(nameOf('left')).toBe('left');
    expect(nameOf(null)).toBeNull();
  });

  it('puts the name beside the username, and nothing beside nobody', () => {
    const row = { grantedBy: 'wang', closedBy: null as string | null, reason: 'wang' };
    expect(withNames(row, ['grantedBy', 'closedBy'], nameOf)).toEqual({
      grantedBy: 'wang',
      grantedByName: '王芳',
      closedBy: null,
      closedByName: null,
      reason: 'wang',
    });
  });
});
