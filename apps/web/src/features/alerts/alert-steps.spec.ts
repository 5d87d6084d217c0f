import { describe, expect, it } from '@jest/globals';
import { nextAfter, takersOf } from './alert-steps.js';

const alert = (id: string, ...can: ('acknowledge' | 'answer' | 'decideSuspension' | 'recordOnSite')[]) => ({ id, can });

describe('steps with several alerts', () => {
  it('are taken with those that they are possible with', () => {
    const chosen = [alert('a', 'answer'), alert('b'), alert('c', 'acknowledge', 'answer')];
    expect(takersOf(chosen, 'answer').map(({ id }) => id)).toEqual(['a', 'c']);
    expect(takersOf(chosen, 'decideSuspension')).toEqual([]);
  });

  it('lead on to the alert below, and from the last one to the one before it', () => {
    const list = [alert('a'), alert('b'), alert('c')];
    expect(nextAfter(list, 'a')).toBe('b');
    expect(nextAfter(list, 'c')).toBe('b');
    expect(nextAfter([alert('a')], 'a')).toBeNull();
  });
});
