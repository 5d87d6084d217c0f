import { setImmediate as nextTurn } from 'node:timers/promises';

/** Projects per step: with their indicators some ten thousand values in a statement, some ten milliseconds of work. */
export const CHUNK_OF_PROJECTS = 100;

/** The items in portions; between two of them the rest of the program has its turn, however fast the database answers. */
export async function* inChunks<T>(items: readonly T[], size: number): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) {
    if (start > 0) await nextTurn();
    yield items.slice(start, start + size);
  }
}

/** Several statements for the same portion, with a turn for the rest of the program between them. */
export async function inTurns(...steps: readonly (() => Promise<void>)[]): Promise<void> {
  for (const [place, step] of steps.entries()) {
    if (place > 0) await nextTurn();
    await step();
  }
}
