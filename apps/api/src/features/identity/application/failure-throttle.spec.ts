import { describe, expect, it } from '@jest/globals';
import { FailureThrottle } from './failure-throttle.js';

const MINUTE = 60_000;

describe('throttle of failures', () => {
  const fresh = (): FailureThrottle => new FailureThrottle('too-many-attempts', 30, 5 * MINUTE);
  const failing = (failures: number): FailureThrottle => {
    const throttle = fresh();
    for (let turn = 0; turn < failures; turn += 1) throttle.count('10.0.0.1', 0);
    return throttle;
  };

  it('lets thirty failures of an address pass and refuses the next attempt for five minutes', () => {
    expect(() => failing(29).check('10.0.0.1', 1)).not.toThrow();
    const throttle = failing(30);
    expect(() => throttle.check('10.0.0.1', MINUTE)).toThrow('too-many-attempts');
    expect(() => throttle.check('10.0.0.1', 5 * MINUTE)).not.toThrow();
  });

  it('counts attempts before they have ended, and takes back those that went well', () => {
    const throttle = failing(28);
    throttle.begin('10.0.0.1', 1);
    throttle.begin('10.0.0.1', 1);
    expect(() => throttle.begin('10.0.0.1', 1)).toThrow('too-many-attempts');
    throttle.end('10.0.0.1', false, 2);
    expect(() => throttle.begin('10.0.0.1', 3)).not.toThrow();
    throttle.end('10.0.0.1', true, 4);
    throttle.end('10.0.0.1', true, 4);
    expect(() => throttle.begin('10.0.0.1', 5)).toThrow('too-many-attempts');
  });

  it('does not let what goes well prolong the time of failures', () => {
    const throttle = failing(29);
    throttle.begin('10.0.0.1', 4 * MINUTE);
    throttle.end('10.0.0.1', false, 4 * MINUTE);
    expect(throttle.count('10.0.0.1', 5 * MINUTE)).toBe(1);
  });

  it('names the first refusal of a pause, and no other until the next one', () => {
    const throttle = failing(29);
    expect(throttle.isFirstRefusal('10.0.0.1', 1)).toBe(false);
    throttle.count('10.0.0.1', 1);
    expect([1, 2, 3].map((now) => throttle.isFirstRefusal('10.0.0.1', now))).toEqual([true, false, false]);
    for (let turn = 0; turn < 30; turn += 1) throttle.count('10.0.0.1', 10 * MINUTE);
    expect(throttle.isFirstRefusal('10.0.0.1', 10 * MINUTE)).toBe(true);
  });

  it('keeps addresses apart, and forgets the oldest when there are too many', () => {
    const throttle = failing(30);
    expect(() => throttle.check('10.0.0.2', 1)).not.toThrow();
    for (let place = 0; place < 10_000; place += 1) throttle.count(`address${place}`, 0);
    expect(() => throttle.check('10.0.0.1', 1)).not.toThrow();
  });
});
