import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FIXTURES = path.join(ROOT, 'test', 'fixtures', 'targets');
/** Reads a file apart, in the built product, and prints what came of it. */
const PROGRAM = `
  import { readFileSync } from 'node:fs';
  import { recogniseApart } from './apps/api/dist/platform/documents/recognise-apart.js';
  const { file, csvRows, limits, stopOnProgress, takeOne } = JSON.parse(process.argv[1]);
  const row = '甲单位,项目,产出指标,数量指标,办结案件数量,≥5件\\n';
  const bytes = file ? readFileSync(file) : Buffer.from('预算单位,项目名称,一级指标,二级指标,三级指标,指标值\\n' + row.repeat(csvRows));
  const caller = new AbortController();
  const { signal } = caller;
  const kinds = [];
  let projects = 0;
  let progress = 0;
  let error = null;
  const started = performance.now();
  try {
    const onProgress = () => {
      progress += 1;
      if (stopOnProgress) caller.abort();
    };
    for await (const part of recogniseApart({ name: file ?? 'a.csv', bytes }, { limitMb: 100, signal, onProgress }, limits)) {
      kinds.push(part.kind);
      if (part.kind === 'projects') projects += part.projects.length;
      if (takeOne) break;
    }
  } catch (caught) {
    error = caught.name === 'DomainError' ? caught.code : caught.name;
  }
  console.log(JSON.stringify({ kinds, projects, progress, error, ms: performance.now() - started }));
`;

interface Reading {
  readonly kinds: readonly string[];
  readonly projects: number;
  readonly progress: number;
  readonly error: string | number | null;
  readonly ms: number;
}

const read = (task: object): Promise<Reading> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, JSON.stringify(task)], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(printed) as Reading) : reject(new Error(printed || `ended with ${code}`)),
    );
  });

describe('A document read in a thread of its own', () => {
  it('gives its head, its projects and last what concerns none of them', async () => {
    const reading = await read({ file: path.join(FIXTURES, 'ok', 'justice-bureau-2022.txt') });
    expect(reading).toMatchObject({ kinds: ['head', 'projects', 'warnings'], error: null });
    expect(reading.projects).toBeGreaterThan(5);
  });

  it('is refused as in the thread of the caller', async () => {
    const { error } = await read({ file: path.join(FIXTURES, 'not-ok', 'binary.txt') });
    expect(error).toBe('unreadable-file');
  });

  it('is refused where it needs more memory than it may have; the program goes on', async () => {
    const { error } = await read({ csvRows: 200_000, limits: { memoryMb: 12, seconds: 60 } });
    expect(error).toBe('document-too-complex');
  });

  it('is stopped where it takes too long, at once', async () => {
    const { error, ms } = await read({ csvRows: 400_000, limits: { memoryMb: 320, seconds: 0.5 } });
    expect(error).toBe('reading-took-too-long');
    expect(ms).toBeLessThan(5_000);
  });

  it('is stopped where the caller gives up, and tells how far it is until then', async () => {
    const stopped = await read({ csvRows: 400_000, stopOnProgress: true });
    expect(stopped.error).toBe('AbortError');
    expect(stopped.progress).toBeGreaterThan(0);
    const left = await read({ csvRows: 1_000, takeOne: true });
    expect([left.error, left.kinds]).toEqual([null, ['head']]);
  });
});
