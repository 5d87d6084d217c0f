import { describe, expect, it } from '@jest/globals';
import { FewAtOnce } from './few-at-once.js';

/** Lets what was allowed to begin do so. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('work of which only a few pieces go on at once', () => {
  it('lets the others wait in their order, and refuses those for whom there is no room', async () => {
    const few = new FewAtOnce(2, 2, () => new Error('full'));
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const piece = (name: number): Promise<number> =>
      few.run(async () => {
        begun.push(name);
        await new Promise<void>((resolve) => ends.push(resolve));
        return name;
      });
    const pieces = [1, 2, 3, 4].map(piece);
    await expect(piece(5)).rejects.toThrow('full');
    expect(begun).toEqual([1, 2]);
    ends[0]?.();
    expect(await pieces[0]).toBe(1);
    await turn();
    expect(begun).toEqual([1, 2, 3]);
    ends[1]?.();
    await pieces[1];
    await turn();
    expect(begun).toEqual([1, 2, 3, 4]);
    ends.slice(2).forEach((end) => end());
    expect(await Promise.all(pieces)).toEqual([1, 2, 3, 4]);
  });

  it('gives the place of a failed one to the next', async () => {
    const few = new FewAtOnce(1, 1, () => new Error('full'));
    const failed = few.run(() => Promise.reject(new Error('failed')));
    const next = few.run(() => Promise.resolve('next'));
    await expect(failed).rejects.toThrow('failed');
    expect(await next).toBe('next');
  });
});
