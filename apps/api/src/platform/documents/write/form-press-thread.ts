import { parentPort } from 'node:worker_threads';
import type { FormFormat, FormToWrite } from './form-writing.js';
import { writeForms } from './write-forms.js';

/** What the thread is asked for, one after the other. */
export interface PressTask {
  readonly format: FormFormat;
  readonly forms: readonly FormToWrite[];
}

/** The body of a thread of `openFormPress`. An error ends the thread with itself. */
parentPort?.on('message', (task: PressTask) => {
  void writeForms(task.format, task.forms).then(
    (bytes) => parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]),
    (error: unknown) => {
      // Out of the promise, so that it becomes the error of the thread.
      setImmediate(() => {
        throw error;
      });
    },
  );
});
