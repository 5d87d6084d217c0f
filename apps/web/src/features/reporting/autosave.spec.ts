import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createAutosave } from './autosave.js';

class Offline extends Error {}

const setUp = (outcomes: (() => Promise<void>)[]) => {
  const save = jest.fn(() => (outcomes.shift() ?? (() => Promise.resolve()))());
  const onRefused = jest.fn();
  const autosave = createAutosave({
    save,
    onRefused,
    isTransient: (error) => error instanceof Offline,
    pauseMs: 800,
    retryMs: (attempt) => 1_000 * 2 ** attempt,
  });
  return { save, onRefused, autosave };
};
const refuse = (error: Error) => () => Promise.reject(error);

describe('saving as one types', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('saves once after a pause in typing', async () => {
    const { save, autosave } = setUp([]);
    autosave.touch();
    await jest.advanceTimersByTimeAsync(500);
    autosave.touch();
    expect(save).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(800);
    expect(save).toHaveBeenCalledTimes(1);
    expect(autosave.state.value).toBe('saved');
  });

  it('saves again what was typed during a save, one save at a time', async () => {
    let finish = (): void => undefined;
    const { save, autosave } = setUp([() => new Promise<void>((resolve) => (finish = resolve))]);
    autosave.touch();
    await jest.advanceTimersByTimeAsync(800);
    autosave.touch();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(save).toHaveBeenCalledTimes(1);
    finish();
    await jest.advanceTimersByTimeAsync(800);
    expect(save).toHaveBeenCalledTimes(2);
    expect(autosave.state.value).toBe('saved');
  });

  it('tries again by itself after a failure that may pass', async () => {
    const { save, autosave } = setUp([refuse(new Offline()), refuse(new Offline())]);
    autosave.touch();
    await jest.advanceTimersByTimeAsync(800);
    expect(autosave.state.value).toBe('retrying');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(autosave.state.value).toBe('retrying');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(save).toHaveBeenCalledTimes(3);
    expect(autosave.state.value).toBe('saved');
  });

  it('stops at a refusal until something changes', async () => {
    const { save, onRefused, autosave } = setUp([refuse(new Error('refused'))]);
    autosave.touch();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(onRefused).toHaveBeenCalledTimes(1);
    expect(autosave.state.value).toBe('refused');
    autosave.touch();
    await jest.advanceTimersByTimeAsync(800);
    expect(autosave.state.value).toBe('saved');
  });

  it('says whether a flush has saved everything', async () => {
    const { save, autosave } = setUp([refuse(new Error('refused'))]);
    expect(await autosave.flush()).toBe(true);
    expect(save).not.toHaveBeenCalled();
    autosave.touch();
    expect(await autosave.flush()).toBe(false);
    expect(await autosave.flush()).toBe(true);
  });

  it('lets a save from before a reset say nothing about the form of after', async () => {
    let finish = (): void => undefined;
    const { autosave } = setUp([() => new Promise<void>((resolve) => (finish = resolve))]);
    autosave.touch();
    await jest.advanceTimersByTimeAsync(800);
    autosave.reset();
    autosave.touch();
    finish();
    await jest.advanceTimersByTimeAsync(0);
    expect(autosave.state.value).toBe('dirty');
  });
});
