import { parentPort, workerData } from 'node:worker_threads';
import { readPaper, type PaperToRead } from './read-paper.js';

/** The body of a thread of `readPaperApart`. */
parentPort?.postMessage(await readPaper(workerData as PaperToRead));
