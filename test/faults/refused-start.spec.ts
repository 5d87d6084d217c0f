import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { jixiaoDone, startProduct } from '../support/product.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NOBODY_LISTENS = 'redis://127.0.0.1:1';

let fresh: FreshConfig | null = null;
afterEach(async () => {
  await fresh?.cleanup();
  fresh = null;
});

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
  readonly seconds: number;
}

const start = (entry: string, env: Readonly<Record<string, string>>): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const started = Date.now();
    const file = path.join(ROOT, 'apps', 'api', 'dist', entry);
    const child = spawn(process.execPath, [file], { env: { ...process.env, NODE_OPTIONS: '', ...env } });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stderr, seconds: (Date.now() - started) / 1000 }));
  });

describe('A worker of its own', () => {
  it('is refused without Redis: it would share nothing with the server', async () => {
    fresh = await freshConfig({ database: 'sqlite' });
    const { code, stderr } = await start('worker.js', fresh.env);
    expect(code).toBe(1);
    expect(stderr).toBe(
      'jixiao cannot start: A worker of its own needs DATABASE_URL and REDIS_URL; ' +
        'without them the server runs its jobs itself\n',
    );
  });
});

describeBackends('The program', (backend) => {
  if (backend.database === 'mysql') {
    it('does not start without its Redis, and says so in one line', async () => {
      fresh = await freshConfig(backend);
      const { code, stderr, seconds } = await start('main.js', { ...fresh.env, REDIS_URL: NOBODY_LISTENS });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^jixiao cannot start: Redis at redis:\/\/127\.0\.0\.1:1 cannot be reached: .*\n$/);
      expect(seconds).toBeLessThan(30);
    });
  }

  if (backend.database === 'sqlite') {
    it('does not start a second time on the same data; commands work beside it, and it starts again after a kill', async () => {
      fresh = await freshConfig(backend);
      const product = await startProduct(fresh.env);
      try {
        const { code, stderr } = await start('main.js', fresh.env);
        expect(code).toBe(1);
        expect(stderr).toMatch(/^jixiao cannot start: Another server is running on .*jixiao\.db; stop it, .*\n$/);
        expect(await jixiaoDone(fresh.env, 'token', 'list', '--json')).toContain('tokens');
      } finally {
        await product.stop('SIGKILL');
      }
      const again = await startProduct(fresh.env);
      expect(await again.stop('SIGTERM')).toBe(0);
    });
  }

  it('ends in order on SIGTERM', async () => {
    fresh = await freshConfig(backend);
    const product = await startProduct(fresh.env);
    const started = Date.now();
    expect(await product.stop('SIGTERM')).toBe(0);
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});
