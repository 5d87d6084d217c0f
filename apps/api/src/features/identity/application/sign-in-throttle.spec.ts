import { describe, expect, it } from '@jest/globals';
import { SignInThrottle } from './sign-in-throttle.js';

const MINUTE = 60_000;

describe('sign-in throttle', () => {
  const failing = (failures: number): SignInThrottle => {
    const throttle = new SignInThrottle();
    for (let turn = 0; turn < failures; turn += 1) throttle.countFailure('10.0.0.1', 0);
    return throttle;
  };

  it('lets thirty failures of an address pass and refuses the next attempt for five minutes', () => {
    expect(() => failing(29).check('10.0.0.1', 1)).not.toThrow();
    const throttle = failing(30);
    expect(() => throttle.check('10.0.0.1', MINUTE)).toThrow('too-many-attempts');
    expect(() => throttle.check('10.0.0.1', 5 * MINUTE)).not.toThrow();
  });

  it('keeps addresses apart, and forgets the oldest when there are too many', () => {
    const throttle = failing(30);
    expect(() => throttle.check('10.0.0.2', 1)).not.toThrow();
    for (let place = 0; place < 10_000; place += 1) throttle.countFailure(`address${place}`, 0);
    expect(() => throttle.check('10.0.0.1', 1)).not.toThrow();
  });
});
