import { Worker } from 'node:worker_threads';
import { DomainError } from '../../runtime/domain-error.js';
import type { PressTask } from './form-press-thread.js';
import type { FormPress } from './form-writing.js';
import { writeForms } from './write-forms.js';

const DEFAULT_THREADS = 2;
/** Heap of a thread in MB; a Word document of a hundred forms takes less than half of it. */
const MEMORY_MB = 512;
/** Sources are run by test tools, which cannot start them as a thread. */
const IS_COMPILED = import.meta.url.endsWith('.js');

/**
 * Opens a press: threads that fill and write forms, so that a county's worth of them holds nobody up. A thread starts with
 * the first form that needs it, and keeps its libraries and fonts for the next ones. To be closed, whatever happens.
 */
export function openFormPress({ threads = DEFAULT_THREADS } = {}): FormPress {
  if (!IS_COMPILED) return { write: writeForms, close: () => Promise.resolve() };
  const pool = new Press(threads);
  return { write: (format, forms) => pool.write({ format, forms }), close: () => pool.close() };
}

interface Waiting {
  readonly task: PressTask;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

class Press {
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Waiting>();
  private readonly queue: Waiting[] = [];
  private isClosed = false;

  constructor(private readonly threads: number) {}

  write(task: PressTask): Promise<Uint8Array> {
    if (this.isClosed) return Promise.reject(new Error('The press is closed'));
    return new Promise((resolve, reject) => {
      this.queue.push({ task, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const workers = [...this.idle, ...this.busy.keys()];
    const unfinished = [...this.busy.values(), ...this.queue.splice(0)];
    this.busy.clear();
    for (const { reject } of unfinished) reject(new Error('The press was closed'));
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private next(): void {
    while (this.queue.length > 0) {
      const worker = this.idle.pop() ?? (this.busy.size < this.threads ? this.start() : null);
      const waiting = worker && this.queue.shift();
      if (!worker || !waiting) return;
      this.busy.set(worker, waiting);
      worker.postMessage(waiting.task);
    }
  }

  private start(): Worker {
    const worker = new Worker(new URL('./form-press-thread.js', import.meta.url), {
      execArgv: [], // flags of the program (an entry point, a debugger) are not for the thread
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    worker.on('message', (bytes: Uint8Array) => {
      const done = this.busy.get(worker);
      this.busy.delete(worker);
      this.idle.push(worker);
      done?.resolve(bytes);
      this.next();
    });
    // What a thread fails on is the failure of its form alone; another thread takes its place.
    worker.on('error', (error) =>
      this.fail(worker, isOutOfMemory(error) ? new DomainError('document-too-complex') : error),
    );
    worker.on('exit', () => this.fail(worker, new Error('The thread of the forms ended without a result')));
    return worker;
  }

  private fail(worker: Worker, reason: unknown): void {
    const failed = this.busy.get(worker);
    this.busy.delete(worker);
    if (this.idle.includes(worker)) this.idle.splice(this.idle.indexOf(worker), 1);
    failed?.reject(reason);
    if (failed && !this.isClosed) this.next();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
