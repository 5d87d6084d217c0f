import { describe, expect, it } from '@jest/globals';
import { failureText, isCancellable, percentDone, type TrayJob, withMessage, worthShowing } from './job-list.js';

const job = (changes: Partial<TrayJob> = {}): TrayJob => ({
  id: 'a',
  name: 'recompute-round',
  key: '',
  status: 'running',
  done: 0,
  total: 10,
  error: null,
  failure: null,
  mayCancel: true,
  ...changes,
});
const message = { type: 'job', id: 'a', name: 'recompute-round', status: 'running', done: 5, total: 10 } as const;

describe('the tray of jobs', () => {
  it('moves a known job forward in its place and puts a new one first', () => {
    const other = job({ id: 'b' });
    expect(withMessage([other, job()], message).map(({ id, done }) => [id, done])).toEqual([
      ['b', 0],
      ['a', 5],
    ]);
    expect(withMessage([other], message)[0]).toMatchObject({ id: 'a', done: 5, error: null });
  });

  it('ignores a state that it does not know', () => {
    const before = [job()];
    expect(withMessage(before, { ...message, status: 'resting' })).toBe(before);
  });

  it('leaves out what went well without being worth a look', () => {
    const quick = job({ id: 'q', status: 'succeeded', total: 1, done: 1 });
    const failed = job({ id: 'f', status: 'dead', total: 1 });
    expect(worthShowing([quick, failed, job()]).map(({ id }) => id)).toEqual(['f', 'a']);
  });

  it('can be stopped by whom the server lets, while it goes on', () => {
    const states = [job(), job({ mayCancel: false }), job({ status: 'succeeded' })];
    expect(states.map(isCancellable)).toEqual([true, false, false]);
  });

  it('says why a job failed, in the words of its refusal where there is one', () => {
    expect(failureText({ error: 'Error: x', failure: { message: '没有找到' } })).toBe('没有找到');
    expect(failureText({ error: 'Error: x', failure: null })).toBe('Error: x');
    expect(failureText(job())).toBeNull();
  });

  it('has no percentage before the size of the work is known', () => {
    expect(percentDone({ done: 0, total: 0 })).toBeNull();
    expect(percentDone({ done: 1, total: 3 })).toBe(33);
    expect(percentDone({ done: 5, total: 3 })).toBe(100);
  });
});
