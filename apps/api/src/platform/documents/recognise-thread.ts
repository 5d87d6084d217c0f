import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { DomainError, type FieldIssue } from '../runtime/domain-error.js';
import { recogniseDocument, type RecognisedPart } from './recognise-document.js';

/** What the thread is started with. */
export interface ThreadTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly year?: number;
  readonly limitMb?: number;
}

/** What the thread tells. After a part it waits until it is asked for the next one. */
export type ThreadMessage =
  | { readonly kind: 'part'; readonly part: RecognisedPart }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly params: DomainError['params'];
      readonly issues: readonly FieldIssue[];
    }
  | { readonly kind: 'done' };

/** The body of a thread of `recogniseApart`. Errors that are no refusals end the thread with themselves. */
async function recognise({ name, bytes, year, limitMb }: ThreadTask): Promise<void> {
  const tell = (message: ThreadMessage): void => parentPort?.postMessage(message);
  const onProgress = (done: number, total: number): void => tell({ kind: 'progress', done, total });
  try {
    for await (const part of recogniseDocument({ name, bytes }, { year, limitMb, onProgress })) {
      const asked = parentPort ? once(parentPort, 'message') : null;
      tell({ kind: 'part', part });
      await asked;
    }
    tell({ kind: 'done' });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    tell({ kind: 'refused', code: error.code, params: error.params, issues: error.issues });
  }
}

await recognise(workerData as ThreadTask);
