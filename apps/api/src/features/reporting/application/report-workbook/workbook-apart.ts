import { Worker } from 'node:worker_threads';
import { DomainError } from '../../../../platform/runtime/domain-error.js';
import { WORKBOOK_TASKS, type ThreadTask, type WorkbookTask, type WorkbookTasks } from './workbook-tasks.js';

/** Heap of a thread in MB: a county's template of 50,000 indicators is read in about 350. */
const MEMORY_MB = 448;
const LONGEST_MS = 180_000;
/** Threads at the same time, so that many uploads together do not fill the memory. */
const MOST_THREADS = 2;
/** Sources are run by test tools, which cannot start them as a thread. */
const IS_COMPILED = import.meta.url.endsWith('.js');

let running = 0;
const waiting: (() => void)[] = [];

type Done<T extends WorkbookTask> = Awaited<ReturnType<WorkbookTasks[T]>>;

/**
 * Works with a workbook in a thread of its own, so that a large or hostile one neither holds up nor fills the memory of
 * the program.
 * @throws DomainError `document-too-complex` where the memory does not suffice, `reading-took-too-long`
 */
export async function inWorkbookThread<T extends WorkbookTask>(
  task: T,
  ...args: Parameters<WorkbookTasks[T]>
): Promise<Done<T>> {
  if (!IS_COMPILED) {
    const run = WORKBOOK_TASKS[task] as unknown as (...args: Parameters<WorkbookTasks[T]>) => Promise<Done<T>>;
    return run(...args);
  }
  await turn();
  try {
    return await result<Done<T>>({ task, args });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** Waits until one of the threads is free. */
async function turn(): Promise<void> {
  while (running >= MOST_THREADS) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

async function result<R>(task: ThreadTask): Promise<R> {
  const worker = new Worker(new URL('./workbook-thread.js', import.meta.url), {
    workerData: task,
    execArgv: [], // flags of the program (an entry point, a debugger) are not for the thread
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<R>((resolve, reject) => {
      const tooLong = (): void => reject(new DomainError('reading-took-too-long', { seconds: LONGEST_MS / 1000 }));
      timer = setTimeout(tooLong, LONGEST_MS);
      worker.once('message', resolve);
      worker.once('error', (error) => reject(isOutOfMemory(error) ? new DomainError('document-too-complex') : error));
      worker.once('exit', () => reject(new Error('The thread of the workbook ended without a result')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
