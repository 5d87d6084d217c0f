import { Worker } from 'node:worker_threads';
import { DomainError } from '../runtime/domain-error.js';
import { convertLegacyWord, isLegacyWord } from './legacy/convert-word.js';
import { namingFile } from './naming-file.js';
import {
  type DocumentOptions,
  type NamedDocument,
  recogniseDocument,
  type RecognisedPart,
} from './recognise-document.js';
import type { ThreadMessage, ThreadTask } from './recognise-thread.js';

export interface ThreadLimits {
  /** Heap of the thread in MB. */
  readonly memoryMb: number;
  /** Time that the thread may work; the time that the caller takes with what it got does not count. */
  readonly seconds: number;
}

/** A flat sheet of 100,000 indicators takes under 200 MB and under 20 s on a slow machine. */
const DEFAULT_LIMITS: ThreadLimits = { memoryMb: 320, seconds: 180 };
const YOUNG_GENERATION_MB = 8;
/** Sources are run by test tools, which cannot start them as a thread. */
const IS_COMPILED = import.meta.url.endsWith('.js');

/**
 * `recogniseDocument` in a thread of its own, so that a hostile or broken file can neither hold up nor fill the memory
 * of the program. The thread reads ahead of the caller by one part only. Ends with the caller's loop, whatever ends it.
 *
 * @throws DomainError what `readTargetDocument` refuses; `document-too-complex` where the memory does not suffice,
 *   `reading-took-too-long`
 */
export async function* recogniseApart(
  file: NamedDocument,
  options: DocumentOptions = {},
  limits: ThreadLimits = DEFAULT_LIMITS,
): AsyncGenerator<RecognisedPart> {
  if (!IS_COMPILED) return yield* recogniseDocument(file, options);
  const worker = startThread(await converted(file, options.signal), options, limits);
  const inbox = new Inbox(worker, limits, options.signal);
  try {
    for (;;) {
      const message = await inbox.next();
      if (message.kind === 'done') return;
      if (message.kind === 'refused') throw new DomainError(message.code, message.params, message.issues);
      if (message.kind === 'progress') await options.onProgress?.(message.done, message.total);
      else {
        yield message.part;
        worker.postMessage('next');
      }
    }
  } catch (error) {
    throw namingFile(error, file.name);
  } finally {
    await worker.terminate();
  }
}

/** A thread that is ended would leave the converting program behind; so it runs before. */
async function converted({ name, bytes }: NamedDocument, signal?: AbortSignal): Promise<NamedDocument> {
  if (!/\.docx?$/i.test(name) || !isLegacyWord(bytes)) return { name, bytes };
  try {
    return { name, bytes: await convertLegacyWord(bytes, signal) };
  } catch (error) {
    throw namingFile(error, name);
  }
}

function startThread({ name, bytes }: NamedDocument, { year, limitMb }: DocumentOptions, limits: ThreadLimits): Worker {
  const copy = new Uint8Array(bytes);
  const task: ThreadTask = { name, bytes: copy, year, limitMb };
  return new Worker(new URL('./recognise-thread.js', import.meta.url), {
    workerData: task,
    transferList: [copy.buffer],
    execArgv: [], // flags of the program (an entry point, a debugger) are not for the thread
    // A small young generation is collected more often and costs no time that can be measured, but saves 50 MB.
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
}

/** The messages of a thread one by one, or the reason why there are no more. */
class Inbox {
  private readonly messages: ThreadMessage[] = [];
  private failure: { readonly reason: unknown } | null = null;
  private wake: (() => void) | null = null;
  private remainingMs: number;

  constructor(
    worker: Worker,
    private readonly limits: ThreadLimits,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.remainingMs = limits.seconds * 1000;
    worker.on('message', (message: ThreadMessage) => {
      this.messages.push(message);
      this.wake?.();
    });
    worker.on('error', (error) => this.fail(isOutOfMemory(error) ? new DomainError('document-too-complex') : error));
    worker.on('exit', () => this.fail(new Error('The reading thread ended without a result')));
  }

  /** @throws what ended the thread, or the signal's reason */
  async next(): Promise<ThreadMessage> {
    const started = performance.now();
    while (this.messages.length === 0) {
      this.signal?.throwIfAborted();
      if (this.failure) throw this.failure.reason;
      const left = this.remainingMs - (performance.now() - started);
      if (left <= 0) throw new DomainError('reading-took-too-long', { seconds: this.limits.seconds });
      await this.woken(left);
    }
    this.signal?.throwIfAborted();
    this.remainingMs -= performance.now() - started;
    const message = this.messages.shift();
    if (!message) throw new Error('A message was there and is gone');
    return message;
  }

  /** Until something happens, at most `ms`. */
  private woken(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => done(), Math.ceil(ms));
      const done = (): void => {
        clearTimeout(timer);
        this.signal?.removeEventListener('abort', done);
        this.wake = null;
        resolve();
      };
      this.wake = done;
      this.signal?.addEventListener('abort', done, { once: true });
    });
  }

  private fail(reason: unknown): void {
    this.failure ??= { reason };
    this.wake?.();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
