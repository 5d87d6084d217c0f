import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { MINUTE_MS, RepeatedWork } from './repeated-work.js';

describe('work that is repeated', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is done at the start and at its intervals, until the program ends', async () => {
    const repeated = new RepeatedWork(true);
    const work = jest.fn(() => Promise.resolve());
    repeated.every(MINUTE_MS, 'work', work);
    repeated.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(2 * MINUTE_MS);
    expect(work).toHaveBeenCalledTimes(3);
    await repeated.beforeApplicationShutdown();
    await jest.advanceTimersByTimeAsync(5 * MINUTE_MS);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('is left to others by a process that runs no jobs', async () => {
    const repeated = new RepeatedWork(false);
    const work = jest.fn(() => Promise.resolve());
    repeated.every(MINUTE_MS, 'work', work);
    repeated.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(5 * MINUTE_MS);
    expect(work).not.toHaveBeenCalled();
  });

  it('goes on after a failure, one time after the other', async () => {
    jest.spyOn(Logger.prototype, 'error').mockReturnValue(undefined);
    const repeated = new RepeatedWork(true);
    let running = 0;
    let most = 0;
    const work = jest.fn(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1.5 * MINUTE_MS));
      running -= 1;
      throw new Error('the database is away');
    });
    repeated.every(MINUTE_MS, 'work', work);
    repeated.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(6 * MINUTE_MS);
    expect(work.mock.calls.length).toBeGreaterThan(2);
    expect(most).toBe(1);
  });
});
