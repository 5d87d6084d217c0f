import { Worker } from 'node:worker_threads';
import type { PaperToRead, ReadPaper } from './read-paper.js';
import { NOTHING_READ, readPaper } from './read-paper.js';

/** Heap of the thread in MB. A paper of a unit with hundreds of projects takes less than half of it. */
const MEMORY_MB = 320;
const LONGEST_MS = 60_000;
/** Sources are run by test tools, which cannot start them as a thread. */
const IS_COMPILED = import.meta.url.endsWith('.js');

/**
 * `readPaper` in a thread of its own, so that a hostile file can neither hold up nor fill the memory of the program. What takes
 * too long or too much is no paper of ours, and has nothing to say.
 */
export async function readPaperApart(file: PaperToRead): Promise<ReadPaper> {
  if (!IS_COMPILED) return readPaper(file);
  const worker = new Worker(new URL('./read-paper-thread.js', import.meta.url), {
    workerData: file,
    execArgv: [], // flags of the program (an entry point, a debugger) are not for the thread
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ReadPaper>((resolve) => {
      timer = setTimeout(() => resolve(NOTHING_READ), LONGEST_MS);
      worker.once('message', resolve);
      worker.once('error', () => resolve(NOTHING_READ));
      worker.once('exit', () => resolve(NOTHING_READ));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
