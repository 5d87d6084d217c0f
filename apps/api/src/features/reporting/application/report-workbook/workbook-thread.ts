import { parentPort, workerData } from 'node:worker_threads';
import { WORKBOOK_TASKS, type ThreadTask } from './workbook-tasks.js';

/** The body of a thread of `inWorkbookThread`. An error ends it with itself. */
const { task, args } = workerData as ThreadTask;
const run = WORKBOOK_TASKS[task] as (...args: readonly unknown[]) => Promise<unknown>;
parentPort?.postMessage(await run(...args));
