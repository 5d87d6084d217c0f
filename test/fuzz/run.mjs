/**
 * `npm run fuzz -- --runs 10000 [--from N] [--formats docx,xlsx]`: damaged files of every format, read by the built
 * product. Each must give a document or a refusal with a code, within seconds and the memory of a reading thread.
 * Failures are listed with the number that makes the file again. Ends with 1 where there was one.
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { FUZZ_FORMATS } from '../support/fuzz-files.mjs';

const LONGEST_MS = 10_000;
const MEMORY_MB = 320;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    formats: { type: 'string', default: FUZZ_FORMATS.join(',') },
  },
});

/** Runs one format to its end, going on behind an input that hangs or crashes the thread. */
async function fuzz(format, from, runs) {
  const total = { outcomes: {}, slowest: { ms: 0, seed: 0 }, failures: [] };
  const started = Date.now();
  for (let next = from; next < from + runs;) {
    const failed = await runThread(format, next, from + runs - next, total);
    if (failed === null) break;
    total.failures.push(failed);
    next = failed.seed + 1;
  }
  return { ...total, seconds: (Date.now() - started) / 1000 };
}

/** @returns the input that ended the thread, or null where it did its work */
function runThread(format, from, runs, total) {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData: { format, from, runs },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise((resolve) => {
    let seed = from;
    let timer;
    const end = (failure) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(failure);
    };
    worker.on('message', ({ seed: current, outcome, ms, detail }) => {
      seed = current;
      clearTimeout(timer);
      if (outcome === undefined) {
        timer = setTimeout(() => end({ seed, detail: `still reading after ${LONGEST_MS} ms` }), LONGEST_MS);
        return;
      }
      total.outcomes[outcome] = (total.outcomes[outcome] ?? 0) + 1;
      if (ms > total.slowest.ms) total.slowest = { ms, seed };
      if (outcome === 'crash') total.failures.push({ seed, detail });
    });
    worker.on('error', (error) => end({ seed, detail: error.stack ?? String(error) }));
    worker.on('exit', (code) => end(code === 0 ? null : { seed, detail: `the thread ended with ${code}` }));
  });
}

let isFailed = false;
for (const format of values.formats.split(',')) {
  const { outcomes, slowest, failures, seconds } = await fuzz(format, Number(values.from), Number(values.runs));
  const shown = Object.entries(outcomes)
    .sort(([, one], [, other]) => other - one)
    .map(([outcome, count]) => `${outcome} ${count}`);
  console.log(
    `${format}: ${values.runs} files in ${seconds.toFixed(1)} s, slowest ${slowest.ms.toFixed(0)} ms (${slowest.seed}), ` +
      `${failures.length} failures: ${shown.join(', ')}`,
  );
  for (const { seed, detail } of failures.slice(0, 20)) console.log(`  ${format} ${seed}: ${detail}`);
  isFailed ||= failures.length > 0;
}
process.exitCode = isFailed ? 1 : 0;
