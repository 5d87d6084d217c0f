import { describe, expect, it } from '@jest/globals';
import { SignInThrottle } from './sign-in-throttle.js';

const MINUTE = 60_000;

describe('sign-in throttle', () => {
  const failing = (attempts: number): SignInThrottle => {
    const throttle = new SignInThrottle();
    for (let attempt = 0; attempt < attempts; attempt += 1) throttle.countAttempt('Li', '10.0.0.1', 0);
    return throttle;
  };

  it('lets five failures pass and refuses the sixth attempt for five minutes', () => {
    expect(() => failing(4).check('li', '10.0.0.1', 1)).not.toThrow();
    const throttle = failing(5);
    expect(() => throttle.check('li', '10.0.0.1', MINUTE)).toThrow('too-many-attempts');
    expect(() => throttle.check('LI', '10.0.0.1', 5 * MINUTE)).not.toThrow();
  });

  it('keeps names and addresses apart', () => {
    const throttle = failing(5);
    expect(() => throttle.check('wang', '10.0.0.1', 1)).not.toThrow();
    expect(() => throttle.check('li', '10.0.0.2', 1)).not.toThrow();
  });

  it('forgets a name that signed in, and the oldest when there are too many', () => {
    const throttle = failing(5);
    throttle.forget('li', '10.0.0.1');
    expect(() => throttle.check('li', '10.0.0.1', 1)).not.toThrow();
    const full = failing(5);
    for (let name = 0; name < 10_000; name += 1) full.countAttempt(`name${name}`, '10.0.0.9', 0);
    expect(() => full.check('li', '10.0.0.1', 1)).not.toThrow();
  });
});
