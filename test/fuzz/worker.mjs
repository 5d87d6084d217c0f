/** Reads damaged files one after the other and tells of each; a hang or a crash of this thread is seen from outside. */
import { parentPort, workerData } from 'node:worker_threads';
import { recogniseDocument } from '../../apps/api/dist/platform/documents/recognise-document.js';
import { fuzzFile } from '../support/fuzz-files.mjs';

const { format, from, runs } = workerData;

async function outcomeOf(input) {
  try {
    let projects = 0;
    for await (const part of recogniseDocument(input)) if (part.kind === 'projects') projects += part.projects.length;
    return { outcome: projects > 0 ? 'with projects' : 'without projects' };
  } catch (error) {
    if (error?.name === 'DomainError') return { outcome: error.code };
    return { outcome: 'crash', detail: error?.stack ?? String(error) };
  }
}

for (let seed = from; seed < from + runs; seed += 1) {
  const input = fuzzFile(format, seed);
  parentPort.postMessage({ seed });
  const started = performance.now();
  const result = await outcomeOf(input);
  parentPort.postMessage({ seed, ms: performance.now() - started, ...result });
}
