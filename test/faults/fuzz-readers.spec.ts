import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FUZZ_FORMATS, fuzzFile } from '../support/fuzz-files.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RUNS = 500;

const fuzz = (format: string): Promise<{ code: number | null; printed: string }> =>
  new Promise((resolve, reject) => {
    const program = path.join(ROOT, 'test', 'fuzz', 'run.mjs');
    const child = spawn(process.execPath, [program, '--runs', String(RUNS), '--formats', format], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, printed }));
  });

describe('Damaged files', () => {
  it.each(FUZZ_FORMATS)(
    'of the format %s give a document or a refusal, never a crash or a hang',
    async (format) => {
      const { code, printed } = await fuzz(format);
      expect(printed).toMatch(new RegExp(`^${format}: ${RUNS} files in .* 0 failures: .*with projects \\d{2,}`));
      expect(code).toBe(0);
    },
    180_000,
  );

  it('are the same for the same number', () => {
    for (const format of FUZZ_FORMATS) expect(fuzzFile(format, 7)).toEqual(fuzzFile(format, 7));
    expect(fuzzFile('txt', 7)).not.toEqual(fuzzFile('txt', 8));
  });
});
