import { describe, expect, it } from '@jest/globals';
import { Activity } from './activity.js';

describe('whether somebody is at the screen', () => {
  it('is so for a minute after each sign of it', () => {
    let now = 0;
    const activity = new Activity(() => now);
    const target = new EventTarget();
    activity.watch(target);
    now = 60_000;
    expect(activity.isUnattended).toBe(false);
    now = 60_001;
    expect(activity.isUnattended).toBe(true);
    target.dispatchEvent(new Event('keydown'));
    expect(activity.isUnattended).toBe(false);
    now = 120_002;
    expect(activity.isUnattended).toBe(true);
  });
});
