import { describe, expect, it } from '@jest/globals';
import { goalLight } from './goal-light.js';
import { LIGHT_RANK, projectLight, worstOf } from './project-light.js';
import { LIGHTS } from './assessment-types.js';

const goalOf = (...lights: (typeof LIGHTS)[number][]) => goalLight(lights.map((light) => ({ light })));

describe('R22: goal light', () => {
  it('R22: {green, blue, yellow} is yellow', () => {
    expect(goalOf('green', 'blue', 'yellow')).toBe('yellow');
  });

  it('R22: red is the worst, blue the best, grey ignored', () => {
    expect(goalOf('yellow', 'red', 'grey')).toBe('red');
    expect(goalOf('blue', 'green')).toBe('green');
    expect(goalOf('blue', 'grey')).toBe('blue');
  });

  it('R22: all grey, or none at all, is grey', () => {
    expect(goalOf('grey', 'grey')).toBe('grey');
    expect(goalOf()).toBe('grey');
  });
});

describe('R23: project light', () => {
  it('R23: is the worst of spend and goal light, grey ignored', () => {
    expect(projectLight('green', 'red', false)).toBe('red');
    expect(projectLight('yellow', 'grey', false)).toBe('yellow');
    expect(projectLight('grey', 'blue', false)).toBe('blue');
    expect(projectLight('grey', 'grey', false)).toBe('grey');
  });

  it('R28: something not reported makes it at best yellow, a red stays red, all grey becomes yellow', () => {
    expect(projectLight('green', 'blue', true)).toBe('yellow');
    expect(projectLight('red', 'grey', true)).toBe('red');
    expect(projectLight('grey', 'grey', true)).toBe('yellow');
  });

  it('ranks the lights worst first', () => {
    expect([...LIGHTS].sort((a, b) => LIGHT_RANK[a] - LIGHT_RANK[b])).toEqual([
      'red',
      'yellow',
      'green',
      'blue',
      'grey',
    ]);
    expect(worstOf(LIGHTS)).toBe('red');
  });
});
